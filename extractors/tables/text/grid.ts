/** A printed piece of text and where its first character stands (line and column start at 1). */
export interface Bit {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** A row of cells as it was found or mended; `cells[c]` is what stands in grid column `c`. */
export interface GridRow {
  readonly first: number;
  readonly last: number;
  readonly cells: readonly (Bit | null)[];
}

/** A stretch of lines that one table form recognised; `gap` of a row says that blank lines stand before it. */
export interface FoundRow extends GridRow {
  readonly gap: boolean;
}
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly rows: readonly FoundRow[];
  /** How many header rows the form itself marks (a Markdown separator), or null where it does not say. */
  readonly headerRows: number | null;
}

/** The cells of a row that hold something, with their grid column. */
export function filled(row: GridRow): readonly { readonly column: number; readonly bit: Bit }[] {
  return row.cells.flatMap((bit, column) => (bit === null ? [] : [{ column, bit }]));
}

/** One more than the last column that holds something. */
export const widthOf = (row: GridRow): number => row.cells.findLastIndex((bit) => bit !== null) + 1;
