import { expect, it } from 'vitest';
import { despeckled } from './despeckle.ts';
import { allOf, darkIn, drawn } from './testing.ts';

it('takes specks away and leaves points, also such as hang together by their corners', () => {
  const page = drawn(60, 30, [
    [3, 3, 4, 4],
    [10, 10, 13, 11],
    [30, 20, 33, 23],
    [50, 5, 52, 7],
    [52, 7, 54, 9],
  ]);
  const clean = despeckled(page, page);
  expect(darkIn(clean, { left: 0, top: 0, right: 20, bottom: 30 })).toBe(0);
  expect(darkIn(clean, allOf(clean))).toBe(9 + 8);
});

it('keeps what a threshold has left of a faint minus', () => {
  const black = drawn(60, 30, [
    [10, 14, 12, 15],
    [20, 14, 21, 15],
  ]);
  const isMinus = (x: number, y: number): boolean => x >= 8 && x < 23 && y >= 13 && y < 16;
  const gray = black.data.map((value, at) => (isMinus(at % 60, Math.floor(at / 60)) ? 180 : value));
  expect(darkIn(despeckled(black, { ...black, data: gray }), allOf(black))).toBe(3);
});
