import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_CONFIG, OCR_ENGINES } from '../model/config.ts';
import type { Document } from '../model/document.ts';
import type { FindingReport, Report } from '../model/report.ts';
import { tablesStage } from '../pipeline/compute.ts';
import { type Examined, examineLayout, reportOf } from '../pipeline/process.ts';
import { readStage } from '../pipeline/read.ts';
import { row } from './reading/measure.ts';
import { type Causes, comparedCauses } from './scans/causes.ts';
import { CONDITIONS, type Condition, conditionOf, dirtied } from './scans/dirt.ts';
import { drawnPages } from './scans/draw.ts';
import { added, type CellTally, cellsByPage, type Miss, NO_CELLS, tallyOf } from './scans/grids.ts';
import { imagesPdf } from './scans/images-pdf.ts';
import { onlyPages, tellingPages } from './scans/pages.ts';
import { type Remembered, remembered, sourcesHash } from './scans/remembered.ts';

// Draws the pages of PDFs that hold findings, makes them dirty, reads and checks the pictures, and compares with the text
// layer of the same pages: which causes are found again, which findings are added, how the figures of tables were read.
//   node bench/dirty.ts [--dpi 200] [--condition mixed] [--pages 8] [--docs a,b]
//     [--engine tesseract] [--misses] [--keep FOLDER] [--cache FOLDER] [--stale] FILE|FOLDER…
// Condition `mixed` gives every page the next one. What was recognized is kept in the folder of --cache as long as the
// sources stay the same, with --stale for longer.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dpi: { type: 'string', default: '200' },
    condition: { type: 'string', default: 'mixed' },
    pages: { type: 'string', default: '8' },
    docs: { type: 'string' },
    engine: { type: 'string', default: DEFAULT_CONFIG.ocrEngine },
    misses: { type: 'boolean', default: false },
    keep: { type: 'string' },
    cache: { type: 'string', default: join(tmpdir(), 'duizhang-dirty') },
    stale: { type: 'boolean', default: false },
  },
});
const dpi = Number(values.dpi);
const only = conditionOf(values.condition);
if (only === null && values.condition !== 'mixed')
  throw new Error(`no such condition; there are mixed, ${CONDITIONS.join(', ')}`);

const ocrEngine = OCR_ENGINES.find((engine) => engine === values.engine);
if (ocrEngine === undefined) throw new Error(`no such engine; there are ${OCR_ENGINES.join(', ')}`);

const config = { ...DEFAULT_CONFIG, ocrEngine };

const out = (line: string): boolean => process.stdout.write(`${line}\n`);
const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));

const wanted = values.docs?.split(',');
const files = positionals
  .flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((name) => name.endsWith('.pdf'))
          .toSorted()
          .map((name) => join(path, name))
      : [path],
  )
  .filter((file) => wanted?.includes(basename(file, '.pdf')) ?? true);

async function read(name: string, bytes: Uint8Array, ocr: 'never' | 'auto'): Promise<Document> {
  const document = await readStage.run({ name, path: name, sha256: '', bytes }, { ...config, ocr });
  if (!document.ok) throw new Error(`${name}: ${document.reason.message}`);
  return document.value;
}

async function examined(document: Document): Promise<Examined> {
  const layout = await tablesStage.run(document, DEFAULT_CONFIG);
  if (!layout.ok) throw new Error(layout.reason.message);
  const examination = await examineLayout(layout.value, DEFAULT_CONFIG);
  if (!examination.ok) throw new Error(examination.reasons.map(({ message }) => message).join('; '));
  return examination;
}

const conditionAt = (index: number, name: string): Condition => {
  const start = createHash('sha256').update(name).digest()[0] ?? 0;
  return only ?? CONDITIONS[(start + index) % CONDITIONS.length] ?? 'clean';
};

async function recognized(name: string, bytes: Uint8Array, numbers: readonly number[]): Promise<Remembered> {
  const drawn = await drawnPages(bytes, numbers, dpi);
  const pages = [];
  for (const [index, page] of drawn.entries()) {
    const { width, height } = page;
    const jpeg = await dirtied(page, conditionAt(index, name), 1000 * index + dpi);
    pages.push({ jpeg, width, height, dpi });
  }
  const pdf = imagesPdf(pages);
  if (values.keep !== undefined) writeFileSync(join(values.keep, `${name}-${dpi}.pdf`), pdf);
  const start = process.cpuUsage();
  const document = await read(name, pdf, 'auto');
  const { user, system } = process.cpuUsage(start);
  return { document, cpuSeconds: (user + system) / 1_000_000 };
}

interface Measured {
  readonly name: string;
  readonly pages: readonly number[];
  readonly causes: Causes;
  readonly byCondition: ReadonlyMap<Condition, CellTally>;
  readonly misses: readonly (Miss & { readonly page: number; readonly condition: Condition })[];
  readonly prose: { readonly figures: number; readonly same: number };
  readonly cpuSeconds: number;
}

