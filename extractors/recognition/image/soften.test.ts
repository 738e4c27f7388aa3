import { describe, expect, it } from 'vitest';
import { isBilevel, softened } from './soften.ts';
import { drawn } from './testing.ts';

describe('softened', () => {
  it('keeps a plain page as it is and gives strokes a gray rim', () => {
    expect(softened(drawn(20, 20))).toEqual(drawn(20, 20));
    const { data } = softened(drawn(21, 21, [[9, 5, 11, 16]]));
    expect(data[10 * 21 + 8]).toBeGreaterThan(data[10 * 21 + 9] ?? 255);
    expect(data[10 * 21 + 8]).toBeLessThan(255);
  });
});

describe('isBilevel', () => {
  it('tells a fax from a scan in gray', () => {
    const fax = drawn(20, 20, [[5, 5, 15, 8]]);
    expect(isBilevel(fax)).toBe(true);
    expect(isBilevel({ ...fax, data: fax.data.map((value) => (value === 0 ? 110 : 250)) })).toBe(false);
  });

  it('is not true of a page without ink', () => {
    expect(isBilevel(drawn(5, 5))).toBe(false);
  });
});
