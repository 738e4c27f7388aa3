import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../model/layout.ts';
import { Growing } from './growing.ts';
import { cell } from './testing.ts';

const textsOf = (cells: readonly Cell[]): readonly string[] =>
  cells.map((c) => `${c.row},${c.column}x${c.columnSpan}:${c.text}`);

describe('Growing', () => {
  it('counts the columns of every page as the last page shows them', () => {
    const table = new Growing({ cells: [cell(0, 0, 'a'), cell(0, 1, '1.00')], rows: 1 }, 0);
    table.widen([0, 2, 3]);
    table.append({ cells: [cell(0, 0, 'b'), cell(0, 1, 'c'), cell(0, 2, '2.00')], rows: 1 }, () => false);
    table.widen([0, 1, 3, 4]);
    table.append({ cells: [cell(0, 0, 'd'), cell(0, 3, '3.00')], rows: 1 }, () => false);
    expect(textsOf(table.cells())).toEqual([
      '0,0x3:a',
      '0,3x1:1.00',
      '1,0x1:b',
      '1,1x2:c',
      '1,3x1:2.00',
      '2,0x1:d',
      '2,3x1:3.00',
    ]);
    expect(table.bodyFigures).toEqual([3]);
  });

  it('knows what a page break changes: header texts, the last row, figures and merged cells', () => {
    const table = new Growing(
      { cells: [cell(0, 0, '', 2), cell(0, 1, '科目'), cell(1, 1, '类')], rows: 2 },
      1,
    );
    expect([table.headerKey, table.bodyFigures, table.merged]).toEqual(['科目', [], [0]]);
    table.append(
      { cells: [cell(0, 0, '5.00', 2), cell(0, 1, '款'), cell(1, 1, '7.00')], rows: 2 },
      () => false,
    );
    expect([table.headerKey, table.bodyFigures, table.merged]).toEqual(['5.00|科目', [1], [0]]);
    expect(table.lastRow.map((c) => c.text)).toEqual(['5.00', '7.00']);
    expect(table.rows).toBe(4);
    expect(table.firstRow.map((c) => c.text)).toEqual(['5.00', '科目']);
  });
});
