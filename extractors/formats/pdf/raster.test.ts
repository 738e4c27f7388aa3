import { describe, expect, it } from 'vitest';
import {
  BARS,
  ccittImage,
  type Drawing,
  flateImage,
  jbig2Image,
  jpegImage,
  jpxBars,
} from '../../../fixtures/pdf/images.ts';
import { type EmbeddedImage, type Mark, makePdf, type PageDesign } from '../../../fixtures/pdf/make.ts';
import type { ColorRaster } from '../../../model/raster.ts';
import type { Result } from '../../../model/status.ts';
import { withPdf } from './open.ts';
import { type PageRaster, type RasterPart, rasterOfPage } from './raster.ts';

const rasterOf = (page: PageDesign, part: RasterPart = 'page'): Promise<Result<PageRaster>> =>
  withPdf(makePdf([page]), { isDrawn: true }, (pdf) => rasterOfPage(pdf, 1, part));

async function rastered(page: PageDesign, part?: RasterPart): Promise<PageRaster> {
  const raster = await rasterOf(page, part);
  if (!raster.ok) throw new Error(raster.reason.message);
  return raster.value;
}

/** How many pixels of an image are other than drawn. */
const wrongPixels = ({ width, height, data }: ColorRaster, { isBlack }: Drawing): number => {
  let wrong = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((data[3 * (y * width + x)] ?? 0) < 128 !== isBlack(x, y)) wrong += 1;
  return wrong;
};

const page = (image: EmbeddedImage, more: Partial<Mark & { kind: 'picture' }> = {}): PageDesign => ({
  width: 150,
  height: 48,
  marks: [{ kind: 'picture', image, box: [0, 0, 150, 48], ...more }],
});

const TEXT: Mark = { kind: 'text', x: 20, baseline: 30, size: 12, text: '收入' };

describe('the image that a page consists of', () => {
  it.each([
    ['DCTDecode', jpegImage],
    ['CCITTFaxDecode', ccittImage],
    ['JBIG2Decode', async () => jbig2Image(BARS)],
    ['JPXDecode', async () => jpxBars()],
    ['FlateDecode', flateImage],
  ])('is taken as it is (%s)', async (_, made) => {
    const { image } = await rastered(page(await made(BARS)));
    expect([image.width, image.height, image.dpi]).toEqual([300, 96, 144]);
    expect(wrongPixels(image, BARS)).toBe(0);
  });

  const { width, height, isBlack } = BARS;
  it.each([
    [90, 96, 300, (x: number, y: number) => isBlack(y, height - 1 - x)],
    [180, 300, 96, (x: number, y: number) => isBlack(width - 1 - x, height - 1 - y)],
    [270, 96, 300, (x: number, y: number) => isBlack(width - 1 - y, x)],
  ] as const)('is turned as it is set (%s)', async (turn, wide, high, drawn) => {
    const mark = { kind: 'picture', image: jbig2Image(BARS), box: [0, 0, wide / 2, high / 2], turn } as const;
    const { image, frame } = await rastered({ width: wide / 2, height: high / 2, marks: [mark] });
    expect([image.width, image.height, image.dpi]).toEqual([wide, high, 144]);
    expect(wrongPixels(image, { width: wide, height: high, isBlack: drawn })).toBe(0);
    expect(frame?.matrix).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it('is turned as the page is', async () => {
    const { image } = await rastered({ ...page(jbig2Image(BARS)), rotate: 270 });
    const drawn = { width: 96, height: 300, isBlack: (x: number, y: number) => isBlack(width - 1 - y, x) };
    expect(wrongPixels(image, drawn)).toBe(0);
  });

  it('says where on the page it lies', async () => {
    const { image, frame } = await rastered(page(jbig2Image(BARS), { box: [10, 6, 130, 44.4] }));
    expect(image).toMatchObject({ width: 300, height: 96, dpi: 180 });
    expect(frame).toEqual({ width: 150, height: 48, matrix: [1, 0, 0, 1, 10, expect.closeTo(6, 6)] });
  });

  it('gets square pixels where those of a fax are not', async () => {
    const { image, frame } = await rastered({
      ...page(jbig2Image(BARS), { box: [0, 0, 150, 96] }),
      height: 96,
    });
    expect(image).toMatchObject({ width: 300, height: 192, dpi: 144 });
    expect(frame?.matrix).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it('that is damaged makes the page unreadable', async () => {
    const image = await jpegImage(BARS);
    const broken = { ...image, bytes: image.bytes.subarray(100) };
    expect(await rasterOf(page(broken))).toMatchObject({ ok: false, reason: { code: 'page-unreadable' } });
  });
});

describe('a page', () => {
  it('is drawn as finely as its pictures where these are not all of it', async () => {
    const { image, frame } = await rastered({
      ...page(jbig2Image(BARS), { box: [0, 0, 100, 32] }),
      height: 60,
    });
    expect(frame).toBeUndefined();
    expect(image).toMatchObject({ width: Math.ceil((150 * 216) / 72), dpi: 216 });
    const stamped = await rastered({
      ...page(jbig2Image(BARS)),
      marks: [...page(jbig2Image(BARS)).marks, TEXT],
    });
    expect(stamped.image).toMatchObject({ width: Math.ceil((150 * 200) / 72) });
  });

  it('gives its pictures without the text on them', async () => {
    const design = page(jbig2Image(BARS));
    const stamped = { ...design, marks: [...design.marks, TEXT] };
    const own = await rastered(stamped, 'pictures');
    expect(wrongPixels(own.image, BARS)).toBe(0);
    const small = { ...page(jbig2Image(BARS), { box: [0, 0, 60, 19] }), height: 60 };
    const [bare, written] = await Promise.all([
      rastered(small, 'pictures'),
      rastered({ ...small, marks: [...small.marks, TEXT] }, 'pictures'),
    ]);
    expect(written.image).toEqual(bare.image);
  });
});
