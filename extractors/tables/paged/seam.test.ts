import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../model/layout.ts';
import { Growing } from './growing.ts';
import type { EndsFull, Joined } from './seam.ts';
import { cell } from './testing.ts';

const textsOf = (cells: readonly Cell[]): readonly string[] =>
  cells.map((c) => `${c.row},${c.column}${c.rowSpan > 1 ? `x${c.rowSpan}` : ''}:${c.text}`);

function joinedAtSeam(before: Joined, after: Joined, endsFull: EndsFull): Joined {
  const table = new Growing(before, 0);
  table.append(after, endsFull);
  return { cells: table.cells(), rows: table.rows };
}

describe('a page break', () => {
  it('puts rows below rows', () => {
    const joined = joinedAtSeam(
      { cells: [cell(0, 0, 'a'), cell(0, 1, '1.00')], rows: 1 },
      { cells: [cell(0, 0, 'b'), cell(0, 1, '2.00')], rows: 1 },
      () => true,
    );
    expect(joined.rows).toBe(2);
    expect(textsOf(joined.cells)).toEqual(['0,0:a', '0,1:1.00', '1,0:b', '1,1:2.00']);
  });
  it('joins a merged cell that the break cut', () => {
    const joined = joinedAtSeam(
      { cells: [cell(0, 0, '产出指标', 2), cell(0, 1, '1.00'), cell(1, 1, '2.00')], rows: 2 },
      { cells: [cell(0, 0, '', 3), cell(0, 1, '3.00'), cell(1, 1, '4.00'), cell(2, 1, '5.00')], rows: 3 },
      () => false,
    );
    expect(textsOf(joined.cells)).toContain('0,0x5:产出指标');
    expect(joined.cells).toHaveLength(6);
  });
  it('joins a row whose text goes on, and only where the line above was full', () => {
    const before = { cells: [cell(0, 0, '社会保障和就'), cell(0, 1, '1.00')], rows: 1 };
    const after = {
      cells: [cell(0, 0, '业支出'), cell(0, 1, ''), cell(1, 0, 'b'), cell(1, 1, '2.00')],
      rows: 2,
    };
    const cut = joinedAtSeam(before, after, () => true);
    expect(cut.rows).toBe(2);
    expect(textsOf(cut.cells)).toContain('0,0:社会保障和就业支出');
    expect(joinedAtSeam(before, after, () => false).rows).toBe(3);
  });
});
