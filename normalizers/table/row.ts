import type { ColumnReading, RowLabel } from '../../model/reading.ts';
import { cellAt, type Grid, isAnchor, textAt, textOf } from './grid.ts';
import { NO_LABEL, readLabel } from './row-label.ts';
import { isNumeric, type Section } from './section.ts';
import { TOTAL } from './words.ts';

const isCodePart = (text: string): boolean => /^\d{1,7}$/u.test(text);

const CODE = /^[1-5]\d{2}(?:\d{2}){0,2}$/u;
const CLASS = /^[1-5]\d{2}$/u;
/** A spreadsheet drops the zero of 02 in a column of its own. */
const twoDigits = (part: string): string => (part.length === 1 ? `0${part}` : part);

/**
 * The code of a row: one printed code, or the class, division and item columns joined (229 | 08 | 04). Where the class
 * or the division is not printed again, or cannot be one, the code above lends it.
 */
function codeOf(grid: Grid, row: number, columns: readonly number[], above: string | null): string | null {
  const parts: string[] = [];
  let last: unknown = null;
  for (const column of columns) {
    const cell = cellAt(grid, row, column);
    const text = cell === null || cell === last ? '' : textAt(grid, row, column).replace(/\s/gu, '');
    last = cell;
    parts.push(isCodePart(text) ? text : '');
  }
  const whole = parts.find((part) => part.length === 5 || part.length === 7);
  if (whole !== undefined) return CODE.test(whole) ? whole : null;
  const [first = '', division = '', item = ''] = parts;
  if (columns.length === 1 || (division === '' && item === '')) return CLASS.test(first) ? first : null;
  const code = [
    CLASS.test(first) ? first : (above?.slice(0, 3) ?? ''),
    division === '' && item !== '' ? (above?.slice(3, 5) ?? '') : twoDigits(division),
    twoDigits(item),
  ].join('');
  return CODE.test(code) ? code : null;
}

/**
 * The words of a total that stand left of a block without a label of its own, in a column of amounts of the block
 * before: "人员经费合计 | 100 | | | 公用经费合计 | | | 20" where the rows above have three blocks.
 */
function totalBeside(grid: Grid, row: number, section: Section, own: readonly ColumnReading[]): string {
  const first = Math.min(...own.map(({ index }) => index));
  for (const column of section.columns.filter(({ index }) => index < first).toReversed()) {
    const cell = cellAt(grid, row, column.index);
    const text = cell === null ? '' : textOf(cell);
    if (cell === null || text === '') continue;
    return isNumeric(column.role) && TOTAL.test(readLabel(text, null).name) ? cell.text : '';
  }
  return '';
}

/**
 * The label of a row in each block of columns. The label cell nearest to the figures names the row; a cell that spans
 * the rows of a whole group only does where nothing nearer stands.
 * @param above the last code read in each block
 */
export function readRow(
  grid: Grid,
  row: number,
  section: Section,
  above: readonly (string | null)[] = [],
): readonly RowLabel[] {
  // Below a merged label, a row without any figure of its own is the rest of the row above it.
  const bare = (columns: readonly ColumnReading[]): boolean =>
    columns.every((column) => {
      const cell = isNumeric(column.role) ? cellAt(grid, row, column.index) : null;
      return cell === null || !isAnchor(cell, row, column.index) || textOf(cell) === '';
    });
  const blocks = Math.max(0, ...section.columns.map((column) => column.block)) + 1;
  return Array.from({ length: blocks }, (_, block) => {
    const own = section.columns.filter((column) => column.block === block);
    const code = codeOf(
      grid,
      row,
      own.filter((column) => column.role === 'code').map((column) => column.index),
      above[block] ?? null,
    );
    const labels = own
      .filter((column) => column.role === 'label' || column.role === 'code')
      .map((column) => column.index);
    let printed = '';
    let spanning = '';
    let continued = false;
    for (const column of labels) {
      const cell = cellAt(grid, row, column);
      const text = cell === null ? '' : textOf(cell);
      if (cell === null || text === '' || (isCodePart(text.replace(/\s/gu, '')) && text.length !== 4))
        continue;
      if (cell.rowSpan > 1 && (cell.row < row || cell.rowSpan > 2)) {
        spanning = cell.text;
        continued = cell.row < row;
      } else printed = cell.text;
    }
    const nearest = printed === '' && !(continued && bare(own)) ? spanning : printed;
    const text =
      nearest === '' && code === null && !bare(own) ? totalBeside(grid, row, section, own) : nearest;
    return text === '' && code === null ? NO_LABEL : readLabel(text, code);
  });
}
