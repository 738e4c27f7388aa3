import type { Cell } from '../../../model/layout.ts';

/** A figure of money or a count as it stands in a cell: digits with separators or decimals, or three digits and more. */
const AMOUNT =
  /^[-－—(（△▲+＋]?\s*(?:[\d０-９]{1,3}(?:\s?[,，]\s?[\d０-９]{3})+|[\d０-９]+)(?:\s?[.．]\s?[\d０-９]+)?\s*[%％)）]?$/;
/** Item codes of the budget classification: 类 3, 款 5, 项 7 digits, or two digits a level. */
const CODE = /^\d{2,3}(?:\d{2}){0,2}$/;
/** Cells of the row that numbers rows and columns. */
const NUMBERING = /^(?:行\s*次|栏\s*次|合\s*计|项\s*目|—|-|)$/;

/** Whether a cell's text is one figure (item codes of the classification look the same). */
export const isAmount = (text: string): boolean => AMOUNT.test(text.trim());

/** Whether a row only numbers the columns ("栏次 1 2 3"): small whole numbers, counting up. */
function isNumbering(row: readonly Cell[]): boolean {
  const texts = row.map((cell) => cell.text.replace(/\s/g, ''));
  const numbers = texts.filter((text) => /^\d{1,2}$/.test(text)).map(Number);
  return (
    numbers.length >= 2 &&
    numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1) &&
    (numbers[0] ?? 0) <= 2 &&
    texts.every((text) => /^\d{1,2}(?:[=＝].*)?$/.test(text) || NUMBERING.test(text))
  );
}

const isData = (row: readonly Cell[]): boolean =>
  row.every((cell) => cell.text === '') ||
  (row.some((cell) => isAmount(cell.text) || CODE.test(cell.text.trim())) && !isNumbering(row));

/**
 * How many rows at the top are header: those before the first row with an amount, an item code or nothing at all.
 * The row that numbers the columns still belongs to the header.
 */
export function headerRowsOf(cells: readonly Cell[], rows: number): number {
  const grouped = Map.groupBy(cells, (cell) => cell.row);
  const byRow = Array.from({ length: rows }, (_, r) => grouped.get(r) ?? []);
  const data = byRow.findIndex((row, index) => row.length > 0 && index > 0 && isData(row));
  const limit = data < 0 ? rows : data;
  const heads = byRow[0] ?? [];
  if (isData(heads)) return 0;
  if (data < 0) {
    const numbering = byRow.findLastIndex(isNumbering);
    if (numbering > 0) return numbering + 1;
    // Without any data row below, only what the first row's own spans cover is surely header.
    return Math.min(rows, Math.min(...heads.map((cell) => cell.rowSpan), rows));
  }
  const narrow = byRow.findIndex((row, index) => index > 0 && index < limit && isLabelRow(row, byRow, index));
  const whole = isWhole(heads, cells) ? 1 : limit;
  const named = whole < limit && isNumbering(byRow[whole] ?? []) ? whole + 1 : whole;
  return Math.min(named, narrow < 0 ? limit : narrow);
}

/** A first row that names each column by itself leaves nothing for a second level: rows of words below it are data. */
const isWhole = (heads: readonly Cell[], cells: readonly Cell[]): boolean =>
  heads.every((cell) => cell.text !== '' && cell.columnSpan === 1 && cell.rowSpan === 1) &&
  cells.every((cell) => cell.column + cell.columnSpan <= heads.length);

/** A row below the header that has a label but no figure yet: blank where its neighbours have figures. */
function isLabelRow(row: readonly Cell[], byRow: readonly (readonly Cell[])[], index: number): boolean {
  const filled = row.filter((cell) => cell.text !== '').length;
  if (row.length < 3 || filled > row.length / 3) return false;
  return !byRow.slice(0, index).some((above, r) => above.some((cell) => cell.rowSpan > index - r));
}