async function measured(file: string): Promise<Measured | null> {
  const name = basename(file, '.pdf');
  const bytes = readFileSync(file);
  const whole = await read(name, bytes, 'never').catch(() => null);
  if (whole === null) return null;
  const pages = tellingPages(await examined(whole), Number(values.pages));
  const clean = reportOf(await examined(onlyPages(whole, pages)), 'zh');
  const key = [
    bytes,
    pages.join(),
    String(dpi),
    values.condition,
    values.engine,
    values.stale ? '' : sourcesHash(),
  ];
  const { document, cpuSeconds } = await remembered(values.cache, key, () => recognized(name, bytes, pages));
  const dirty = reportOf(await examined(document), 'zh');
  if (values.keep !== undefined)
    for (const [kind, report] of Object.entries({ clean, dirty }))
      writeFileSync(join(values.keep, `${name}-${dpi}-${kind}.json`), JSON.stringify(report, null, 1));
  const misses: Measured['misses'][number][] = [];
  const tallies = [...cellsByPage(clean)].map(([page, tables]) => {
    const condition = conditionAt(page - 1, name);
    const there = cellsByPage(dirty).get(page) ?? [];
    const tally = tables
      .map((cells) => tallyOf(cells, there, (miss) => misses.push({ ...miss, page, condition })))
      .reduce(added, NO_CELLS);
    return [condition, tally] as const;
  });
  const byCondition = new Map(
    [...Map.groupBy(tallies, ([condition]) => condition)].map(([condition, all]) => [
      condition,
      all.map(([, tally]) => tally).reduce(added, NO_CELLS),
    ]),
  );
  const causes = comparedCauses(clean, dirty);
  return { name, pages, causes, byCondition, misses, prose: proseOf(clean, dirty), cpuSeconds };
}

/** How many figures of the prose are read alike on the same page. */
function proseOf(clean: Report, dirty: Report): Measured['prose'] {
  const figures = ({ facts }: Report): readonly string[] =>
    facts
      .filter(({ origin }) => origin === 'prose')
      .map(({ place, value }) => `${'page' in place ? place.page : 0} ${value}`);
  const left = [...figures(dirty)];
  const all = figures(clean);
  const same = all.filter((figure) => {
    const at = left.indexOf(figure);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return { figures: all.length, same: same.length };
}

const isBlamed = ({ blame, severity }: FindingReport): boolean => blame === 'report' && severity !== 'info';
const told = ({ code, severity, blame, place, message, arithmetic }: FindingReport): string =>
  `${code} ${severity} ${blame} p${'page' in place ? place.page : '?'} ${message}${arithmetic === undefined ? '' : ` [${arithmetic}]`}`;

const results: Measured[] = [];
const details: string[] = [];
row([
  'document',
  'pages',
  'causes',
  'same',
  'blamed on the report too',
  'otherwise',
  'lost',
  'added, report',
  'added, reading',
  'cells',
  'exact',
  'unproved',
  'silent',
  'doubted',
  'missing',
  'prose figures',
  'same',
  'CPU s/page',
]);
row(['---', ...Array.from({ length: 16 }, () => '---:')]);
for (const file of files) {
  const result = await measured(file).catch((error: unknown) => String(error));
  if (result === null) continue;
  if (typeof result === 'string') {
    details.push(`- not measured: ${result}`);
    continue;
  }
  results.push(result);
  line(result.name, [result]);
  const { name, pages, causes } = result;
  const list = (kind: string, findings: readonly FindingReport[]): number =>
    details.push(...findings.map((finding) => `- ${name} (pages ${pages.join()}) ${kind}: ${told(finding)}`));
  list('LOST', causes.lost);
  list('otherwise', causes.otherwise);
  list('ADDED', causes.added.filter(isBlamed));
  list(
    'added',
    causes.added.filter((finding) => !isBlamed(finding)),
  );
  if (values.misses)
    for (const { page, condition, wanted, read } of result.misses)
      details.push(
        `- ${name} p${page} ${condition} row ${wanted.row} column ${wanted.column}: ${wanted.text} ` +
          `was read as ${read === null ? 'nothing' : `${read.text} (${read.how}; ${read.readings?.join(' | ')})`}`,
      );
}
line('**all**', results);

function line(name: string, all: readonly Measured[]): void {
  const sum = (of: (one: Measured) => number): number => all.reduce((total, one) => total + of(one), 0);
  const cells = all.flatMap(({ byCondition }) => [...byCondition.values()]).reduce(added, NO_CELLS);
  const found = (of: (causes: Causes) => readonly unknown[]): number =>
    sum(({ causes }) => of(causes).length);
  const pages = sum((one) => one.pages.length);
  const blamed = found((causes) => causes.added.filter(isBlamed));
  row([
    name,
    pages,
    found(({ same, otherwise, lost }) => [...same, ...otherwise, ...lost]),
    found(({ same }) => same),
    sum(({ causes }) => causes.sure),
    found(({ otherwise }) => otherwise),
    found(({ lost }) => lost),
    blamed,
    found((causes) => causes.added) - blamed,
    ...cellColumns(cells),
    sum(({ prose }) => prose.figures),
    share(
      sum(({ prose }) => prose.same),
      sum(({ prose }) => prose.figures),
    ),
    (sum(({ cpuSeconds }) => cpuSeconds) / Math.max(1, pages)).toFixed(1),
  ]);
}

function cellColumns(tally: CellTally): readonly (string | number)[] {
  const { cells, exact, unproved, silent, doubted, missing } = tally;
  return [cells, ...[exact, unproved, silent, doubted, missing].map((part) => share(part, cells))];
}

out('');
row(['condition', 'cells', 'exact', 'unproved', 'silent', 'doubted', 'missing']);
row(['---', ...Array.from({ length: 6 }, () => '---:')]);
for (const condition of CONDITIONS) {
  const cells = results
    .flatMap(({ byCondition }) => byCondition.get(condition) ?? [])
    .reduce(added, NO_CELLS);
  if (cells.cells > 0) row([condition, ...cellColumns(cells)]);
}
out(`\n${details.join('\n')}`);
