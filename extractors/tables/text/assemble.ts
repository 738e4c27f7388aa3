import type { Cell } from '../../../model/layout.ts';
import { type Bit, filled, type GridRow } from './grid.ts';

/** A cell of the mended grid with the rows it covers. */
export interface Span {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly bit: Bit;
}

/** Columns that hold something, in order: the others vanish. */
function usedColumns(spans: readonly Span[]): ReadonlyMap<number, number> {
  const used = [...new Set(spans.map((span) => span.column))].toSorted((a, b) => a - b);
  return new Map(used.map((column, index) => [column, index]));
}

/** How many columns a group head covers: up to the next head of its row, where sub-heads stand below. */
function headSpan(levels: readonly GridRow[], level: number, column: number): number {
  const [row, below] = [levels[level], levels[level + 1]];
  if (row === undefined || below === undefined || (below.cells[column] ?? null) === null) return 1;
  let span = 1;
  while ((row.cells[column + span] ?? null) === null && (below.cells[column + span] ?? null) !== null)
    span += 1;
  return span;
}

/** The cells of a table: header levels on top, then the body's spans. */
export function toCells(levels: readonly GridRow[], body: readonly Span[]): readonly Cell[] {
  const heads: readonly Span[] = levels.flatMap((row, level) =>
    filled(row).map(({ column, bit }) => {
      const lone = levels.slice(level + 1).every((below) => (below.cells[column] ?? null) === null);
      return { row: level, column, rowSpan: lone ? levels.length - level : 1, bit };
    }),
  );
  const spans = [...heads, ...body.map((span) => ({ ...span, row: span.row + levels.length }))];
  const columns = usedColumns(spans);
  return spans
    .map(({ row, column, rowSpan, bit }) => ({
      row,
      column: columns.get(column) ?? 0,
      rowSpan,
      columnSpan: row < levels.length ? clip(columns, column, headSpan(levels, row, column)) : 1,
      text: bit.text,
      place: { line: bit.line, column: bit.column },
    }))
    .toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** A span counted in columns that are left. */
const clip = (columns: ReadonlyMap<number, number>, from: number, span: number): number =>
  Array.from({ length: span }, (_, index) => from + index).filter((column) => columns.has(column)).length ||
  1;
