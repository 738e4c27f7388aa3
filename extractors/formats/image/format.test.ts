import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Document, PackedPage } from '../../../model/document.ts';
import type { Raster } from '../../../model/raster.ts';
import { ok, type Result } from '../../../model/status.ts';
import { shownBox } from '../../../model/turn.ts';
import type { LegibleImage, Recognizer } from '../../recognition/recognizer.ts';
import { engineReading, wordsOf } from '../../recognition/testing.ts';
import { imageFormat } from './format.ts';

const [WIDTH, HEIGHT] = [600, 400];
/** Paper with a few bars on it. */
const paper = (): Buffer => {
  const pixels = Buffer.alloc(3 * WIDTH * HEIGHT, 255);
  for (let y = 20; y < HEIGHT; y += 1)
    if (y % 40 < 12) pixels.fill(0, 3 * (y * WIDTH + 40), 3 * (y * WIDTH + 200));
  return pixels;
};
const picture = () =>
  sharp(paper(), { raw: { width: WIDTH, height: HEIGHT, channels: 3 } }).withMetadata({ density: 200 });
/** Pages of one size as one TIFF. */
const tiffOf = (pages: readonly Buffer[]) =>
  sharp(Buffer.concat(pages), {
    raw: { width: WIDTH, height: HEIGHT * pages.length, channels: 3, pageHeight: HEIGHT },
  })
    .tiff()
    .toBuffer();
const text = [wordsOf('支出合计 1301.19', 60, 100)];

const sourceOf = (bytes: Uint8Array) => ({ name: 'a', path: 'a', sha256: '0'.repeat(64), bytes });
const read = (bytes: Uint8Array, engine: Recognizer = engineReading(text), maxPages = 10) =>
  imageFormat.read(sourceOf(bytes), {
    maxLineBytes: 1,
    maxPages: 10,
    recognition: { mode: 'auto', maxPages, recognizer: () => engine },
  });

/** An engine that keeps the images that it was given. */
function watching() {
  const seen: Raster[] = [];
  const engine: Recognizer = {
    ...engineReading(text),
    recognize: async ({ clean }: LegibleImage) => {
      seen.push(clean);
      return ok(text);
    },
  };
  return { seen, engine };
}

const pagesOf = (document: Result<Document>): readonly PackedPage[] =>
  document.ok ? document.value.pages.filter((page): page is PackedPage => page.kind === 'packed') : [];
const textsOf = (document: Result<Document>): readonly string[] => pagesOf(document).map((page) => page.text);

describe('imageFormat', () => {
  it.each([
    ['image/png', () => picture().png().toBuffer()],
    ['image/jpeg', () => picture().jpeg().toBuffer()],
    ['image/webp', () => picture().webp().toBuffer()],
    ['image/tiff', () => picture().tiff().toBuffer()],
  ])('reads %s by its content', async (mediaType, make) => {
    const bytes = await make();
    expect(imageFormat.score(sourceOf(bytes))).toBe(1);
    const engine = engineReading(text);
    const document = await read(bytes, engine);
    expect(document).toMatchObject({
      ok: true,
      value: { status: 'ok', source: { mediaType, pages: 1 }, pages: [{ text: '支出合计1301.19' }] },
    });
    expect(engine.isClosed()).toBe(true);
  });

  it('reads every page of a TIFF, and no more than may be recognized', async () => {
    const bytes = await tiffOf([paper(), paper()]);
    expect(await read(bytes)).toMatchObject({ ok: true, value: { status: 'ok', source: { pages: 2 } } });
    const one = await read(bytes, engineReading(text), 1);
    expect(one).toMatchObject({ ok: true, value: { status: 'partial', reasons: [{ code: 'too-large' }] } });
  });

  it('takes a blank page among others for whole, and a file of nothing else for none', async () => {
    const white = Buffer.alloc(3 * WIDTH * HEIGHT, 250);
    const document = await read(await tiffOf([paper(), white]));
    expect(document).toMatchObject({ ok: true, value: { status: 'ok', reasons: [] } });
    expect(textsOf(document)).toEqual(['支出合计1301.19', '']);
    expect(await read(await tiffOf([white, white]))).toMatchObject({
      ok: false,
      reason: { code: 'unrecognized' },
    });
  });

  it('says that recognition is needed where there is none', async () => {
    const bytes = await picture().png().toBuffer();
    expect(await imageFormat.read(sourceOf(bytes), { maxLineBytes: 1, maxPages: 1 })).toMatchObject({
      ok: false,
      reason: { code: 'no-text' },
    });
  });

  it('says of a page without text that there is none', async () => {
    const bytes = await picture().png().toBuffer();
    expect(await read(bytes, engineReading([]))).toMatchObject({
      ok: false,
      reason: { code: 'unrecognized' },
    });
  });

  it('is no format for other bytes', () => {
    for (const bytes of ['%PDF-1.7', '收入支出决算表', 'RIFF1234WAVE', ''])
      expect(imageFormat.score(sourceOf(Buffer.from(bytes)))).toBe(0);
  });
});

