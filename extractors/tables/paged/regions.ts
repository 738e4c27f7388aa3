import type { Glyph } from '../../../model/document.ts';
import { greatest, least } from './extent.ts';
import { type Row, rowsOf, sizeOf } from './rows.ts';
import { sideBySide } from './side-by-side.ts';
import { isCaption, isFormLine, namesTable } from './words.ts';

/** Rows of one table are at most this many characters apart. */
const MAX_PITCH = 4;
/** Cells hold no longer text in one line. */
const MAX_CELL = 26;

/** With so many figures side by side many lines may be wrapped words. */
const MANY_AMOUNTS = 8;
/** Columns of remarks begin beyond this part of a table's width. */
const RIGHT_HAND = 0.5;

/** Lines that stand one below the other in columns: what could be a table without drawn cells. */
export interface Region {
  readonly rows: readonly Row[];
}

/** The regions of a page, top to bottom. Prose, titles and unit lines part them. */
export function regionsOf(glyphs: readonly Glyph[]): readonly Region[] {
  const regions: Row[][] = [];
  let open: Row[] = [];
  let titles: Row | null = null;
  const close = (): void => {
    const apart = titles === null ? [] : sideBySide(open, titles.pieces.length).map(tableLike);
    if (apart.length > 0 && apart.every((rows) => rows.length > 0)) regions.push(...apart);
    else if (tableLike(open).length > 0) regions.push(tableLike(open));
    open = [];
    titles = null;
  };
  for (const row of rowsOf(glyphs)) {
    const { line } = row;
    const before = open.at(-1);
    const apart =
      before !== undefined &&
      (line.y0 - before.line.y1 > MAX_PITCH * sizeOf(before) ||
        Math.abs(sizeOf(row) - sizeOf(before)) > 0.3 * sizeOf(before));
    if (apart) close();
    const areTitles = row.pieces.length > 1 && row.texts.every(isTitle);
    if (areTitles || (isBarrier(row) && !standsBeside(row, open))) close();
    else open.push(row);
    if (areTitles) titles = row;
  }
  close();
  return regions.map((rows) => ({ rows }));
}

const isTitle = (text: string): boolean => namesTable(text) || isCaption(text);

/** The rows without what stands before and after the table, or none where they make no table. */
function tableLike(open: readonly Row[]): Row[] {
  const rows = trimmed(open, open.findIndex(isTabular), open.findLastIndex(isTabular));
  return isTableLike(rows) ? rows : [];
}

export const isTabular = (row: Row): boolean =>
  row.pieces.length >= 3 || (row.pieces.length === 2 && row.amounts > 0);

/** A figure with its unit in the middle of a sentence. */
const SENTENCE = /[元%][，,；]\s*(?:\p{Script=Han}|$)/u;

/** Lines that no table has: titles, unit lines, captions, sentences, tables of contents. */
const isBarrier = ({ texts, pieces, amounts }: Row): boolean =>
  texts.some((text) => isFormLine(text) || text.length > MAX_CELL || /…{2}|\.{5}/.test(text)) ||
  texts.some((text) => SENTENCE.test(text)) ||
  (amounts < 2 && texts.some((text) => /[。；;]$/.test(text))) ||
  (pieces.length === 1 && texts.some((text) => isTitle(text) || /^第.{1,3}部分/.test(text)));

/** Whether a line stands in a right-hand column of the rows before it: remarks are sentences too. */
function standsBeside({ line, pieces }: Row, rows: readonly Row[]): boolean {
  if (pieces.length !== 1 || !rows.some(isTabular)) return false;
  const left = least(rows.map((row) => row.line.x0));
  const right = greatest(rows.map((row) => row.line.x1));
  return line.x0 > left + RIGHT_HAND * (right - left) && line.x1 < right + 2;
}

/** Wrapped cells and header lines may stand before and after the tabular lines, close to them. */
function trimmed(rows: readonly Row[], first: number, last: number): Row[] {
  if (first < 0) return [];
  const near = (a: Row | undefined, b: Row | undefined): boolean =>
    a !== undefined && b !== undefined && b.line.y0 - a.line.y1 < 0.9 * sizeOf(a);
  const heads = (row: Row | undefined, next: Row | undefined): boolean =>
    row !== undefined &&
    next !== undefined &&
    row.pieces.length >= 2 &&
    next.line.y0 - row.line.y1 < 2 * sizeOf(row);
  let from = first;
  while (from > 0 && (near(rows[from - 1], rows[from]) || heads(rows[from - 1], rows[from]))) from -= 1;
  let to = last;
  while (to + 1 < rows.length && near(rows[to], rows[to + 1])) to += 1;
  return rows.slice(from, to + 1);
}

/** One row of figures makes a table only below a header and with enough of them. */
function isTableLike(rows: readonly Row[]): boolean {
  const tabular = rows.filter(isTabular).length;
  const withAmounts = rows.filter((row) => row.amounts > 0);
  const [only] = withAmounts;
  const single = withAmounts.length === 1 && only !== undefined && rows[0] !== only && only.amounts >= 3;
  const amounts = rows.reduce((sum, row) => sum + row.amounts, 0);
  return (
    tabular >= (amounts >= MANY_AMOUNTS ? 0.3 : 0.5) * rows.length &&
    ((tabular >= 3 && withAmounts.length >= 2) || (single && tabular >= 2))
  );
}
