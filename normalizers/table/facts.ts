import type { Cell, Table } from '../../model/layout.ts';
import type { Quantity } from '../../model/quantity.ts';
import type { ColumnReading, Fact, RowLabel } from '../../model/reading.ts';
import { squeeze } from '../text/flat.ts';
import { cellsOfRow, type Grid } from './grid.ts';

const YEAR = /^(20\d{2})年?度?$/u;

/** The text of a row as evidence: its cells from left to right. */
export const quoteOfRow = (grid: Grid, row: number): string =>
  cellsOfRow(grid, row)
    .map((cell) => cell.text.replace(/\s+/gu, ' ').trim())
    .join(' | ');

/** What a cell's figure is about: the row's name and the column's words. */
function labelOf(row: RowLabel, column: ColumnReading): string {
  const words = column.path.filter((word) => word !== row.name).join(' ');
  return [row.name === '' ? squeeze(row.text) : row.name, words].filter((part) => part !== '').join(' ');
}

export interface FactSource {
  readonly table: Table;
  readonly grid: Grid;
  readonly cell: Cell;
  readonly column: ColumnReading;
  readonly label: RowLabel;
  readonly quote: string;
  readonly quantity: Quantity;
}

/** The fact of one cell. Its id is its table and grid position. */
export function factOfCell(source: FactSource): Fact {
  const { table, cell, column, label } = source;
  const printedYear = YEAR.exec(label.name)?.[1];
  return {
    id: `${table.id}r${cell.row}c${cell.column}`,
    label: labelOf(label, column),
    quantity: source.quantity,
    year: printedYear === undefined ? column.year : Number(printedYear),
    phase: column.phase,
    place: cell.place,
    quote: source.quote,
    origin: { kind: 'table', table: table.id, row: cell.row, column: cell.column },
  };
}
