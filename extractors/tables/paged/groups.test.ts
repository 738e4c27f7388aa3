import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centredGroups } from './groups.ts';

const at = (centre: number) => ({ top: centre - 4, bottom: centre + 4 });
const edges = (rows: number): readonly number[] => Array.from({ length: rows + 1 }, (_, i) => 100 + 14 * i);

describe('centredGroups', () => {
  it('cuts a column of labels set in the middle of their rows', () => {
    expect(centredGroups([at(121), at(163)], edges(6))).toEqual([
      [0, 3],
      [3, 6],
    ]);
  });
  it('leaves columns alone whose texts do not share out the rows', () => {
    expect(centredGroups([at(107), at(111)], edges(6))).toBeNull();
    expect(centredGroups([at(107), at(121)], edges(2))).toBeNull();
  });
  it('finds any way to cut rows into groups, and its ranges tile the rows', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(sizes, (all) => {
        const count = all.reduce((sum, n) => sum + n, 0);
        fc.pre(count > all.length);
        let start = 0;
        const ranges = all.map((n) => {
          start += n;
          return [start - n, start] as const;
        });
        const blocks = ranges.map(([from, to]) => at(100 + 7 * (from + to)));
        expect(centredGroups(blocks, edges(count))).toEqual(ranges);
      }),
    );
  });
});
