import type { Cell } from '../../../model/layout.ts';
import { inColumns } from './columns.ts';
import { isAmount } from './header.ts';
import { type EndsFull, type Joined, seamOf } from './seam.ts';
import { bare } from './words.ts';

/** How often each column has something, by the column's number. */
type Counts = Map<number, number>;

/**
 * A table that grows page by page. What a further page is compared with (its last row, its header's texts, where it has
 * figures and merged cells) is kept up to date, so that a page costs what the page holds, not what stands before it.
 */
export class Growing {
  readonly headerRows: number;
  #rows: number;
  /** In the columns that were known when their page came; `#widened` says how to count them now. */
  readonly #cells: Cell[];
  readonly #widened: { readonly from: number; readonly edges: readonly number[] }[] = [];
  /** The cells that end with the table's last row, by their index, in today's columns. */
  #bottom: ReadonlyMap<number, Cell>;
  readonly #firstRow: readonly number[];
  readonly #header: readonly number[];
  #headerKey: string | null = null;
  #figures: Counts = new Map();
  #bodyFigures: Counts = new Map();
  #merged: ReadonlySet<number>;

  constructor({ cells, rows }: Joined, headerRows: number) {
    this.headerRows = headerRows;
    this.#rows = rows;
    this.#cells = [...cells];
    this.#bottom = new Map([...cells.entries()].filter(([, cell]) => endsAt(cell, rows)));
    this.#firstRow = indicesOf(cells, (cell) => cell.row === 0);
    this.#header = indicesOf(cells, (cell) => cell.row < headerRows);
    this.#merged = new Set(cells.filter((cell) => cell.rowSpan > 1).map((cell) => cell.column));
    for (const cell of cells) this.#count(cell, 1);
  }

  get rows(): number {
    return this.#rows;
  }

  /** The texts of the header, in any order. */
  get headerKey(): string {
    this.#headerKey ??= textKey(this.#at(this.#header), this.headerRows);
    return this.#headerKey;
  }

  get firstRow(): readonly Cell[] {
    return this.#at(this.#firstRow);
  }

  get lastRow(): readonly Cell[] {
    return [...this.#bottom.values()];
  }

  /** The columns with figures below the header. */
  get bodyFigures(): readonly number[] {
    return [...this.#bodyFigures.keys()];
  }

  /** The columns with cells merged over rows. */
  get merged(): readonly number[] {
    return [...this.#merged];
  }

  /** Counts the columns of all cells by other edges: the one at `i` is number `edges[i]` from now on. */
  widen(edges: readonly number[]): void {
    if (edges.every((edge, i) => edge === i)) return;
    const moved = (column: number): number => edges[column] ?? column;
    const movedCounts = (counts: Counts): Counts =>
      new Map([...counts].map(([column, count]) => [moved(column), count]));
    this.#widened.push({ from: this.#cells.length, edges });
    this.#bottom = new Map([...this.#bottom].map(([index, cell]) => [index, inColumns(cell, edges)]));
    this.#figures = movedCounts(this.#figures);
    this.#bodyFigures = movedCounts(this.#bodyFigures);
    this.#merged = new Set([...this.#merged].map(moved));
  }

  /** Puts the rows of the next page below, in the same columns. What the page break cut is joined. */
  append(after: Joined, endsFull: EndsFull): void {
    const top = after.cells.filter((cell) => cell.row === 0);
    const seam = seamOf({ cells: this.lastRow, rows: this.#rows }, top, this.#figures, endsFull);
    const bottom = new Map<number, Cell>();
    const merged = new Set(this.#merged);
    this.#rows = seam.shift + after.rows;
    for (const [index, cell] of this.#bottom) {
      const longer = seam.longer.get(cell) ?? cell;
      if (longer !== cell) this.#replace(index, cell, longer);
      if (longer.rowSpan > 1) merged.add(longer.column);
      if (endsAt(longer, this.#rows)) bottom.set(index, longer);
    }
    for (const cell of after.cells) {
      if (seam.dropped.has(cell)) continue;
      const placed = { ...cell, row: cell.row + seam.shift };
      if (placed.rowSpan > 1) merged.add(placed.column);
      if (endsAt(placed, this.#rows)) bottom.set(this.#cells.length, placed);
      this.#count(placed, 1);
      this.#cells.push(placed);
    }
    this.#bottom = bottom;
    this.#merged = merged;
  }

  /** All cells, in today's columns. */
  cells(): readonly Cell[] {
    const cells = [...this.#cells];
    let edges: readonly number[] = [];
    let end = cells.length;
    for (const step of [...this.#widened.toReversed(), { from: 0, edges: [] }]) {
      for (let i = step.from; i < end; i += 1) {
        const cell = cells[i];
        if (cell !== undefined && edges.length > 0) cells[i] = inColumns(cell, edges);
      }
      const later = edges;
      edges = step.edges.map((edge) => later[edge] ?? edge);
      end = step.from;
    }
    return cells;
  }

  #replace(index: number, cell: Cell, { text, rowSpan }: Cell): void {
    const kept = this.#cells[index];
    if (kept === undefined) return;
    this.#cells[index] = { ...kept, text, rowSpan };
    this.#count(cell, -1);
    this.#count({ ...cell, text }, 1);
    if (cell.row < this.headerRows) this.#headerKey = null;
  }

  #count({ row, column, text }: Cell, by: number): void {
    if (!isAmount(text)) return;
    addTo(this.#figures, column, by);
    if (row >= this.headerRows) addTo(this.#bodyFigures, column, by);
  }

  #at(indices: readonly number[]): readonly Cell[] {
    return indices.flatMap((index) => this.#cells[index] ?? []);
  }
}

/** The texts of the first rows, whatever their order. */
export const textKey = (cells: readonly Cell[], rows: number): string =>
  cells
    .filter((cell) => cell.row < rows && cell.text !== '')
    .map((cell) => bare(cell.text))
    .toSorted()
    .join('|');

const endsAt = (cell: Cell, rows: number): boolean => cell.row + cell.rowSpan === rows;

const indicesOf = (cells: readonly Cell[], is: (cell: Cell) => boolean): readonly number[] =>
  cells.flatMap((cell, index) => (is(cell) ? [index] : []));

function addTo(counts: Counts, column: number, by: number): void {
  const count = (counts.get(column) ?? 0) + by;
  if (count > 0) counts.set(column, count);
  else counts.delete(column);
}
