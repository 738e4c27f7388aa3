import { readFileSync } from 'node:fs';
import type { TextPage } from '../../../model/document.ts';
import type { Table } from '../../../model/layout.ts';
import { tabCells } from './forms/tabs.ts';
import type { GridRow } from './grid.ts';

/** A page of lines as the text format hands it over (for tests). */
export const pageOf = (text: string): TextPage => ({
  kind: 'lines',
  number: 1,
  lines: text.split('\n').map((line, index) => ({ number: index + 1, text: line })),
});

/** A fixture of `fixtures/text` as a page (for tests). */
export const fixturePage = (name: string): TextPage =>
  pageOf(readFileSync(new URL(`../../../fixtures/text/${name}`, import.meta.url), 'utf8'));

/** Rows of tab-separated cells (for tests); line numbers from 1. */
export const rowsOf = (...lines: readonly string[]): readonly (GridRow & { readonly gap: boolean })[] =>
  lines.map((text, index) => ({
    first: index + 1,
    last: index + 1,
    cells: tabCells({ number: index + 1, text }),
    gap: false,
  }));

/** The texts of a row by column, '' where it is blank (for tests). */
export const textsOf = (row: GridRow | undefined): readonly string[] =>
  (row?.cells ?? []).map((bit) => bit?.text ?? '');

/** A table as a grid of texts, spanned cells written in every row and column that they cover (for tests). */
export function gridOf(table: Table | undefined): readonly (readonly string[])[] {
  const grid: string[][] = Array.from({ length: table?.rows ?? 0 }, () =>
    Array.from({ length: table?.columns ?? 0 }, () => ''),
  );
  for (const cell of table?.cells ?? [])
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        const line = grid[row];
        if (line !== undefined) line[column] = cell.text;
      }
  return grid;
}
