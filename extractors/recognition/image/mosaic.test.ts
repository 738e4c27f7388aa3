import { describe, expect, it } from 'vitest';
import { inkBox, mosaicOf } from './mosaic.ts';
import { allOf, darkIn, drawn } from './testing.ts';

const page = drawn(100, 80, [
  [10, 20, 30, 28],
  [60, 50, 64, 58],
]);

describe('inkBox', () => {
  it('is as small as the ink of a part, and null without any', () => {
    expect(inkBox(page, { left: 0, top: 0, right: 50, bottom: 40 })).toEqual({
      left: 10,
      top: 20,
      right: 30,
      bottom: 28,
    });
    expect(inkBox(page, { left: 70, top: 0, right: 100, bottom: 80 })).toBeNull();
  });
});

describe('mosaicOf', () => {
  it('sets pieces one below the other with white between, and none of their ink is lost', () => {
    const { image, slots } = mosaicOf(page, [
      { left: 10, top: 20, right: 30, bottom: 28 },
      { left: 60, top: 50, right: 64, bottom: 58 },
    ]);
    expect(slots.map((slot) => darkIn(image, slot))).toEqual([160, 32]);
    expect(darkIn(image, allOf(image))).toBe(192);
    expect((slots[1]?.top ?? 0) - (slots[0]?.bottom ?? 0)).toBeGreaterThan(5);
  });
});
