import { expect, it } from 'vitest';
import { without } from './mask.ts';
import { drawn } from './testing.ts';

it('whitens what a step took and the rim about it, but not what is still black', () => {
  const before = drawn(12, 5, [
    [2, 2, 4, 3],
    [6, 2, 8, 3],
  ]);
  const after = drawn(12, 5, [[6, 2, 8, 3]]);
  const gray = { ...before, data: before.data.map((value) => (value === 0 ? 20 : 180)) };
  const { data } = without(gray, before, after);
  const at = (x: number, y: number) => data[y * 12 + x];
  expect([at(2, 2), at(1, 1), at(4, 3)]).toEqual([255, 255, 255]);
  expect([at(6, 2), at(8, 1), at(10, 4)]).toEqual([20, 180, 180]);
});