describe('places on an image', () => {
  /** The box of the figure on the page as it is shown. */
  async function figureOn(bytes: Uint8Array) {
    const { seen, engine } = watching();
    const [page] = pagesOf(await read(bytes, engine));
    const figure = page?.figures?.[0];
    if (page === undefined || figure === undefined) throw new Error('nothing read');
    return { page, seen, box: shownBox(figure.box, page).map((edge) => Math.round(edge)) };
  }

  it('are in its pixels', async () => {
    const { page, box } = await figureOn(await picture().png().toBuffer());
    expect(page).toMatchObject({ width: 216, height: 144, frame: { width: WIDTH, height: HEIGHT } });
    expect(box).toEqual([180, 100, 348, 124]);
  });

  it('are in its pixels where it was made smaller', async () => {
    const { page, seen, box } = await figureOn(
      await picture().withMetadata({ density: 600 }).png().toBuffer(),
    );
    expect(seen[0]).toMatchObject({ width: WIDTH / 2, height: HEIGHT / 2, dpi: 300 });
    expect(page.frame).toMatchObject({ width: WIDTH, height: HEIGHT });
    expect(box).toEqual([360, 200, 696, 248]);
  });

  it('are those of the image as it is shown where a camera was turned', async () => {
    const { page, seen, box } = await figureOn(
      await picture().withMetadata({ orientation: 6, density: 200 }).jpeg().toBuffer(),
    );
    expect(seen[0]).toMatchObject({ width: HEIGHT, height: WIDTH });
    expect(page.frame).toMatchObject({ width: HEIGHT, height: WIDTH });
    expect(box).toEqual([180, 100, 348, 124]);
  });

  it('are in its own pixels where these are higher than wide, as those of a fax', async () => {
    const fax = await sharp(paper(), { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
      .toColourspace('b-w')
      .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 204 / 25.4, yres: 102 / 25.4 })
      .toBuffer();
    const { page, seen, box } = await figureOn(fax);
    expect(seen[0]).toMatchObject({ width: WIDTH, height: 2 * HEIGHT });
    expect(page.frame).toMatchObject({ width: WIDTH, height: HEIGHT });
    expect(box).toEqual([180, 50, 348, 62]);
  });
});

/** A chunk of a PNG; nobody looks at its checksum before its length. */
const chunk = (name: string, data: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
};

describe('a hostile image', () => {
  it('with a header that claims more pixels than may be read is too large', async () => {
    const bytes = await picture().png().toBuffer();
    // Width and height stand in the header, behind the signature, its length and its name; its checksum follows them.
    bytes.writeUInt32BE(60_000, 16);
    bytes.writeUInt32BE(60_000, 20);
    const document = await read(bytes);
    expect(document.ok).toBe(false);
    if (!document.ok) expect(['too-large', 'damaged']).toContain(document.reason.code);
  });

  it.each([
    ['PNG', () => picture().png().toBuffer()],
    ['JPEG', () => picture().jpeg().toBuffer()],
    ['WebP', () => picture().webp({ lossless: true }).toBuffer()],
    ['TIFF', () => picture().tiff({ compression: 'none' }).toBuffer()],
  ])('that ends in the midst is damaged (%s)', async (_, make) => {
    const bytes = await make();
    expect(await read(bytes.subarray(0, Math.floor(bytes.length / 2)))).toMatchObject({
      ok: false,
      reason: { code: 'damaged' },
    });
  });

  it('whose header lies about its height is damaged, not read with rows that are not there (JPEG)', async () => {
    const bytes = await picture().jpeg().toBuffer();
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    bytes.writeUInt16BE(10 * HEIGHT, frame + 5);
    expect(await read(bytes)).toMatchObject({ ok: false, reason: { code: 'damaged' } });
  });

  it('whose directory lies about its height is damaged (TIFF)', async () => {
    const bytes = await picture().tiff({ compression: 'none' }).toBuffer();
    for (let entry = bytes.readUInt32LE(4) + 2; entry + 12 <= bytes.length; entry += 12)
      if (bytes.readUInt16LE(entry) === 257) {
        bytes.writeUInt32LE(10 * HEIGHT, entry + 8);
        break;
      }
    expect(await read(bytes)).toMatchObject({ ok: false, reason: { code: 'damaged' } });
  });

  it('with a text that unpacks to a hundred times of what it holds is not unpacked', async () => {
    const bytes = await picture().png().toBuffer();
    const bomb = Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(300_000_000))]);
    const before = process.resourceUsage().maxRSS;
    await read(Buffer.concat([bytes.subarray(0, 33), chunk('zTXt', bomb), bytes.subarray(33)]));
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(200);
  });

  it('of ten thousand by fourteen thousand pixels is made smaller before it is read', async () => {
    const { seen, engine } = watching();
    const [width, height] = [10_000, 14_000];
    const bars = await picture().png().toBuffer();
    const bytes = await sharp({ create: { width, height, channels: 3, background: 'white' } })
      .composite([{ input: bars, left: 0, top: 0 }])
      .jpeg()
      .toBuffer();
    const document = await read(bytes, engine, 1);
    expect(document.ok).toBe(true);
    expect(Math.max(...seen.map((image) => Math.max(image.width, image.height)))).toBe(3507);
  }, 60_000);
});
