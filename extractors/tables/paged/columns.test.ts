import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignColumns, inColumns } from './columns.ts';

const cell = (column: number, columnSpan: number) => ({
  row: 0,
  column,
  rowSpan: 1,
  columnSpan,
  text: '',
  place: { page: 1, box: [0, 0, 0, 0] as const },
});

describe('alignColumns', () => {
  it('matches equal columns, also a little off or further to the side', () => {
    expect(alignColumns([50, 150, 250], [51, 149, 251], false)?.part).toEqual([0, 1, 2]);
    expect(alignColumns([50, 150, 250], [60, 160, 260], false)?.part).toEqual([0, 1, 2]);
  });
  it('matches a part whose cells are merged all the way down', () => {
    const matched = alignColumns([50, 80, 110, 250], [50, 110, 250], false);
    expect(matched?.part).toEqual([0, 2, 3]);
    expect(matched === null ? null : inColumns(cell(0, 1), matched.part)).toMatchObject({
      column: 0,
      columnSpan: 2,
    });
  });
  it('unites edges where each page of a form lacks some', () => {
    const united = alignColumns([50, 90, 130, 200, 260, 300], [50, 90, 130, 230, 260, 300], false);
    expect(united?.xs).toEqual([50, 90, 130, 200, 230, 260, 300]);
    expect(united?.part).toEqual([0, 1, 2, 4, 5, 6]);
  });
  it('knows a page whose outer column is blank and not drawn', () => {
    expect(alignColumns([60, 108, 153, 197, 242], [108, 153, 197, 242], false)?.part).toEqual([1, 2, 3, 4]);
  });
  it('takes about equal columns for one only where texts tell them', () => {
    const [whole, part] = [
      [50, 100, 200, 300, 400],
      [50, 115, 190, 305, 400],
    ];
    expect(alignColumns(whole ?? [], part ?? [], true)?.part).toEqual([0, 1, 2, 3, 4]);
    expect(alignColumns(whole ?? [], part ?? [], false)).toBeNull();
  });
  it('refuses other columns and other widths', () => {
    expect(alignColumns([50, 150, 250], [50, 120, 250], false)).toBeNull();
    expect(alignColumns([50, 150, 250], [50, 150, 300], false)).toBeNull();
  });
  it('numbers the edges of both pages in rising order', () => {
    const edges = fc
      .uniqueArray(fc.integer({ min: 5, max: 50 }), { minLength: 3, maxLength: 9 })
      .map((all) => all.toSorted((a, b) => a - b).map((n) => n * 10));
    fc.assert(
      fc.property(edges, edges, fc.boolean(), (whole, part, soft) => {
        const found = alignColumns(whole, part, soft);
        for (const numbers of found === null ? [] : [found.whole, found.part])
          expect(numbers.every((n, i) => n >= 0 && (i === 0 || n > (numbers[i - 1] ?? 0)))).toBe(true);
      }),
    );
  });
});
