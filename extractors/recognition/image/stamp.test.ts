import { describe, expect, it } from 'vitest';
import { withoutStamp } from './stamp.ts';
import { drawn } from './testing.ts';

/** A page with print, and over a part of it a gray square as large as a seal. */
function stampedWith(level: number, print: number) {
  const page = drawn(300, 200, [
    [20, 20, 24, 120],
    [100, 20, 104, 120],
  ]);
  const isStamp = (at: number): boolean =>
    at % 300 >= 80 && at % 300 < 280 && Math.floor(at / 300) >= 10 && Math.floor(at / 300) < 190;
  const data = page.data.map((value, at) => (value === 0 ? print : isStamp(at) ? level : value));
  return { ...page, data };
}
const at = (data: Uint8Array, x: number, y: number) => data[y * 300 + x];

describe('withoutStamp', () => {
  it('whitens a gray seal and leaves the print under it and beside it', () => {
    const { data } = withoutStamp(stampedWith(160, 25));
    expect(at(data, 130, 70)).toBe(255);
    expect(at(data, 102, 70)).toBe(25);
    expect(at(data, 22, 70)).toBe(25);
    expect(at(data, 290, 195)).toBe(255);
  });

  it('leaves a page alone whose print is as faint, and one with a small blot', () => {
    const faint = stampedWith(140, 85);
    expect(withoutStamp(faint)).toEqual(faint);
    const blot = drawn(300, 200, [[20, 20, 24, 120]]);
    blot.data.fill(160, 300 * 40 + 80, 300 * 40 + 100);
    expect(withoutStamp(blot)).toBe(blot);
  });
});
