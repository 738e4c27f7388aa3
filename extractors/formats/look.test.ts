import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColorRaster } from '../../model/raster.ts';
import { isBlank, looksPrinted, showsTable } from './look.ts';

type Shade = (x: number, y: number) => number;

const imageOf = (width: number, height: number, shade: Shade, dpi = 150): ColorRaster => {
  const data = new Uint8Array(3 * width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) data.fill(shade(x, y), 3 * (y * width + x), 3 * (y * width + x) + 3);
  return { width, height, data, dpi };
};
const all = ({ width, height }: ColorRaster) => ({ left: 0, top: 0, right: width, bottom: height });

/** Grain of paper that looks the same everywhere. */
const grain: Shade = (x, y) => 240 + ((7 * x + 13 * y) % 8);
const print: Shade = (x, y) => (y % 30 > 10 && y % 30 < 22 && x % 14 < 5 ? 20 : grain(x, y));
/** Light and dark run into each other in many shades, as in a photograph. */
const photograph: Shade = (x, y) => 120 + 70 * Math.sin(x / 9) * Math.cos(y / 7) + ((x * 31 + y * 17) % 60);

describe('a page image', () => {
  it('is blank where it shows paper and a few grains of dust', () => {
    expect(isBlank(imageOf(600, 400, grain))).toBe(true);
    expect(isBlank(imageOf(600, 400, (x, y) => (x === 300 && y < 2 ? 0 : grain(x, y))))).toBe(true);
    expect(isBlank(imageOf(600, 400, () => 0))).toBe(false);
    expect(isBlank(imageOf(600, 400, photograph))).toBe(false);
  });

  it('is not where a single digit stands on it, wherever that is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 585 }), fc.integer({ min: 0, max: 380 }), (left, top) => {
        const isInk = (x: number, y: number): boolean =>
          x >= left && x < left + 12 && y >= top && y < top + 18 && (x - left < 3 || y - top < 3);
        expect(isBlank(imageOf(600, 400, (x, y) => (isInk(x, y) ? 30 : grain(x, y))))).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it('may hold text where it is mostly paper, as no photograph is', () => {
    const [text, photo] = [imageOf(600, 400, print), imageOf(600, 400, photograph)];
    expect([looksPrinted(text, all(text)), looksPrinted(photo, all(photo))]).toEqual([true, false]);
  });

  it('shows a table where rules cross', () => {
    const grid: Shade = (x, y) => (x % 150 < 2 || y % 60 < 2 ? 0 : print(x, y));
    const lined: Shade = (x, y) => (y % 60 < 2 || x < 2 ? 0 : print(x, y));
    const [table, chart] = [imageOf(602, 402, grid), imageOf(602, 402, lined)];
    expect([showsTable(table, all(table)), showsTable(chart, all(chart))]).toEqual([true, false]);
    expect(showsTable(table, { left: 10, top: 10, right: 140, bottom: 55 })).toBe(false);
  });
});
