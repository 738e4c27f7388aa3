import type { Cell } from '../../../model/layout.ts';
import { isAmount } from './header.ts';

/** A line that ends within this many points of its cell's right side was broken there. */
const FULL = 14;

/** The last line of a cell's text: whether the cell's side or a stop ended it. */
export type EndsFull = (cell: Cell) => boolean;

/** The end of a table and what follows on the next page, as one: what the page break cut is joined. */
export interface Joined {
  readonly cells: readonly Cell[];
  readonly rows: number;
}

/**
 * Puts the rows of the next page below those before. A merged cell that the break cut is one cell again, and so is a
 * row whose texts go on below the break.
 */
export function joinedAtSeam(before: Joined, after: Joined, endsFull: EndsFull): Joined {
  const bottom = before.cells.filter((cell) => cell.row + cell.rowSpan === before.rows);
  const top = after.cells.filter((cell) => cell.row === 0);
  const isCut = isCutRow(bottom, top, before.cells, endsFull);
  const shift = before.rows - (isCut ? 1 : 0);
  const longer = new Map<Cell, Cell>();
  const dropped = new Set<Cell>();
  for (const lower of top) {
    const upper = bottom.find((c) => c.column === lower.column && c.columnSpan === lower.columnSpan);
    if (upper === undefined || !(isCut || isCutCell(upper, lower))) continue;
    longer.set(upper, {
      ...upper,
      text: upper.text + lower.text,
      rowSpan: shift + lower.rowSpan - upper.row,
    });
    dropped.add(lower);
  }
  return {
    cells: [
      ...before.cells.map((cell) => longer.get(cell) ?? cell),
      ...after.cells.filter((cell) => !dropped.has(cell)).map((cell) => ({ ...cell, row: cell.row + shift })),
    ],
    rows: shift + after.rows,
  };
}

/** A cell merged over rows is printed on one of the pages and left blank on the other. */
function isCutCell(upper: Cell, lower: Cell): boolean {
  if (upper.rowSpan === 1 && lower.rowSpan === 1) return false;
  if (lower.text === '') return true;
  return upper.text === '' && lower.rowSpan > 1 && upper.rowSpan > 1;
}

/**
 * Whether the first row below the break goes on with the texts of the last row above it: no figure, nothing but what a
 * full line above leads to.
 */
function isCutRow(
  bottom: readonly Cell[],
  top: readonly Cell[],
  cells: readonly Cell[],
  endsFull: EndsFull,
): boolean {
  const texts = top.filter((cell) => cell.text !== '');
  const figures = new Set(cells.filter((cell) => isAmount(cell.text)).map((cell) => cell.column));
  return (
    texts.length > 0 &&
    figures.size > 0 &&
    top.every((cell) => bottom.some((c) => c.column === cell.column && c.columnSpan === cell.columnSpan)) &&
    texts.every((cell) => {
      const upper = bottom.find((c) => c.column === cell.column);
      return cell.rowSpan === 1 && !isAmount(cell.text) && upper !== undefined && endsFull(upper);
    }) &&
    top.some((cell) => cell.text === '' && figures.has(cell.column))
  );
}

/** Whether the last printed line of a cell reaches its right side. */
export const reachesSide = (textEnd: number, cellEnd: number): boolean => cellEnd - textEnd < FULL;
