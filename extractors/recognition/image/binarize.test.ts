import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Raster } from '../../../model/raster.ts';
import { binarized } from './binarize.ts';

/** Sauvola's formula word for word: every window summed anew. */
function plain({ width, height, data, dpi }: Raster): readonly number[] {
  const reach = Math.max(2, Math.round(dpi / 12));
  return Array.from(data, (value, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const window: number[] = [];
    for (let v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v += 1)
      for (let u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u += 1)
        window.push(data[v * width + u] ?? 0);
    const mean = window.reduce((sum, one) => sum + one, 0) / window.length;
    const square = window.reduce((sum, one) => sum + one * one, 0) / window.length;
    const threshold = mean * (1 + 0.2 * (Math.sqrt(Math.max(0, square - mean * mean)) / 128 - 1));
    return value < threshold ? 0 : 255;
  });
}

describe('binarized', () => {
  it('is what the formula says, whatever the page', () => {
    const pages = fc
      .record({ width: fc.integer({ min: 1, max: 14 }), height: fc.integer({ min: 1, max: 14 }) })
      .chain(({ width, height }) =>
        fc.uint8Array({ minLength: width * height, maxLength: width * height }).map((data) => ({
          width,
          height,
          data,
          dpi: 36,
        })),
      );
    fc.assert(
      fc.property(pages, (page) => {
        expect([...binarized(page).data]).toEqual(plain(page));
      }),
      { numRuns: 60 },
    );
  });
});
