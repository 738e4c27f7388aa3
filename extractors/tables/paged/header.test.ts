import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../model/layout.ts';
import { headerRowsOf, isAmount } from './header.ts';

const place = { page: 1, box: [0, 0, 0, 0] } as const;
const cells = (rows: readonly (readonly string[])[]): readonly Cell[] =>
  rows.flatMap((row, r) =>
    row.map((text, column) => ({ row: r, column, rowSpan: 1, columnSpan: 1, text, place })),
  );
const header = (...rows: readonly (readonly string[])[]): number => headerRowsOf(cells(rows), rows.length);

describe('headerRowsOf', () => {
  it('counts the rows before the first figure or code', () => {
    expect(header(['项目', '预算数'], ['一、收入', '80.50'])).toBe(1);
    expect(header(['科目', '', '合计'], ['类', '款', '合计'], ['213', '', '1'])).toBe(2);
  });
  it('counts the row that numbers the columns', () => {
    expect(header(['项目', '合计', '基本'], ['栏次', '1', '2'], ['合计', '80.5', '60.5'])).toBe(2);
    // A page that ends below the header.
    expect(header(['科目', '合计', '基本'], ['类', '', ''], ['栏次', '1', '2'])).toBe(3);
  });
  it('stops at an empty row, and at a label without figures', () => {
    expect(header(['项目', '预算数', '决算数'], ['', '', ''], ['', '', ''])).toBe(1);
    expect(header(['项目', '预算数', '决算数'], ['一、收入', '', ''], ['工资', '1.0', '2.0'])).toBe(1);
  });
  it('is none where the table goes on with figures at once', () => {
    expect(header(['213', '农林水支出', '80.50'])).toBe(0);
  });
});

describe('isAmount', () => {
  it.each(['1,234.56', '1, 234. 56', '-5', '－５．２', '（3.00）', '12%', '0'])('%s', (text) => {
    expect(isAmount(text)).toBe(true);
  });
  it.each(['', '2024年', '类', '—', 'A1'])('not %s', (text) => {
    expect(isAmount(text)).toBe(false);
  });
});
