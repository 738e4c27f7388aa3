import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { ColorRaster } from '../../model/raster.ts';
import { CONDITIONS, dirtied } from './dirt.ts';
import { drawnPages } from './draw.ts';
import { imagesPdf } from './images-pdf.ts';

/** A page of so many pixels, black in its upper left quarter. */
function page(width: number, height: number): ColorRaster {
  const data = new Uint8Array(3 * width * height).fill(255);
  for (let y = 0; y < height / 2; y += 1)
    data.fill(0, 3 * y * width, 3 * (y * width + Math.floor(width / 2)));
  return { width, height, data, dpi: 100 };
}

const shadeAt = ({ width, data }: ColorRaster, x: number, y: number): number =>
  data[3 * (y * width + x)] ?? -1;

it('writes images as pages that are drawn again as they were', async () => {
  const original = page(300, 200);
  const { width, height, data, dpi } = original;
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
  const pdf = imagesPdf([
    { jpeg, width, height, dpi },
    { jpeg, width, height, dpi },
  ]);
  const [, second] = await drawnPages(pdf, [1, 2], dpi);
  if (second === undefined) throw new Error('the second page is missing');
  expect([second.width, second.height]).toEqual([width, height]);
  expect([shadeAt(second, 40, 40) < 60, shadeAt(second, 260, 160) > 200]).toEqual([true, true]);
});

it.each(CONDITIONS)('makes a page dirty in the same way for the same seed: %s', async (condition) => {
  const [once, again, other] = await Promise.all(
    [1, 1, 2].map((seed) => dirtied(page(420, 400), condition, seed)),
  );
  expect(once).toEqual(again);
  const isChance = !['clean', 'skew'].includes(condition);
  expect(Buffer.compare(once ?? Buffer.of(), other ?? Buffer.of()) !== 0).toBe(isChance);
});
