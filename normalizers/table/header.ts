import type { Cell } from '../../model/layout.ts';
import { parseCell } from '../number/cell.ts';
import { cellAt, cellsOfRow, type Grid, isAnchor, textAt, textOf } from './grid.ts';
import { FORM_HEAD, FORM_HEAD_TOO } from './words.ts';

/** Rows further down number nothing but themselves. */
const LAST_ORDINAL_ROW = 6;

/** True for the row that numbers the columns ("栏次 | 1 | 2 | 3 …"): its figures are no amounts. */
export function isOrdinalRow(grid: Grid, row: number): boolean {
  if (row > LAST_ORDINAL_ROW) return false;
  const numbers: number[] = [];
  let named = false;
  for (const cell of cellsOfRow(grid, row)) {
    if (cell.row !== row) continue;
    const text = textOf(cell);
    if (/^\d{1,2}$/u.test(text)) numbers.push(Number(text));
    else if (/^(?:[栏行]次|编号)$/u.test(text)) named = true;
    else if (!/^(?:[-—*]*|[A-Za-z甲乙丙丁]|\d{1,2}=.+)$/u.test(text)) return false;
  }
  const first = numbers[0] ?? 0;
  const running = numbers.every((n, i) => n === first + i);
  return running && (first === 1 || (named && first > 0)) && numbers.length >= (named ? 2 : 3);
}

const holdsFigure = (cell: Cell): boolean => parseCell(cell.text).kind === 'number';

/** So many header words make a header though one of its words was recognized as a figure (得分 as 54). */
const UNMISTAKABLE = 5;

/** True for a row inside a form that opens a block of its own: mostly known header words, no figures. */
function isInnerHeader(grid: Grid, row: number, below: boolean): boolean {
  const own = cellsOfRow(grid, row).filter((cell) => cell.row === row && textOf(cell) !== '');
  if (own.length < 2) return false;
  const words = own.map((cell) => textOf(cell).replace(/\([^)]*元\)$/u, ''));
  const strong = words.filter((word) => FORM_HEAD.test(word)).length;
  const weak = words.filter((word) => FORM_HEAD_TOO.test(word)).length;
  const known = strong + weak;
  const figures = own.filter(holdsFigure).length;
  if (figures > (strong >= UNMISTAKABLE ? 1 : 0)) return false;
  return known >= 2 && known * 2 >= words.length && (strong > 0 || (below && weak >= 3));
}

/** Rows that belong to one header and the body below it. `end` is exclusive. */
export interface RowRange {
  readonly header: readonly number[];
  readonly body: readonly number[];
}

const signature = (grid: Grid, rows: readonly number[]): string =>
  rows
    .map((r) =>
      cellsOfRow(grid, r)
        .map((cell) => textOf(cell))
        .join('|'),
    )
    .join('\n');

/**
 * Splits a table into ranges of header and body rows. A plain table is one range; a form has one for each inner header.
 * A header that is printed again (on the next page) continues the range above it.
 */
export function rowRanges(grid: Grid, headerRows: number): readonly RowRange[] {
  const ranges: { header: number[]; body: number[] }[] = [];
  let current: { header: number[]; body: number[] } = { header: [], body: [] };
  for (let row = 0; row < grid.length; row++) {
    const below = current.body.length === 0 && current.header.length > 0;
    const header = row < headerRows || isOrdinalRow(grid, row) || isInnerHeader(grid, row, below);
    if (!header) {
      current.body.push(row);
      continue;
    }
    if (current.body.length > 0) {
      ranges.push(current);
      current = { header: [], body: [] };
    }
    current.header.push(row);
  }
  ranges.push(current);
  const merged: { header: number[]; body: number[] }[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    const onlyOrdinals = range.header.length > 0 && range.header.every((row) => isOrdinalRow(grid, row));
    const repeated = last !== undefined && signature(grid, last.header) === signature(grid, range.header);
    if (last !== undefined && (onlyOrdinals || repeated)) for (const row of range.body) last.body.push(row);
    else merged.push(range);
  }
  return merged;
}

/** The different header words above a column from the top row down; titles over the whole width are left out. */
export function headerPath(grid: Grid, header: readonly number[], column: number): readonly string[] {
  const width = grid[0]?.length ?? 0;
  const path: string[] = [];
  let last: Cell | null = null;
  for (const row of header) {
    if (isOrdinalRow(grid, row)) continue;
    const cell = cellAt(grid, row, column);
    if (cell === null || cell === last) continue;
    last = cell;
    const text = textOf(cell);
    const wide = cell.columnSpan >= width && width > 2;
    if (!/^(?:[-—–/.]*|\d{1,3})$/u.test(text) && !wide && path.at(-1) !== text) path.push(text);
  }
  return path;
}

/** Labels that stand left of a form's block and span its rows ("项目资金(万元)"). */
export function sideLabels(grid: Grid, range: RowRange): readonly string[] {
  const first = range.header[0] ?? range.body[0];
  if (first === undefined) return [];
  const labels = new Set<string>();
  for (const cell of cellsOfRow(grid, first)) {
    if (cell.rowSpan > range.header.length && cell.rowSpan > 1) labels.add(textOf(cell));
  }
  for (const row of range.header) {
    const whole = cellsOfRow(grid, row)[0];
    if (whole !== undefined && isAnchor(whole, row, 0) && whole.columnSpan >= (grid[0]?.length ?? 0))
      labels.add(textAt(grid, row, 0));
  }
  return [...labels];
}
