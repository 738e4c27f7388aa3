import { type Bit, filled, type GridRow, widthOf } from './grid.ts';
import { shapeOf } from './profile.ts';

/** A row cut by a page break that has as many texts as the row above it: they go on under the same columns. */
function likeAbove(
  row: GridRow,
  above: GridRow,
  homeless: readonly number[],
): readonly (Bit | null)[] | null {
  const [own, theirs] = [row, above].map((one) => filled(one).filter(({ column }) => column > 0));
  if (own === undefined || theirs === undefined || own.length < 2 || own.length !== theirs.length)
    return null;
  if (
    !own.some(({ column }) => homeless.includes(column)) ||
    own.some(({ bit }) => shapeOf(bit.text) !== 'text')
  )
    return null;
  const cells: (Bit | null)[] = row.cells.map((bit, column) => (column === 0 ? bit : null));
  for (const [index, { bit }] of own.entries()) {
    const column = theirs[index]?.column;
    if (column !== undefined) cells[column] = bit;
  }
  return cells;
}

/** Texts in a column that has no head and that hardly any row uses go to the next column on the right or left that has one. */
export function alignHomeless<R extends GridRow>(
  rows: readonly R[],
  header: readonly GridRow[],
): readonly R[] {
  const width = Math.max(0, ...header.map(widthOf));
  const headed = (column: number) => header.some((row) => (row.cells[column] ?? null) !== null);
  const uses = (column: number) => rows.filter((row) => (row.cells[column] ?? null) !== null).length;
  const homeless = Array.from({ length: width }, (_, column) => column).filter(
    (column) =>
      column > 0 && !headed(column) && uses(column) > 0 && uses(column) <= Math.max(1, 0.34 * rows.length),
  );
  if (homeless.length === 0) return rows;
  return rows.map((row, at) => {
    const above = rows[at - 1];
    const paired = above !== undefined && row.first - above.last > 1 ? likeAbove(row, above, homeless) : null;
    if (paired !== null) return { ...row, cells: paired };
    const cells = [...row.cells];
    for (const column of homeless) {
      const bit = cells[column] ?? null;
      const home = [1, 2, 3, -1]
        .map((step) => column + step)
        .find((to) => to < width && headed(to) && (cells[to] ?? null) === null);
      if (bit === null || home === undefined || shapeOf(bit.text) !== 'text') continue;
      cells[home] = bit;
      cells[column] = null;
    }
    return { ...row, cells };
  });
}
