import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import type { DocumentRecord } from '../db/record.ts';
import { makePdf } from '../fixtures/pdf/make.ts';
import { DEFAULT_CONFIG, OCR_MODES } from '../model/config.ts';
import { WorkerPool } from '../pipeline/pool.ts';
import { allHeld } from './processes.ts';
import { drawnPages } from './scans/draw.ts';

// Draws some pages of a PDF, scans them over and over to one long report, recognizes it in a worker as the product does, and
// says how much time and memory it takes:
//   node bench/long-scan.ts [--pages 500] [--dpi 200] [--from 1] [--different 8] [--ocr auto|never] [--every 25] FILE
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '500' },
    dpi: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    different: { type: 'string', default: '8' },
    ocr: { type: 'string', default: 'auto' },
    every: { type: 'string', default: '25' },
  },
});
const [count, dpi, every] = [values.pages, values.dpi, values.every].map(Number) as [number, number, number];
const [from, different] = [values.from, values.different].map(Number) as [number, number];
const [file = ''] = positionals;
const ocr = OCR_MODES.find((mode) => mode === values.ocr) ?? 'auto';
const MEBIBYTE = 1024 * 1024;
const TIMEOUT = 120_000;
/** Milliseconds between two looks at the memory of all processes. */
const LOOKED_EVERY = 500;
const POINTS_AN_INCH = 72;
const QUALITY = 30;

/** The pages as gray JPEGs; the file of 500 must not be larger than may be read. */
async function scannedPdf(): Promise<Uint8Array> {
  const numbers = Array.from({ length: different }, (_, i) => from + i);
  const drawn = await drawnPages(readFileSync(file), numbers, dpi);
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
      const [wide, high] = [(width * POINTS_AN_INCH) / dpi, (height * POINTS_AN_INCH) / dpi];
      return { width: wide, height: high, marks: [{ kind: 'picture', image, box: [0, 0, wide, high] }] };
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
const spent = cpuSeconds() - before;
await pool.close();
const codes = [...new Set(report.reasons.map(({ code }) => code))].join();
process.stdout.write(
  `${report.status} ${codes}: ${report.tables.length} tables, ${report.facts.length} facts; ` +
    `${(spent / count).toFixed(2)} CPU s a page, ${seconds.toFixed(0)} s, RSS at most ${most.toFixed(0)} MiB\n` +
    `stages, ms: ${JSON.stringify(report.timings)}\n`,
);
