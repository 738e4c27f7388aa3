import type { ColumnReading, ColumnRole, Fact, RowLabel, TableReading } from '../../../model/reading.ts';
import { cellAt, isAnchor } from '../../../normalizers/table/grid.ts';
import { sectionsOf } from '../../../normalizers/table/read.ts';
import { NO_LABEL } from '../../../normalizers/table/row-label.ts';
import type { Section } from '../../../normalizers/table/section.ts';
import { NOT_ADDITIVE } from '../../../normalizers/table/words.ts';

/** A table with its sections, as the rules of this folder look at it. */
export interface TableView {
  readonly reading: TableReading;
  readonly sections: readonly Section[];
}

export const viewOf = (reading: TableReading): TableView => ({ reading, sections: sectionsOf(reading) });

/** What stands at a grid position for arithmetic. `covered` is the extension of a merged cell: nothing of its own. */
export type Operand =
  | { readonly kind: 'figure'; readonly fact: Fact }
  | { readonly kind: 'empty' }
  | { readonly kind: 'covered' }
  | { readonly kind: 'unreadable' };

export interface Position {
  readonly row: number;
  readonly column: number;
}

const EMPTY: Operand = { kind: 'empty' };

export function operandAt(reading: TableReading, { row, column }: Position): Operand {
  const fact = reading.facts.get(`${row},${column}`);
  if (fact !== undefined) return { kind: 'figure', fact };
  const cell = cellAt(reading.grid, row, column);
  if (cell === null) return EMPTY;
  if (!isAnchor(cell, row, column)) return { kind: 'covered' };
  const value = reading.values[row]?.[column];
  return value === undefined || value.kind === 'blank' || value.kind === 'dash'
    ? EMPTY
    : { kind: 'unreadable' };
}

export const factAt = (reading: TableReading, row: number, column: number): Fact | null =>
  reading.facts.get(`${row},${column}`) ?? null;

export const labelOf = (reading: TableReading, row: number, block: number): RowLabel =>
  reading.rows[row]?.labels[block] ?? NO_LABEL;

export const leafOf = (column: ColumnReading): string => column.path.at(-1) ?? '';

/** Columns of a role in one block of a section. */
export const columnsOf = (
  section: Section,
  roles: readonly ColumnRole[],
  block?: number,
): readonly ColumnReading[] =>
  section.columns.filter(
    (column) => roles.includes(column.role) && (block === undefined || column.block === block),
  );

/** Columns whose figures add up from row to row: amounts and counts, no averages and prices. */
export const additiveColumns = (section: Section, block?: number): readonly ColumnReading[] =>
  columnsOf(section, ['amount', 'count'], block).filter((column) => !NOT_ADDITIVE.test(leafOf(column)));

/** Columns of differences: they add up, but a part of them can be larger than the whole. */
export const isDifference = (column: ColumnReading): boolean =>
  /差[额异]|增[减減]|变动额/u.test(leafOf(column));

/** The least of the levels, infinite for none: a table can have more rows than a function takes arguments. */
export const leastOf = (levels: readonly number[]): number =>
  levels.reduce((least, level) => Math.min(least, level), Number.POSITIVE_INFINITY);

export const blocksOf = (section: Section): readonly number[] => [
  ...new Set(section.columns.map((column) => column.block)),
];
