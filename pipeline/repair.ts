import type { Cell, Layout } from '../model/layout.ts';
import type { Reading } from '../model/reading.ts';
import { repairsOfReadings } from '../reconcile/recognition/repairs.ts';

/** The layout with the recognized cells corrected that arithmetic corrects; the very same where there are none. */
export function withRepairs(layout: Layout, reading: Reading): Layout {
  if (layout.recognized === undefined) return layout;
  const repairs = repairsOfReadings(reading);
  if (repairs.length === 0) return layout;
  const texts = new Map(repairs.map(({ table, row, column, text }) => [`${table},${row},${column}`, text]));
  const repaired = (table: string, cell: Cell): Cell => {
    const text = texts.get(`${table},${cell.row},${cell.column}`);
    return text === undefined ? cell : { ...cell, text, how: 'repaired' };
  };
  return {
    ...layout,
    tables: layout.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => repaired(table.id, cell)),
    })),
  };
}
