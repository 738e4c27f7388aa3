import { type Bit, filled, type GridRow } from './grid.ts';
import { hasHan } from './join.ts';
import { isFigure, kindOf } from './kind.ts';
import { isScattered, trimTexture } from './noise.ts';
import { profileColumns, share } from './profile.ts';

/** Text in a column of values that mixes digits and Chinese without being a figure. */
const isGarbled = (text: string): boolean => /\d/u.test(text) && hasHan(text) && kindOf(text) === 'text';

/**
 * A first row that reads the header's glyphs once more: no figure in it, and garbled text in two columns at least where
 * all other rows have values.
 */
export function isHeaderGhost(row: GridRow, rest: readonly GridRow[], width: number): boolean {
  const cells = filled(row);
  if (rest.length < 3 || cells.some(({ bit }) => isFigure(bit.text))) return false;
  const profiles = profileColumns(rest, width);
  const values = cells.filter(({ column }) => share(profiles[column], 'figure', 'percent', 'sign') >= 0.8);
  return values.filter(({ bit }) => isGarbled(bit.text)).length >= 2;
}

const cleaned = (bit: Bit | null): Bit | null => {
  if (bit === null) return null;
  const text = trimTexture(bit.text);
  if (isScattered(text) && !/\d/u.test(text)) return null;
  return text === bit.text ? bit : { ...bit, text };
};

/** Rows without strewn characters and texture; no digit is ever left out. */
export const withoutScraps = <R extends GridRow>(rows: readonly R[]): readonly R[] =>
  rows.map((row) =>
    row.cells.some((bit) => cleaned(bit) !== bit) ? { ...row, cells: row.cells.map(cleaned) } : row,
  );
