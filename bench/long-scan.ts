import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import type { DocumentRecord } from '../db/record.ts';
import { type Mark, makePdf, type PageDesign } from '../fixtures/pdf/make.ts';
import { plainCells, tableMarks } from '../fixtures/pdf/table.ts';
import { DEFAULT_CONFIG, OCR_MODES } from '../model/config.ts';
import { WorkerPool } from '../pipeline/pool.ts';
import { allHeld } from './processes.ts';
import { drawnPages } from './scans/draw.ts';

// Recognizes one long scanned report in a worker as the product does, and says how much time and memory it takes:
//   node bench/long-scan.ts [--pages 500] [--dpi 200] [--ocr auto|never] [--every 25]
const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '500' },
    dpi: { type: 'string', default: '200' },
    ocr: { type: 'string', default: 'auto' },
    every: { type: 'string', default: '25' },
  },
});
const [count, dpi, every] = [values.pages, values.dpi, values.every].map(Number) as [number, number, number];
const ocr = OCR_MODES.find((mode) => mode === values.ocr) ?? 'auto';
const MEBIBYTE = 1024 * 1024;
const TIMEOUT = 120_000;
/** Milliseconds between two looks at the memory of all processes. */
const LOOKED_EVERY = 500;
const [WIDTH, HEIGHT] = [595, 842];
const QUALITY = 30;

const text = (x: number, baseline: number, size: number, content: string): Mark => ({
  kind: 'text',
  x,
  baseline,
  size,
  text: content,
});

/** A page with a title, a ruled table of 18 rows and a few lines of prose, different on every page of a few. */
function design(number: number): PageDesign {
  const rows = Array.from({ length: 18 }, (_, i) => {
    const [basic, project] = [(37 * i + 13 * number) % 900, (91 * i + 7 * number) % 400];
    return [
      `21${300 + i}`,
      `事业运行支出之${i + 1}`,
      `${basic + project}.50`,
      `${basic}.20`,
      `${project}.30`,
    ];
  });
  const cells = plainCells([['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ...rows]);
  const widths = [70, 150, 80, 80, 80];
  const heights = Array.from({ length: rows.length + 1 }, () => 24);
  const prose = Array.from({ length: 5 }, (_, i) =>
    text(
      72,
      660 + 20 * i,
      10.5,
      `第${number}部分第${i + 1}段：本年支出合计${80 + i}.50万元，其中基本支出60.50万元。`,
    ),
  );
  return {
    width: WIDTH,
    height: HEIGHT,
    marks: [
      text(220, 90, 16, '支出决算表'),
      text(440, 115, 10, '单位：万元'),
      ...tableMarks({ left: 72, top: 130, widths, heights, cells, size: 9.5 }),
      ...prose,
    ],
  };
}

/** The pages as gray JPEGs; the file of 500 must not be larger than may be read. */
async function scannedPdf(): Promise<Uint8Array> {
  const designs = Array.from({ length: 5 }, (_, i) => design(i + 1));
  const drawn = await drawnPages(makePdf(designs), [1, 2, 3, 4, 5], dpi);
  const jpegs = await Promise.all(
    drawn.map(({ width, height, data }) =>
      sharp(data, { raw: { width, height, channels: 3 } })
        .grayscale()
        .jpeg({ quality: QUALITY })
        .toBuffer(),
    ),
  );
  const entries = '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode';
  return makePdf(
    Array.from({ length: count }, (_, i) => {
      const { width, height } = drawn[i % drawn.length] ?? { width: 0, height: 0 };
      const bytes = jpegs[i % jpegs.length] ?? new Uint8Array(0);
      // An object of its own each, or pdf.js would keep one for all of them.
      const image = { width, height, bytes, entries };
      return {
        width: WIDTH,
        height: HEIGHT,
        marks: [{ kind: 'picture', image, box: [0, 0, WIDTH, HEIGHT] }],
      };
    }),
  );
}

const cpuSeconds = (): number => allHeld().cpuSeconds;
const rss = (): number => allHeld().rssBytes / MEBIBYTE;
let most = 0;
setInterval(() => {
  most = Math.max(most, rss());
}, LOOKED_EVERY).unref();
const line = (...cells: readonly string[]): boolean => process.stdout.write(`| ${cells.join(' | ')} |\n`);

const bytes = await scannedPdf();
process.stdout.write(`${count} pages, ${(bytes.length / MEBIBYTE).toFixed(1)} MiB\n`);
line('pages', 'CPU s a page', 's', 'RSS, MiB');
line('---:', '---:', '---:', '---:');
const [start, before] = [performance.now(), cpuSeconds()];
let last = { cpu: before, pages: 0 };
const pool = new WorkerPool({
  jobs: 1,
  timeout: TIMEOUT,
  config: { ...DEFAULT_CONFIG, ocr },
  onRecognized: (_, pages) => {
    if (pages % every !== 0) return;
    const now = cpuSeconds();
    const seconds = (performance.now() - start) / 1000;
    line(
      String(pages),
      ((now - last.cpu) / (pages - last.pages)).toFixed(2),
      seconds.toFixed(0),
      rss().toFixed(0),
    );
    last = { cpu: now, pages };
  },
});
const sha256 = createHash('sha256').update(bytes).digest('hex');
const { report }: DocumentRecord = await pool.process({ name: 'long.pdf', path: 'long.pdf', sha256, bytes });
const seconds = (performance.now() - start) / 1000;
await pool.close();
const codes = [...new Set(report.reasons.map(({ code }) => code))].join();
process.stdout.write(
  `${report.status} ${codes}: ${report.tables.length} tables, ${report.facts.length} facts; ` +
    `${((cpuSeconds() - before) / count).toFixed(2)} CPU s a page, ${seconds.toFixed(0)} s, RSS at most ${most.toFixed(0)} MiB\n` +
    `stages, ms: ${JSON.stringify(report.timings)}\n`,
);
