import type { Cell } from '../../../model/layout.ts';

/** Column edges on different pages that differ by at most this many points are the same. */
const TOLERANCE = 4;
/** The whole table may stand this many points further to the side on the next page. */
const MAX_SHIFT = 30;
/** Columns told by their texts share at least this part of the narrower one. */
const SHARED = 0.5;
/** Edges inside the table that two pages must share where each has others too. */
const MIN_SHARED = 3;

/** One set of column edges for two pages, and for each edge of either page its number in the set. */
export interface Alignment {
  readonly xs: readonly number[];
  readonly whole: readonly number[];
  readonly part: readonly number[];
}

/**
 * The edges of `whole` and `part` as one set, or `null` where the two have different columns. A page may lack edges
 * (cells merged over them all down the page) or the outer columns (blank, with nothing drawn). With `soft` edges, told by
 * the texts of each page, as many columns at about the same places are enough.
 */
export function alignColumns(
  whole: readonly number[],
  part: readonly number[],
  soft: boolean,
): Alignment | null {
  return (soft ? loose(whole, part) : null) ?? drawn(whole, part);
}

function drawn(whole: readonly number[], part: readonly number[]): Alignment | null {
  const offset = (part[0] ?? 0) - (whole[0] ?? 0);
  const sameWidth = Math.abs(widthOf(whole) - widthOf(part)) <= 2 * TOLERANCE;
  if (sameWidth && Math.abs(offset) > MAX_SHIFT) return null;
  const shifted = part.map((x) => x - (sameWidth ? offset : 0));
  const matched = shifted.map((x) => whole.findIndex((w) => Math.abs(w - x) <= TOLERANCE));
  const rising = matched.filter((at) => at >= 0).every((at, i, all) => i === 0 || at > (all[i - 1] ?? 0));
  if (!rising) return null;
  const shared = matched.filter((at) => at >= 0).length;
  const contained = shared === part.length || (sameWidth && shared === whole.length);
  if (sameWidth ? !contained && !alike(shared - 2, whole, part) : !contained || shared <= MIN_SHARED)
    return null;
  const added = shifted.filter((_, i) => matched[i] === -1);
  const xs = [...whole, ...added].toSorted((a, b) => a - b);
  return {
    xs,
    whole: whole.map((x) => xs.indexOf(x)),
    part: shifted.map((x, i) => xs.indexOf(whole[matched[i] ?? -1] ?? x)),
  };
}

const alike = (shared: number, whole: readonly number[], part: readonly number[]): boolean =>
  shared >= MIN_SHARED && shared >= (Math.min(whole.length, part.length) - 2) / 2;

function loose(whole: readonly number[], part: readonly number[]): Alignment | null {
  if (whole.length !== part.length || whole.length < 4) return null;
  const near = whole.slice(1).every((end, i) => {
    const [a0, b0, b1] = [whole[i] ?? 0, part[i] ?? 0, part[i + 1] ?? 0];
    return Math.min(end, b1) - Math.max(a0, b0) >= SHARED * Math.min(end - a0, b1 - b0);
  });
  const same = whole.map((_, i) => i);
  return near ? { xs: whole, whole: same, part: same } : null;
}

const widthOf = (xs: readonly number[]): number => (xs.at(-1) ?? 0) - (xs[0] ?? 0);

/** A cell with its columns counted by other edges. */
export function inColumns(cell: Cell, edges: readonly number[]): Cell {
  const column = edges[cell.column] ?? cell.column;
  const end = edges[cell.column + cell.columnSpan] ?? column + cell.columnSpan;
  return { ...cell, column, columnSpan: end - column };
}
