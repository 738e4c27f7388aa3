import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deskewed, skewOf } from './deskew.ts';
import { drawn } from './testing.ts';

const lines = drawn(
  900,
  500,
  [60, 120, 180, 240, 300, 360, 420].map((y) => [100, y, 800, y + 3] as const),
);

describe('skewOf', () => {
  it('finds the angle by which a page with lines was turned', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), (tenths) => {
        const turned = deskewed(lines, tenths / 10);
        const black = { ...turned, data: turned.data.map((value) => (value < 128 ? 0 : 255)) };
        expect(Math.abs(skewOf(black) + tenths / 10)).toBeLessThan(0.1);
      }),
      { numRuns: 12 },
    );
  });

  it('is 0 on a page without lines', () => {
    expect(skewOf(drawn(300, 300, [[10, 10, 14, 14]]))).toBe(0);
  });
});
