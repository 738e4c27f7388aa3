import type { Cell, Table } from '../../model/layout.ts';
import { onceFor } from '../once.ts';
import { squeeze } from '../text/flat.ts';

export type Grid = readonly (readonly (Cell | null)[])[];

/** The cell that covers each position of a table, spans resolved; where two overlap, the first keeps the place. */
export function resolveGrid(table: Table): Grid {
  const grid: (Cell | null)[][] = Array.from({ length: table.rows }, () =>
    new Array<Cell | null>(table.columns).fill(null),
  );
  for (const cell of table.cells) {
    for (let r = cell.row; r < Math.min(cell.row + cell.rowSpan, table.rows); r++) {
      const row = grid[r];
      if (row === undefined) continue;
      for (let c = cell.column; c < Math.min(cell.column + cell.columnSpan, table.columns); c++)
        row[c] ??= cell;
    }
  }
  return grid;
}

export const cellAt = (grid: Grid, row: number, column: number): Cell | null => grid[row]?.[column] ?? null;

/** True where a position holds its own cell, not the extension of a merged one. */
export const isAnchor = (cell: Cell, row: number, column: number): boolean =>
  cell.row === row && cell.column === column;

/** The text of a cell without any white space, folded: it costs more than all else that is done to a cell. */
export const textOf = onceFor((cell: Cell): string => squeeze(cell.text));

/** The text that covers a position, without any white space; '' where there is none. */
export function textAt(grid: Grid, row: number, column: number): string {
  const cell = cellAt(grid, row, column);
  return cell === null ? '' : textOf(cell);
}

/** The different cells of a row from left to right, each once, those that reach in from above included. */
export function cellsOfRow(grid: Grid, row: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (const cell of grid[row] ?? []) if (cell !== null && cells.at(-1) !== cell) cells.push(cell);
  return cells;
}
