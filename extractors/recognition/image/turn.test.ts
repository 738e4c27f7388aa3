import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Turn, uprightMatrix } from '../../../model/turn.ts';
import { drawn } from './testing.ts';
import { uprighted } from './turn.ts';

const BACK: Readonly<Record<Turn, Turn>> = { 90: 270, 180: 180, 270: 90 };

describe('uprighted', () => {
  it('puts every pixel where the turn of the page puts its point', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Turn>(90, 180, 270),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 4 }),
        (turn, x, y) => {
          const page = drawn(7, 5, [[x, y, x + 1, y + 1]]);
          const upright = uprighted(page, turn);
          const [a, b, c, d, e, f] = uprightMatrix(turn, page);
          const [u, v] = [a * (x + 0.5) + c * (y + 0.5) + e, b * (x + 0.5) + d * (y + 0.5) + f];
          expect(upright.data[Math.floor(v) * upright.width + Math.floor(u)]).toBe(0);
          expect(uprighted(upright, BACK[turn])).toEqual(page);
        },
      ),
    );
  });
});
