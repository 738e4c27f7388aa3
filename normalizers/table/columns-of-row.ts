import type { ColumnReading, TableReading } from '../../model/reading.ts';
import { onceFor } from '../once.ts';
import { sectionsOf } from './read.ts';

const columnsByRow = onceFor(
  (table: TableReading): ReadonlyMap<number, readonly ColumnReading[]> =>
    new Map(sectionsOf(table).flatMap(({ body, columns }) => body.map((row) => [row, columns] as const))),
);

/**
 * What the columns are for in one row. A form has sections with headers of their own, and a column that holds money in
 * one holds scores in the next; `TableReading.columns` knows only the longest section.
 */
export function columnsOfRow(table: TableReading, row: number): readonly ColumnReading[] {
  return columnsByRow(table).get(row) ?? table.columns;
}

/** The column of one cell, in the section that its row belongs to. */
export const columnOfCell = (table: TableReading, row: number, column: number): ColumnReading | undefined =>
  columnsOfRow(table, row).find(({ index }) => index === column);
