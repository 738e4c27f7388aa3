import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { engineReading, wordsOf } from '../../recognition/testing.ts';
import { imageFormat } from './format.ts';

const [WIDTH, HEIGHT] = [600, 400];
const picture = () =>
  sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: 'white' } }).withMetadata({
    density: 200,
  });
/** Two pages below each other as one TIFF of two pages. */
const twoPages = () =>
  sharp(Buffer.alloc(3 * WIDTH * HEIGHT * 2, 255), {
    raw: { width: WIDTH, height: HEIGHT * 2, channels: 3, pageHeight: HEIGHT },
  })
    .tiff()
    .toBuffer();
const text = [wordsOf('支出合计 1301.19', 60, 100)];

const sourceOf = (bytes: Uint8Array) => ({ name: 'a', path: 'a', sha256: '0'.repeat(64), bytes });
const read = (bytes: Uint8Array, engine = engineReading(text), maxPages = 10) =>
  imageFormat.read(sourceOf(bytes), {
    maxLineBytes: 1,
    maxPages: 10,
    recognition: { mode: 'auto', maxPages, engine: () => engine },
  });

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
    const bytes = await twoPages();
    expect(await read(bytes)).toMatchObject({ ok: true, value: { status: 'ok', source: { pages: 2 } } });
    const one = await read(bytes, engineReading(text), 1);
    expect(one).toMatchObject({ ok: true, value: { status: 'partial', reasons: [{ code: 'too-large' }] } });
  });

  it('gives pages in points', async () => {
    const document = await read(await picture().png().toBuffer());
    expect(document.ok && document.value.pages[0]).toMatchObject({ width: 216, height: 144 });
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

  it('that ends in the midst is damaged', async () => {
    const bytes = await picture().png().toBuffer();
    expect(await read(bytes.subarray(0, bytes.length - 40))).toMatchObject({
      ok: false,
      reason: { code: 'damaged' },
    });
  });

  it('of ten thousand by fourteen thousand pixels is made smaller before it is read', async () => {
    const bytes = await sharp({ create: { width: 10_000, height: 14_000, channels: 3, background: 'white' } })
      .jpeg()
      .toBuffer();
    const sizes: number[] = [];
    const engine = { ...engineReading(text) };
    const watching = {
      ...engine,
      recognize: async (image: { readonly width: number; readonly height: number }) => {
        sizes.push(Math.max(image.width, image.height));
        return { ok: true as const, value: text };
      },
    };
    const document = await imageFormat.read(sourceOf(bytes), {
      maxLineBytes: 1,
      maxPages: 1,
      recognition: { mode: 'auto', maxPages: 1, engine: () => watching },
    });
    expect(document.ok).toBe(true);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(5000);
  }, 60_000);
});
