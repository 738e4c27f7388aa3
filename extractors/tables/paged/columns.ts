import type { Cell } from '../../../model/layout.ts';

/** Column edges on different pages that differ by at most this many points are the same. */
const TOLERANCE = 4;
/** The whole table may stand this many points further to the side on the next page. */
const MAX_SHIFT = 30;

/**
 * For each column boundary of `part` the boundary of `whole` at the same place, or `null` where the two have
 * different columns. A part may lack boundaries (cells merged over them all down its page), but not have others.
 */
export function matchColumns(whole: readonly number[], part: readonly number[]): readonly number[] | null {
  const shift = (part[0] ?? 0) - (whole[0] ?? 0);
  const width = (xs: readonly number[]): number => (xs.at(-1) ?? 0) - (xs[0] ?? 0);
  if (Math.abs(shift) > MAX_SHIFT || Math.abs(width(whole) - width(part)) > 2 * TOLERANCE) return null;
  const matched = part.map((x) => whole.findIndex((w) => Math.abs(w + shift - x) <= TOLERANCE));
  return matched.every((at, i) => at >= 0 && (i === 0 || at > (matched[i - 1] ?? 0))) ? matched : null;
}

/** A cell of a part in the columns of the whole table. */
export function inColumns(cell: Cell, matched: readonly number[]): Cell {
  const column = matched[cell.column] ?? cell.column;
  const end = matched[cell.column + cell.columnSpan] ?? column + cell.columnSpan;
  return { ...cell, column, columnSpan: end - column };
}
