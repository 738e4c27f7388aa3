import type { ColumnReading, TableReading } from '../../model/reading.ts';
import { sectionsOf } from './read.ts';

const cache = new WeakMap<TableReading, ReadonlyMap<number, readonly ColumnReading[]>>();

/**
 * What the columns are for in one row. A form has sections with headers of their own, and a column that holds money in
 * one holds scores in the next; `TableReading.columns` knows only the longest section.
 */
export function columnsOfRow(table: TableReading, row: number): readonly ColumnReading[] {
  let known = cache.get(table);
  if (known === undefined) {
    known = new Map(
      sectionsOf(table).flatMap(({ body, columns }) => body.map((index) => [index, columns] as const)),
    );
    cache.set(table, known);
  }
  return known.get(row) ?? table.columns;
}

/** The column of one cell, in the section that its row belongs to. */
export const columnOfCell = (table: TableReading, row: number, column: number): ColumnReading | undefined =>
  columnsOfRow(table, row).find(({ index }) => index === column);
