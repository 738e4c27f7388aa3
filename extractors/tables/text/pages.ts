import { misfit } from './align.ts';
import { greatest } from './greatest.ts';
import { type Bit, filled, type GridRow, widthOf } from './grid.ts';
import { profileColumns } from './profile.ts';
import { isTotalWord } from './vocabulary.ts';

/** Rows between blank lines: what stands on one page. */
function stretches<R extends GridRow & { readonly gap: boolean }>(
  rows: readonly R[],
): readonly (readonly R[])[] {
  const found: R[][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last === undefined || row.gap) found.push([row]);
    else last.push(row);
  }
  return found;
}

const shifted = (row: GridRow, by: number): readonly (Bit | null)[] => [
  ...Array.from({ length: by }, () => null),
  ...row.cells,
];

/** A sum at the end of a form: its word stays in front, its figures go to the right edge. */
function alignTotal(row: GridRow, width: number): readonly (Bit | null)[] | null {
  const [first, ...rest] = filled(row);
  if (first === undefined || rest.length === 0 || !isTotalWord(first.bit.text) || widthOf(row) >= width - 1)
    return null;
  const cells: (Bit | null)[] = Array.from({ length: width }, () => null);
  cells[first.column] = first.bit;
  for (const [index, { bit }] of rest.entries()) cells[width - rest.length + index] = bit;
  return cells;
}

/** A page on which columns at the left vanished: all its rows go right, as far as they fit best. */
function alignPage<R extends GridRow>(
  rows: readonly R[],
  above: readonly GridRow[],
  width: number,
): readonly R[] {
  const room = width - greatest(rows.map(widthOf));
  if (room <= 0 || above.length === 0) return rows;
  const profiles = profileColumns(above, width);
  const cost = (by: number): number =>
    rows.reduce(
      (sum, row) =>
        sum +
        filled(row).reduce((all, { column, bit }) => all + misfit(bit.text, profiles[column + by], null), 0),
      0,
    );
  let best = 0;
  for (let by = 1; by <= room; by++) if (cost(by) < cost(best) - 0.5 * rows.length) best = by;
  return best === 0 ? rows : rows.map((row) => ({ ...row, cells: shifted(row, best) }));
}

/** Puts the rows after a page break back under the columns of those before it, where columns at the left vanished. */
export function alignPages<R extends GridRow & { readonly gap: boolean }>(
  rows: readonly R[],
  width: number,
): readonly R[] {
  const done: R[] = [];
  for (const page of stretches(rows)) {
    const [first] = page;
    const total =
      page.length === 1 && first !== undefined && done.length > 0 ? alignTotal(first, width) : null;
    if (total !== null && first !== undefined) done.push({ ...first, cells: total });
    else for (const row of page.length > 1 ? alignPage(page, done, width) : page) done.push(row);
  }
  return done;
}
