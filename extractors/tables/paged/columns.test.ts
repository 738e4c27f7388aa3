import { describe, expect, it } from 'vitest';
import { inColumns, matchColumns } from './columns.ts';

const cell = (column: number, columnSpan: number) => ({
  row: 0,
  column,
  rowSpan: 1,
  columnSpan,
  text: '',
  place: { page: 1, box: [0, 0, 0, 0] as const },
});

describe('matchColumns', () => {
  it('matches equal columns, also a little off or further to the side', () => {
    expect(matchColumns([50, 150, 250], [51, 149, 251])).toEqual([0, 1, 2]);
    expect(matchColumns([50, 150, 250], [60, 160, 260])).toEqual([0, 1, 2]);
  });
  it('matches a part whose cells are merged all the way down', () => {
    const matched = matchColumns([50, 80, 110, 250], [50, 110, 250]);
    expect(matched).toEqual([0, 2, 3]);
    expect(matched === null ? null : inColumns(cell(0, 1), matched)).toMatchObject({
      column: 0,
      columnSpan: 2,
    });
  });
  it('refuses other columns and other widths', () => {
    expect(matchColumns([50, 150, 250], [50, 120, 250])).toBeNull();
    expect(matchColumns([50, 150, 250], [50, 150, 300])).toBeNull();
  });
});
