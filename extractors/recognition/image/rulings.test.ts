import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutRules } from './erase.ts';
import { rulesOf } from './rulings.ts';
import { allOf, darkIn, drawn } from './testing.ts';

type Box = readonly [number, number, number, number];

const grid = (xs: readonly number[], ys: readonly number[], pen: number): readonly Box[] => [
  ...xs.map((x): Box => [x, ys[0] ?? 0, x + pen, (ys.at(-1) ?? 0) + pen]),
  ...ys.map((y): Box => [xs[0] ?? 0, y, (xs.at(-1) ?? 0) + pen, y + pen]),
];

function positions(first: number, steps: readonly number[]): readonly number[] {
  let at = first;
  return [
    first,
    ...steps.map((step) => {
      at += step;
      return at;
    }),
  ];
}

describe('rulesOf', () => {
  it('finds every line of a grid where it was drawn, and nothing is left once they are erased', () => {
    const steps = fc.array(fc.integer({ min: 100, max: 160 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(steps, steps, fc.integer({ min: 1, max: 4 }), (wide, high, pen) => {
        const [xs, ys] = [positions(20, wide), positions(30, high)];
        const page = drawn(760, 760, grid(xs, ys, pen));
        const rules = rulesOf(page);
        expect(rules.vertical.map(({ at }) => Math.round(at - pen / 2)).toSorted((a, b) => a - b)).toEqual(
          xs,
        );
        expect(rules.horizontal.map(({ at }) => Math.round(at - pen / 2))).toEqual(ys);
        const bare = withoutRules(page, rules);
        expect(darkIn(bare, allOf(bare))).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('joins the parts of a broken line and keeps the two of a double line apart', () => {
    const { horizontal } = rulesOf(
      drawn(700, 120, [
        [20, 40, 200, 42],
        [230, 40, 420, 42],
        [440, 41, 660, 43],
        [20, 80, 660, 82],
        [20, 86, 660, 88],
      ]),
    );
    expect(horizontal).toHaveLength(3);
    expect(horizontal.filter(({ from, to }) => from === 20 && to === 660)).toHaveLength(3);
  });

  it('joins a broken line, but not across a merged cell or from one table to the next', () => {
    const across = [20, 140, 190, 310].map((y): [number, number, number, number] => [20, y, 400, y + 2]);
    const page = drawn(420, 330, [
      ...across,
      [20, 20, 22, 142],
      [20, 190, 22, 312],
      [200, 20, 202, 75],
      [200, 83, 202, 142],
      [200, 190, 202, 312],
    ]);
    const { horizontal, vertical } = rulesOf(page);
    expect(horizontal).toHaveLength(4);
    expect(vertical.map(({ from, to }) => [from, to]).toSorted(([a = 0], [b = 0]) => a - b)).toEqual([
      [20, 142],
      [20, 142],
      [190, 312],
      [190, 312],
    ]);
  });

  it('takes no stroke of a large character for a line, and no black rim for a thin one', () => {
    const { horizontal, vertical, bars } = rulesOf(
      drawn(700, 400, [
        [100, 50, 103, 105],
        [80, 70, 130, 73],
        [0, 380, 700, 400],
      ]),
    );
    expect([horizontal.length, vertical.length]).toEqual([0, 0]);
    expect(bars.horizontal).toHaveLength(1);
  });
});

describe('withoutRules', () => {
  it('leaves the strokes that cross a line', () => {
    const page = drawn(400, 100, [
      [10, 50, 390, 52],
      [200, 30, 203, 70],
    ]);
    const bare = withoutRules(page, rulesOf(page));
    expect(darkIn(bare, { left: 200, top: 30, right: 203, bottom: 70 })).toBe(3 * 40);
    expect(darkIn(bare, { left: 10, top: 45, right: 190, bottom: 56 })).toBe(0);
  });
});
