import type { Cell, Layout } from '../model/layout.ts';
import type { Reading } from '../model/reading.ts';
import { repairsOfCounts } from '../reconcile/recognition/counts.ts';
import { type CellRepair, repairsOfReadings } from '../reconcile/recognition/repairs.ts';

/** The layout with the recognized cells corrected that arithmetic corrects; the very same where there are none. */
export const withRepairs = (layout: Layout, reading: Reading): Layout =>
  layout.recognized === undefined ? layout : repaired(layout, repairsOfReadings(reading));

/** The layout with the numbers of rows and columns corrected; the very same where there are none to correct. */
export const withCounts = (layout: Layout): Layout =>
  layout.recognized === undefined ? layout : repaired(layout, repairsOfCounts(layout.tables));

function repaired(layout: Layout, repairs: readonly CellRepair[]): Layout {
  if (repairs.length === 0) return layout;
  const texts = new Map(repairs.map(({ table, row, column, text }) => [`${table},${row},${column}`, text]));
  const mended = (table: string, cell: Cell): Cell => {
    const text = texts.get(`${table},${cell.row},${cell.column}`);
    return text === undefined ? cell : saying(cell, text);
  };
  return {
    ...layout,
    tables: layout.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => mended(table.id, cell)),
    })),
  };
}

/** Only of figures is it told how they were read. */
function saying(cell: Cell, text: string): Cell {
  if (/\d/u.test(text)) return { ...cell, text, how: 'repaired' };
  const { row, column, rowSpan, columnSpan, place } = cell;
  return { row, column, rowSpan, columnSpan, place, text };
}
