import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownBox, shownMatrix, shownSize, type Turn, uprightMatrix } from './turn.ts';

const turns = fc.constantFrom<Turn>(90, 180, 270);
const length = fc.integer({ min: 1, max: 2000 });
const at = ([a, b, c, d, e, f]: readonly number[], x: number, y: number): readonly number[] => [
  (a ?? 0) * x + (c ?? 0) * y + (e ?? 0),
  (b ?? 0) * x + (d ?? 0) * y + (f ?? 0),
];

test('what is made upright goes back to where it is shown, and stays on the page', () => {
  fc.assert(
    fc.property(turns, length, length, length, length, (turn, width, height, x, y) => {
      const size = shownSize({ turn, width, height });
      const upright = { turn, ...(turn === 180 ? size : { width: size.height, height: size.width }) };
      expect(upright).toEqual({ turn, width, height });
      const [u = 0, v = 0] = at(uprightMatrix(turn, size), x, y);
      expect(at(shownMatrix(upright), u, v)).toEqual([x, y]);
      expect(shownBox([u, v, u, v], upright)).toEqual([x, y, x, y]);
    }),
  );
});

test('a text that runs down begins at the top', () => {
  expect(at(uprightMatrix(90, { width: 100, height: 200 }), 90, 10)).toEqual([10, 10]);
});

test('a box stays a box where it is shown, a quarter turn exchanges its sides', () => {
  fc.assert(
    fc.property(turns, length, length, length, length, (turn, x, y, width, height) => {
      const [x0, y0, x1, y1] = shownBox([x, y, x + width, y + height], { turn, width: 4000, height: 4000 });
      expect([x1 - x0, y1 - y0]).toEqual(turn === 180 ? [width, height] : [height, width]);
    }),
  );
});
