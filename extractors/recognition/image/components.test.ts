import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PixelBox, Raster } from '../../../model/raster.ts';
import { componentsOf } from './components.ts';
import { drawn } from './testing.ts';

/** The same by following every spot pixel by pixel. */
function followed({ width, height, data }: Raster): readonly PixelBox[] {
  const seen = new Set<number>();
  const boxes: PixelBox[] = [];
  for (const [start, value] of data.entries()) {
    if (value !== 0 || seen.has(start)) continue;
    const spot = [start];
    seen.add(start);
    for (const at of spot)
      for (const dy of [-1, 0, 1])
        for (const dx of [-1, 0, 1]) {
          const [x, y] = [(at % width) + dx, Math.floor(at / width) + dy];
          const next = y * width + x;
          if (x < 0 || y < 0 || x >= width || y >= height || data[next] !== 0 || seen.has(next)) continue;
          seen.add(next);
          spot.push(next);
        }
    const xs = spot.map((at) => at % width);
    const ys = spot.map((at) => Math.floor(at / width));
    boxes.push({
      left: Math.min(...xs),
      top: Math.min(...ys),
      right: Math.max(...xs) + 1,
      bottom: Math.max(...ys) + 1,
    });
  }
  return boxes;
}

const sorted = (boxes: readonly PixelBox[]) =>
  boxes.map((box) => JSON.stringify(Object.values(box))).toSorted();

describe('componentsOf', () => {
  it('boxes every spot, those that touch by their corners as one', () => {
    const page = drawn(20, 10, [
      [1, 1, 4, 3],
      [4, 3, 6, 5],
      [10, 2, 12, 9],
    ]);
    expect(sorted(componentsOf(page))).toEqual(['[1,1,6,5]', '[10,2,12,9]']);
  });

  it('finds the same spots as following them pixel by pixel', () => {
    const pixels = fc.array(fc.constantFrom(0, 255), { minLength: 63, maxLength: 63 });
    fc.assert(
      fc.property(pixels, (data) => {
        const page = { width: 9, height: 7, data: Uint8Array.from(data), dpi: 200 };
        expect(sorted(componentsOf(page))).toEqual(sorted(followed(page)));
      }),
    );
  });
});
