import type { Cell } from '../../../model/layout.ts';
import { isAmount } from './header.ts';

/** A line that ends within this many points of its cell's right side was broken there. */
const FULL = 14;

/** The last line of a cell's text: whether the cell's side or a stop ended it. */
export type EndsFull = (cell: Cell) => boolean;

/** Cells and the number of rows that they fill. */
export interface Joined {
  readonly cells: readonly Cell[];
  readonly rows: number;
}

type Columns = Pick<ReadonlySet<number>, 'has' | 'size'>;

/** What a page break cut: the cells above it that go on, the ones below that they take up, the row that follows. */
interface Seam {
  readonly shift: number;
  readonly longer: ReadonlyMap<Cell, Cell>;
  readonly dropped: ReadonlySet<Cell>;
}

/**
 * How the rows of the next page go below those before. A merged cell that the break cut is one cell again, and so is a
 * row whose texts go on below the break. `bottom` holds the cells that end with the last of `rows`, `top` those of the
 * next page's first row; `figures` are the columns that have any above the break.
 */
export function seamOf(
  { cells: bottom, rows }: Joined,
  top: readonly Cell[],
  figures: Columns,
  endsFull: EndsFull,
): Seam {
  const isCut = isCutRow(bottom, top, figures, endsFull);
  const shift = rows - (isCut ? 1 : 0);
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
  return { shift, longer, dropped };
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
  figures: Columns,
  endsFull: EndsFull,
): boolean {
  const texts = top.filter((cell) => cell.text !== '');
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
