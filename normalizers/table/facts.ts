import type { Cell, Table } from '../../model/layout.ts';
import type { Quantity } from '../../model/quantity.ts';
import type { ColumnReading, Fact, Phase, RowLabel } from '../../model/reading.ts';
import { squeeze } from '../text/flat.ts';
import { cellsOfRow, type Grid } from './grid.ts';

const YEAR = /^(20\d{2})年?度?$/u;

/** A row is quoted whole up to this length: beyond, every one of its figures would hold all the others. */
const LONGEST_ROW = 1000;
const LONGEST_CELL = 200;

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const cut = (text: string): string => (text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text);

/** The text of a row as evidence: its cells from left to right. */
export const quoteOfRow = (grid: Grid, row: number): string =>
  cellsOfRow(grid, row)
    .map((cell) => oneLine(cell.text))
    .join(' | ');

/** A row as the evidence of one of its figures: the whole of it, or where it is too long its beginning and the cell. */
const quoteOfCell = (row: string, cell: Cell): string =>
  row.length <= LONGEST_ROW ? row : `${cut(row)} | ${cut(oneLine(cell.text))}`;

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
  /** True where the report itself is a budget. */
  readonly planned: boolean;
}

/** A plain 预算数 is the initial budget in a budget; in a final account it may be the adjusted one. */
function phaseOf({ phase, path }: ColumnReading, planned: boolean): Phase {
  const words = path.join('');
  return planned &&
    phase === 'unknown' &&
    /预算(?:数|金额)/u.test(words) &&
    !/决算|执行|上年|差[异额]|增减/u.test(words)
    ? 'initial'
    : phase;
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
    phase: phaseOf(column, source.planned),
    place: cell.place,
    quote: quoteOfCell(source.quote, cell),
    ...(cell.how !== undefined && { how: cell.how }),
    origin: { kind: 'table', table: table.id, row: cell.row, column: cell.column },
  };
}
