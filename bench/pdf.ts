import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { layoutDocument } from '../extractors/layout.ts';
import { makePdf, type PageDesign } from '../fixtures/pdf/make.ts';
import { plainCells, tableMarks } from '../fixtures/pdf/table.ts';
import { DEFAULT_CONFIG } from '../model/config.ts';
import { workerFlags } from '../pipeline/isolation/worker-process.ts';
import { readStage } from '../pipeline/read.ts';
import { cpu, least, pdfsOf, row } from './reading/measure.ts';
import { measureOther, PDFPLUMBER, PYMUPDF } from './reading/others.ts';

// CPU time a page for reading and tables in a warm process, over the PDFs of folders; and the memory that a made
// document of many pages takes:
//   node bench/pdf.ts [--python INTERPRETER] [--pages 1000] FOLDER…
const MEBIBYTE = 1024 * 1024;
const ROUNDS = 3;
/** CPU seconds. */
const NO_LIMIT = 1e9;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    python: { type: 'string' },
    pages: { type: 'string', default: '1000' },
    memory: { type: 'string' },
  },
});

interface Measured {
  readonly pages: number;
  readonly read: number;
  readonly tables: number;
}

/** CPU milliseconds of this whole process for one document, helper threads of the engine included. */
async function measured(bytes: Uint8Array): Promise<Measured> {
  const source = { name: 'a.pdf', path: 'a.pdf', sha256: '0'.repeat(64), bytes };
  const start = process.cpuUsage();
  const read = await readStage.run(source, { ...DEFAULT_CONFIG, ocr: 'never' });
  const reading = cpu(start);
  if (!read.ok) return { pages: 0, read: reading, tables: 0 };
  const before = process.cpuUsage();
  layoutDocument(read.value);
  return { pages: read.value.pages.length, read: reading, tables: cpu(before) };
}

/** The best of a few rounds a document: the rest is what else the machine did. */
async function benchFolder(folder: string): Promise<void> {
  const files = pdfsOf(folder);
  for (const file of files.slice(0, 4)) await measured(readFileSync(file));
  row(['document', 'pages', 'read ms/page', 'tables ms/page', 'CPU ms/page']);
  row(['---', '---:', '---:', '---:', '---:']);
  const sum = { pages: 0, read: 0, tables: 0 };
  const line = (name: string, { pages, read, tables }: Measured): void => {
    const a = Math.max(1, pages);
    row([name, pages, ...[read / a, tables / a, (read + tables) / a].map((ms) => ms.toFixed(1))]);
  };
  for (const file of files) {
    const bytes = readFileSync(file);
    const rounds: Measured[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measured(bytes));
    if (rounds[0]?.pages === 0) {
      row([basename(file), 'no text', '', '', '']);
      continue;
    }
    const best = {
      pages: rounds[0]?.pages ?? 0,
      read: least(rounds.map(({ read }) => read)),
      tables: least(rounds.map(({ tables }) => tables)),
    };
    sum.pages += best.pages;
    sum.read += best.read;
    sum.tables += best.tables;
    line(basename(file), best);
  }
  line('**all**', sum);
}

/** A page of a long report: a paragraph over some lines, and a ruled table of 20 rows. */
function longPage(number: number): PageDesign {
  const sentence = `第${number}个项目本年支出合计${number}.50万元，其中基本支出${number}.20万元，项目支出0.30万元。`;
  const prose = Array.from({ length: 8 }, (_, i) => ({
    kind: 'text' as const,
    x: 72,
    baseline: 90 + 20 * i,
    size: 10,
    text: sentence,
  }));
  const rows = Array.from({ length: 20 }, (_, i) => [`项目${number}之${i}`, `${i}.50`, `${i}.20`, '0.30']);
  const cells = plainCells([['项目', '合计', '基本支出', '项目支出'], ...rows]);
  const widths = [150, 100, 100, 100];
  const heights = Array.from({ length: 21 }, () => 22);
  return {
    width: 595,
    height: 842,
    marks: [...prose, ...tableMarks({ left: 72, top: 280, widths, heights, cells, size: 9 })],
  };
}

const rss = (): number => process.memoryUsage.rss() / MEBIBYTE;

/**
 * What a process with the limits of the product's workers held at most while it read a long document and found its
 * tables, and before that.
 */
async function memoryOf(file: string, count: number): Promise<void> {
  const before = rss();
  const { read, tables } = await measured(readFileSync(file));
  const most = process.resourceUsage().maxRSS / 1024;
  const more = ((most - before) * 1024) / count;
  const spent = [read, tables, read + tables].map((ms) => (ms / count).toFixed(1));
  row([count, before.toFixed(0), most.toFixed(0), more.toFixed(0), ...spent]);
}

/** Each in a process of its own: what a process once took, it does not give back at once. */
function benchMemory(pages: number): void {
  row([
    'pages',
    'RSS before, MiB',
    'RSS at most, MiB',
    'more a page, KiB',
    'read ms/page',
    'tables ms/page',
    'CPU ms/page',
  ]);
  row(Array.from({ length: 7 }, () => '---:'));
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-bench-'));
  const file = join(folder, 'long.pdf');
  const script = fileURLToPath(import.meta.url);
  for (const count of [pages / 4, pages / 2, pages].map(Math.round)) {
    writeFileSync(
      file,
      makePdf(
        Array.from({ length: count }, (_, i) => longPage(i + 1)),
        { compressed: true },
      ),
    );
    const args = [
      ...workerFlags(DEFAULT_CONFIG.maxMemoryBytes),
      script,
      '--memory',
      file,
      '--pages',
      String(count),
    ];
    execFileSync(process.execPath, args, { stdio: 'inherit' });
  }
  rmSync(folder, { recursive: true, force: true });
}

/** What other extractors take for their tables: CPU milliseconds a page over the same files, in one warm process each. */
function benchOthers(python: string, folder: string): void {
  row(['tool', 'CPU ms/page']);
  row(['---', '---:']);
  for (const tool of [PDFPLUMBER, PYMUPDF]) {
    const figure = measureOther(python, tool, pdfsOf(folder), NO_LIMIT);
    row([tool.name, figure.ok ? figure.ms.toFixed(1) : figure.why]);
  }
}

if (values.memory !== undefined) await memoryOf(values.memory, Number(values.pages));
else {
  for (const folder of positionals) {
    process.stdout.write(`\n${basename(folder)}\n\n`);
    await benchFolder(folder);
    if (values.python !== undefined) {
      process.stdout.write('\n');
      benchOthers(values.python, folder);
    }
  }
  process.stdout.write('\n');
  benchMemory(Number(values.pages));
}
