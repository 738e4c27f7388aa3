import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borders, type Mark, type Slot } from './borders.ts';

const slot = (top: number, words = ''): Slot => ({
  top,
  bottom: top + 1,
  words,
  name: words,
  group: null,
  ordinal: null,
  total: false,
  torn: false,
});
const mark = (at: number, words = ''): Mark => ({
  from: at,
  to: at,
  middle: at + 0.5,
  reach: 0.5,
  words,
  group: null,
});
const slots = (count: number): readonly Slot[] => Array.from({ length: count }, (_, at) => slot(at));

describe('borders', () => {
  it('gives rows to labels printed in the middle', () => {
    expect(borders(slots(9), [mark(1), mark(4), mark(7)])).toEqual([0, 3, 6]);
  });
  it('gives rows to labels printed in the first row', () => {
    expect(borders(slots(12), [mark(0), mark(4), mark(8)])).toEqual([0, 4, 8]);
  });
  it('lets shared words decide where the position does not', () => {
    const rows = [slot(0, '评价'), slot(1, '检修评定'), slot(2, '备件更新')];
    expect(borders(rows, [mark(0, '等级评价'), mark(2, '阀门检修')])).toEqual([0, 1]);
  });
  it('begins a group where a list begins anew', () => {
    const rows = [1, 2, 3, 4, 1, 2].map((ordinal, top) => ({ ...slot(top), ordinal }));
    expect(borders(rows, [mark(1), mark(5)])).toEqual([0, 4]);
  });
  it('covers all rows from the first on, each label its own', () => {
    const marked = fc
      .uniqueArray(fc.nat(29), { minLength: 1, maxLength: 8 })
      .map((at) => at.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(marked, (at) => {
        const starts = borders(
          slots(30),
          at.map((one) => mark(one)),
        );
        expect(starts[0]).toBe(0);
        for (const [index, start] of starts.entries()) {
          expect(start).toBeLessThanOrEqual(at[index] ?? -1);
          expect(starts[index + 1] ?? 30).toBeGreaterThan(at[index] ?? 30);
        }
      }),
    );
  });
});
