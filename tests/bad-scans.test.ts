import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { imageFormat } from '../extractors/formats/image/format.ts';
import { makePdf } from '../fixtures/pdf/make.ts';
import { Report } from '../model/report.ts';
import { CONSISTENT, duizhang, temporaryFolder } from './command.ts';

const SCAN = 'fixtures/scans/expenditure.png';
const SECONDS = 120_000;

const solid = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } });

/** Light and shadow in many shades and nothing to read, the same in every run. */
function desk(): Promise<Buffer> {
  const [width, height] = [800, 600];
  const pixels = Buffer.alloc(3 * width * height);
  for (let at = 0; at < pixels.length; at += 3) {
    const [x, y] = [(at / 3) % width, Math.floor(at / 3 / width)];
    const shade = 110 + 60 * Math.sin(x / 45) * Math.cos(y / 30) + ((x * 131 + y * 37) % 23);
    pixels.set([shade, 0.8 * shade, 0.5 * shade], at);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
}

async function liar(): Promise<Buffer> {
  const png = await solid(600, 400, 'white').png().toBuffer();
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  return png;
}

/** The scan as a fax of 204 × 98 pixels an inch in black and white. */
async function fax(): Promise<Buffer> {
  const { data, info } = await sharp(SCAN)
    .flatten({ background: 'white' })
    .resize({ width: 1686, height: 588, fit: 'fill' })
    .grayscale()
    .threshold(160)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [width, height] = [info.width, info.height];
  const gray = data.filter((_, i) => i % info.channels === 0);
  return sharp(gray, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 204 / 25.4, yres: 98 / 25.4 })
    .toBuffer();
}

/** A PDF that says of its only picture what cannot be. */
const pdfWith = (width: number, height: number, entries: string): Uint8Array =>
  makePdf([
    {
      width: 595,
      height: 842,
      marks: [
        {
          kind: 'picture',
          image: { width, height, bytes: Buffer.from('0123456789'), entries },
          box: [0, 0, 595, 842],
        },
      ],
    },
  ]);
const GRAY = '/ColorSpace /DeviceGray /BitsPerComponent 8';

/** A file, how it is made, and the only reason that may be told. */
const BAD: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array, string])[] = [
  ['black.png', () => solid(1240, 1754, 'black').png().toBuffer(), 'unrecognized'],
  ['white.png', () => solid(1240, 1754, 'white').png().toBuffer(), 'unrecognized'],
  ['desk.jpg', desk, 'unrecognized'],
  ['liar.png', liar, 'too-large'],
  ['bomb.png', () => solid(14_000, 14_000, 'white').png().toBuffer(), 'unrecognized'],
  ['giant.pdf', () => pdfWith(60_000, 60_000, GRAY), 'too-large'],
  ['broken.pdf', () => pdfWith(600, 800, `${GRAY} /Filter /DCTDecode`), 'page-unreadable'],
];

describe('a batch with bad scans', () => {
  it(
    'says of each what is wrong, reads the others, and tells of the pages that it recognizes',
    async () => {
      const folder = temporaryFolder();
      for (const [name, make] of BAD) writeFileSync(join(folder, name), await make());
      writeFileSync(join(folder, 'fax.tif'), await fax());
      const db = join(folder, 'out.sqlite');
      const { code, stderr } = await duizhang(['ingest', folder, CONSISTENT, '--db', db]);
      expect(code).toBe(2);
      for (const [name, , reason] of BAD) {
        const line = stderr.split('\n').find((one) => one.includes(`${name}: not processed`));
        expect([name, line]).toEqual([name, expect.stringContaining(`[${reason}`)]);
      }
      expect(stderr).toContain(`2 read, 0 unchanged, ${BAD.length} failed`);
      const facts = await duizhang(['facts', '--db', db, '--format', 'ndjson', '--document', 'fax.tif']);
      const raws = facts.stdout
        .trim()
        .split('\n')
        .map((line) => z.object({ raw: z.string() }).parse(JSON.parse(line)).raw);
      expect(raws).toEqual(expect.arrayContaining(['1,198.36', '1,301.19']));
    },
    SECONDS,
  );
});

describe('a page of text with the picture of a table', () => {
  it(
    'has both, each figure where it is printed',
    async () => {
      const image = await sharp(SCAN).flatten({ background: 'white' }).jpeg({ quality: 90 }).toBuffer();
      const entries = '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode';
      const path = join(temporaryFolder(), 'mixed.pdf');
      writeFileSync(
        path,
        makePdf([
          {
            width: 595,
            height: 842,
            marks: [
              { kind: 'text', x: 72, baseline: 90, size: 10.5, text: '2024年度本年支出合计1,301.19万元。' },
              {
                kind: 'picture',
                image: { width: 1240, height: 900, bytes: image, entries },
                box: [72, 200, 522, 526.6],
              },
            ],
          },
        ]),
      );
      const { stdout, code } = await duizhang(['check', path, '--format', 'json']);
      const report = Report.parse(JSON.parse(stdout));
      expect([code, report.status]).toEqual([0, 'ok']);
      expect(report.paragraphs[0]?.text).toBe('2024年度本年支出合计1,301.19万元。');
      const total = report.tables[0]?.cells.find(({ text }) => text === '1,301.19');
      expect(total).toMatchObject({ how: 'voted', place: { page: 1 } });
      const [left = 0, top = 0, right = 0, bottom = 0] =
        total !== undefined && 'box' in total.place ? total.place.box : [];
      // Its rules lie on the pixels 820, 484, 1120 and 540 of the picture.
      const scale = 450 / 1240;
      for (const [edge, expected] of [
        [left, 72 + 820 * scale],
        [top, 200 + 484 * scale],
        [right, 72 + 1120 * scale],
        [bottom, 200 + 540 * scale],
      ] as const)
        expect(Math.abs(edge - expected)).toBeLessThan(1);
    },
    SECONDS,
  );
});

describe('an engine whose thread dies in the midst of a page', () => {
  it(
    'ends the page with a reason',
    async () => {
      const post = Worker.prototype.postMessage;
      const Message = z.object({ action: z.string() });
      const spy = vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (
        this: Worker,
        message: unknown,
      ) {
        post.call(this, message);
        if (Message.safeParse(message).data?.action === 'recognize') setTimeout(() => this.terminate(), 20);
      });
      onTestFinished(() => spy.mockRestore());
      const bytes = await sharp(SCAN).png().toBuffer();
      const read = await imageFormat.read(
        { name: 'a.png', path: 'a.png', sha256: '', bytes },
        { maxLineBytes: 1, maxPages: 1, recognition: { mode: 'auto', maxPages: 1 } },
      );
      expect(spy.mock.calls.length).toBeGreaterThan(0);
      expect(read).toMatchObject({ ok: false, reason: { code: 'recognition-failed' } });
    },
    SECONDS,
  );
});
