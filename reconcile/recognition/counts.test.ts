import { describe, expect, it } from 'vitest';
import type { Cell, Table } from '../../model/layout.ts';
import type { How } from '../../model/recognition.ts';
import { repairsOfCounts } from './counts.ts';

type Read = string | readonly [text: string, how: How];

function tableOf(rows: readonly (readonly Read[])[], headerRows: number): Table {
  const place = { page: 1, box: [0, 0, 1, 1] as const };
  const cells = rows.flatMap((row, r) =>
    row.map((read, c): Cell => {
      const [text, how] = typeof read === 'string' ? [read] : read;
      const spot = { row: r, column: c, rowSpan: 1, columnSpan: 1, place };
      return { ...spot, text, ...(how !== undefined && { how }) };
    }),
  );
  return {
    id: 't1',
    title: null,
    caption: null,
    unitLines: [],
    headerRows,
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    cells,
    parts: [],
  };
}

const repairs = (rows: readonly (readonly Read[])[], headerRows = 1) =>
  repairsOfCounts([tableOf(rows, headerRows)]).map(({ row, column, text }) => [row, column, text]);

const HEAD = ['科目', '合计', '基本支出', '项目支出', '经营支出'];
const FIGURES = ['教育支出', '30.00', '20.00', '10.00', '0.00'].map((text): Read => [text, 'voted']);

describe('repairsOfCounts', () => {
  it('corrects the numbers of columns and their head', () => {
    const count: readonly Read[] = [
      ['28', 'unproved'],
      ['1', 'unproved'],
      ['2', 'voted'],
      '人3',
      ['4', 'voted'],
    ];
    expect(repairs([HEAD, count, FIGURES])).toEqual([
      [1, 0, '栏次'],
      [1, 3, '3'],
    ]);
  });

  it('counts on behind a second head in the same row', () => {
    const count: readonly Read[] = ['栏次', ['1', 'voted'], '栏次', ['2', 'voted'], ['3', 'voted'], '节'];
    expect(repairs([['收入', '', '支出', '', '', ''], count])).toEqual([[1, 5, '4']]);
  });

  it('leaves figures alone that are surely no count', () => {
    const counted: readonly Read[] = ['次数', ['1', 'voted'], ['2', 'voted'], ['3', 'voted'], ['7', 'voted']];
    expect(repairs([HEAD, counted, FIGURES])).toEqual([]);
    expect(repairs([HEAD, FIGURES])).toEqual([]);
  });

  it('corrects the head of the numbers of rows where they count on', () => {
    const row = (name: string, number: string, amount: string): readonly Read[] => [
      name,
      [number, 'voted'],
      [amount, 'voted'],
    ];
    const rows = ['1', '2', '3', '4', '5'].map((number) => row('支出', number, '1.00'));
    expect(repairs([['项目', '行避次', '金额'], ...rows])).toEqual([[0, 1, '行次']]);
    expect(repairs([['项目', '人次', '金额'], ...rows])).toEqual([]);
    const people = ['5', '9', '3', '4', '20'].map((number) => row('培训', number, '1.00'));
    expect(repairs([['项目', '行避次', '金额'], ...people])).toEqual([]);
  });

  it('has nothing to say of a table with a text layer', () => {
    expect(repairs([HEAD, ['', '1', '2', '3', '九'], ['教育支出', '1', '1', '0', '0']])).toEqual([]);
  });
});
