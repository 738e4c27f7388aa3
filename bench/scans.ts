import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { DEFAULT_CONFIG, OCR_ENGINES, type OcrEngine } from '../model/config.ts';
import { type CellReport, Report } from '../model/report.ts';
import { figureOf } from '../normalizers/number/recognized.ts';
import { examine, reportOf } from '../pipeline/process.ts';
import { row } from './reading/measure.ts';
import { errorRate } from './scans/errors.ts';
import { added, type CellTally, NO_CELLS, tallyOf } from './scans/grids.ts';
import { type ReadPage, rapidRun } from './scans/rapidocr.ts';
import { type TruePage, truePages } from './scans/truth.ts';

// Checks a folder of page images with their truth.json, with every engine in a process of its own, and prints by
// condition how the figures of tables were read, the character error rate of prose, CPU seconds a page and memory:
//   node bench/scans.ts [--engine tesseract,ppocr,both] [--python INTERPRETER] [--misses] FOLDER
// With an interpreter that has RapidOCR it is measured too; its words are put into the cells of the truth.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', default: OCR_ENGINES.join() },
    python: { type: 'string' },
    misses: { type: 'boolean', default: false },
    child: { type: 'string' },
  },
});
const [folder = ''] = positionals;
const pages = truePages(folder);

const out = (line: string): boolean => process.stdout.write(`${line}\n`);
const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(4));

/** What a process of one engine prints: a line an image, and what it held at most. */
const ChildLine = z.union([
  z.object({ file: z.string(), cpuSeconds: z.number(), report: Report }),
  z.object({ peakMiB: z.number() }),
]);

async function child(ocrEngine: OcrEngine): Promise<void> {
  for (const { file } of pages) {
    const source = { name: file, path: file, sha256: '', bytes: readFileSync(join(folder, file)) };
    const start = process.cpuUsage();
    const report = reportOf(await examine(source, { ...DEFAULT_CONFIG, ocrEngine }), 'zh');
    const { user, system } = process.cpuUsage(start);
    out(JSON.stringify({ file, cpuSeconds: (user + system) / 1_000_000, report }));
  }
  out(JSON.stringify({ peakMiB: process.resourceUsage().maxRSS / 1024 }));
}

interface Page {
  readonly tally: CellTally;
  readonly errors: number | null;
  readonly cpuSeconds: number;
}

function judged(
  page: TruePage,
  tables: Parameters<typeof tallyOf>[1],
  { text, cpuSeconds }: Omit<ReadPage, 'cells'>,
  engine: string,
): Page {
  const tally = tallyOf(page.cells, tables, ({ wanted, read }) => {
    const was = read === null ? 'nothing' : `${read.text} (${read.how}; ${read.readings?.join(' | ')})`;
    if (values.misses)
      details.push(
        `- ${engine} ${page.file} row ${wanted.row} column ${wanted.column}: ${wanted.text} was read as ${was}`,
      );
  });
  return { tally, errors: page.cells.length === 0 ? errorRate(page.text, text) : null, cpuSeconds };
}

function print(engine: string, found: ReadonlyMap<string, Page>, peakMiB: number): void {
  const line = (name: string, some: readonly TruePage[], memory: string): void => {
    const read = some.flatMap(({ file }) => found.get(file) ?? []);
    const { cells, exact, unproved, silent, doubted, missing } = read
      .map(({ tally }) => tally)
      .reduce(added, NO_CELLS);
    const rates = read.flatMap(({ errors }) => errors ?? []);
    const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
    row([
      engine,
      name,
      some.length,
      cells,
      ...[exact, unproved, silent, doubted, missing].map((part) => share(part, cells)),
      rates.length === 0 ? '–' : mean(rates).toFixed(4),
      mean(read.map(({ cpuSeconds }) => cpuSeconds)).toFixed(1),
      memory,
    ]);
  };
  for (const [condition, some] of Map.groupBy(pages, (page) => page.condition)) line(condition, some, '');
  line('**all**', pages, peakMiB.toFixed(0));
}

function own(engine: OcrEngine): void {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), '--child', engine, folder];
  const lines = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 30,
  })
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ChildLine.parse(JSON.parse(line)));
  const found = new Map<string, Page>();
  let peakMiB = 0;
  for (const line of lines) {
    if ('peakMiB' in line) {
      peakMiB = line.peakMiB;
      continue;
    }
    const { file, cpuSeconds, report } = line;
    const missing = report.reasons.find(({ code }) => code === 'no-engine');
    if (missing !== undefined) return void skipped.push(`${engine} is left out: ${missing.message}`);
    const page = pages.find((one) => one.file === file);
    if (page === undefined) continue;
    const text = report.paragraphs.map((paragraph) => paragraph.text).join('');
    const tables = report.tables.map(({ cells }) => cells);
    found.set(file, judged(page, tables, { text, cpuSeconds }, engine));
  }
  print(engine, found, peakMiB);
}

async function rapid(python: string): Promise<void> {
  const run = await rapidRun(python, folder, pages);
  if (typeof run === 'string') return void skipped.push(`rapidocr is left out: ${run}`);
  const measured = (name: string, cellsOf: (read: ReadPage) => readonly CellReport[]): void => {
    const found = new Map<string, Page>();
    for (const page of pages) {
      const read = run.pages.get(page.file);
      if (read !== undefined) found.set(page.file, judged(page, [cellsOf(read)], read, name));
    }
    print(name, found, run.peakMiB);
  };
  measured('rapidocr', ({ cells }) => cells);
  // With the points and commas set right as ours are, which changes no digit.
  measured('rapidocr, separators set right', ({ cells }) =>
    cells.map((cell) => ({ ...cell, text: figureOf(cell.text) ?? cell.text })),
  );
}

const details: string[] = [];
const skipped: string[] = [];
const wanted = values.engine.split(',');
const engineOf = (name: string | undefined): OcrEngine | undefined =>
  OCR_ENGINES.find((engine) => engine === name);

const only = engineOf(values.child);
if (only !== undefined) await child(only);
else {
  row([
    'engine',
    'condition',
    'pages',
    'cells',
    'exact',
    'unproved',
    'silent',
    'doubted',
    'missing',
    'CER',
    'CPU s/page',
    'peak MiB',
  ]);
  row(['---', '---', ...Array.from({ length: 10 }, () => '---:')]);
  for (const engine of OCR_ENGINES.filter((name) => wanted.includes(name))) own(engine);
  if (values.python !== undefined) await rapid(values.python);
  out(`\n${[...skipped, ...details].join('\n')}`);
}
