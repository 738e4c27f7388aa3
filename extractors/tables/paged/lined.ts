import type { GlyphPage } from '../../../model/document.ts';
import { gridOfRows } from './aligned.ts';
import { joinedOverText } from './centred.ts';
import { type Grid, gridOf } from './grid.ts';
import { columnsOf } from './gutters.ts';
import { jointsOf } from './joints.ts';
import { linesOf } from './lines.ts';
import { type Row, rowOf } from './regions.ts';
import type { Strategy } from './registry.ts';
import { splitRows } from './split.ts';
import { rowsInside, type Stack, stacksOf } from './stacks.ts';
import { withTotals } from './totals.ts';

/** Rows with at least this part of the fullest row's texts show the columns. */
const FULL_ROW = 0.6;

/**
 * Tables with horizontal lines only: lines part the rows, and a line over a part of the width leaves the cells beside
 * it in one; columns come from where strokes of the lines meet, else from the gaps between texts.
 */
export const lined: Strategy = {
  id: 'lined',
  find: ({ page, edges }) => {
    if (edges.horizontal.length < 3) return [];
    const rows = linesOf(page.glyphs).map(rowOf);
    return stacksOf(edges, rows).flatMap((stack) => {
      const inside = rowsInside(stack, rows);
      const grid = isTabular(inside) ? gridOfStack(stack, inside, page) : null;
      return grid === null ? [] : [grid];
    });
  },
};

const isTabular = (rows: readonly Row[]): boolean =>
  rows.length >= 2 && rows.filter((row) => row.pieces.length >= 2).length >= 0.4 * rows.length;

function gridOfStack(stack: Stack, rows: readonly Row[], page: GlyphPage): Grid | null {
  const [x0, y0, x1, y1] = stack.box;
  const joints = jointsOf(page.rulings, [x0, y0 - 2, x1, y1 + 2]);
  const isThreeLine = stack.full.length === 3 && stack.edges.length === 3;
  if (isThreeLine) {
    const [, cut = 0] = stack.full;
    const header = rows.findIndex(({ line }) => (line.y0 + line.y1) / 2 > cut);
    if (header < 1) return null;
    const xs = joints.length > 0 ? [x0, ...joints, x1] : inner(columnsOf({ rows }, header), x0, x1);
    if (xs.length < 3) return null;
    const grid = gridOfRows(rows, header, xs, { top: y0, cut, bottom: y1 });
    return withTotals(splitRows(grid, page.glyphs), page.glyphs);
  }
  const most = Math.max(...rows.map((row) => row.pieces.length));
  const telling = rows.filter((row) => row.pieces.length >= FULL_ROW * most);
  const xs = joints.length > 0 ? [x0, ...joints, x1] : inner(columnsOf({ rows: telling }, 0), x0, x1);
  if (xs.length < 3) return null;
  const grid = gridOf({
    horizontal: stack.edges,
    vertical: xs.map((at) => ({ at, from: y0, to: y1 })),
  });
  return grid === null ? null : splitRows(joinedOverText(grid, page.glyphs), page.glyphs);
}

/** Columns told by texts, with the outer edges where the lines end. */
const inner = (xs: readonly number[], x0: number, x1: number): readonly number[] =>
  xs.length < 3 ? [] : [Math.min(x0, xs[0] ?? x0), ...xs.slice(1, -1), Math.max(x1, xs.at(-1) ?? x1)];
