import { describe, expect, it } from 'vitest';
import type { CellReport } from '../../model/report.ts';
import { plainFigure, type TrueCell, tallyOf } from './grids.ts';

const place = { page: 1, box: [0, 0, 1, 1] as const };
const cell = (row: number, column: number, text: string, how?: CellReport['how']): CellReport => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text,
  place,
  ...(how !== undefined && { how }),
});

const TRUTH: readonly TrueCell[] = [
  { row: 0, column: 0, text: '项目' },
  { row: 0, column: 1, text: '金额' },
  { row: 1, column: 0, text: '教育支出' },
  { row: 1, column: 1, text: '1,204.50' },
  { row: 2, column: 0, text: '合计' },
  { row: 2, column: 1, text: '（86.20）' },
];

/** The same table with a title row above, its figures as given. */
const read = (first: CellReport, second: CellReport): readonly CellReport[] => [
  cell(0, 0, '表1'),
  cell(1, 0, '项目'),
  cell(1, 1, '金额'),
  cell(2, 0, '教育支出'),
  first,
  cell(3, 0, '合计'),
  second,
];

describe('tallyOf', () => {
  it('finds the cells of a table that was moved by a row', () => {
    const cells = read(cell(2, 1, '1204.50', 'voted'), cell(3, 1, '-86.20', 'unproved'));
    expect(tallyOf(TRUTH, [[cell(0, 0, '别的')], cells])).toEqual({
      cells: 2,
      exact: 2,
      unproved: 1,
      silent: 0,
      doubted: 0,
      missing: 0,
    });
  });

  it('tells silent errors from those that are said, and from what is missing', () => {
    const silent = read(cell(2, 1, '1,204.80', 'voted'), cell(3, 1, '', undefined));
    expect(tallyOf(TRUTH, [silent])).toMatchObject({ exact: 0, silent: 1, missing: 1 });
    const misses: string[] = [];
    const doubted = read(cell(2, 1, '1,204.80', 'unproved'), cell(3, 1, '86:20', 'read'));
    expect(tallyOf(TRUTH, [doubted], ({ wanted }) => misses.push(wanted.text))).toMatchObject({ doubted: 2 });
    expect(misses).toEqual(['1,204.50', '（86.20）']);
  });

  it('misses everything where there is no table', () => {
    expect(tallyOf(TRUTH, [])).toMatchObject({ cells: 2, missing: 2 });
  });
});

it.each([
  ['１，２０４．５０', '1204.50'],
  ['△0.06', '-0.06'],
  ['−15.00%', '-15.00%'],
  ['—', null],
  ['教育', null],
])('reads %s as the figure %s', (text, figure) => expect(plainFigure(text)).toBe(figure));
