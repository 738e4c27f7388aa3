import { describe, expect, it } from 'vitest';
import { uninverted } from './invert.ts';
import { drawn } from './testing.ts';

/** A page with a dark bar and something brighter on it. */
function barWith(print: readonly (readonly [number, number, number, number])[], ground = 60, bright = 250) {
  const page = drawn(400, 200, [
    [40, 40, 360, 88],
    [40, 150, 60, 154],
  ]);
  const isPrint = (x: number, y: number) => print.some(([l, t, r, b]) => x >= l && x < r && y >= t && y < b);
  const data = page.data.map((value, at) => {
    const [x, y] = [at % 400, Math.floor(at / 400)];
    if (y >= 88 || value !== 0) return value;
    return isPrint(x, y) ? bright : ground;
  });
  return { ...page, data };
}
const at = ({ data }: { readonly data: Uint8Array }, x: number, y: number) => data[y * 400 + x];

describe('uninverted', () => {
  it('makes white print on a dark head black on white, and leaves the rest as it is', () => {
    const page = uninverted(
      barWith([
        [100, 52, 104, 76],
        [200, 60, 230, 64],
        [300, 52, 304, 76],
      ]),
    );
    expect(at(page, 102, 60)).toBeLessThan(20);
    expect(at(page, 150, 60)).toBe(255);
    expect(at(page, 50, 152)).toBe(0);
    expect(at(page, 20, 20)).toBe(255);
  });

  it('leaves a black bar without print alone', () => {
    const bar = barWith([]);
    expect(uninverted(bar)).toBe(bar);
    const rim = barWith([[100, 52, 104, 76]], 60, 80);
    expect(uninverted(rim)).toBe(rim);
  });
});
