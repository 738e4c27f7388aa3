import type { GlyphPage } from '../../../model/document.ts';
import { gridOfRows } from './aligned.ts';
import { joinedOverText, joinedUnderTotals } from './centred.ts';
import { greatest } from './extent.ts';
import { type Grid, gridOf } from './grid.ts';
import { columnsOf } from './gutters.ts';
import { jointsOf, withEnds, withoutBlankColumns } from './joints.ts';
import type { Strategy } from './registry.ts';
import { type Row, rowsOf } from './rows.ts';
import { splitRows } from './split.ts';
import { rowsInside, type Stack, stacksOf } from './stacks.ts';
import { withTotals } from './totals.ts';
import { bare } from './words.ts';

/** Rows with at least this part of the fullest row's texts show the columns. */
const FULL_ROW = 0.6;

/** So many lines over a part of the width part the levels of a header; more part rows. */
const MAX_PARTIAL = 3;

/**
 * Tables with horizontal lines only: lines part the rows, and a line over a part of the width leaves the cells beside
 * it in one; columns come from where strokes of the lines meet, else from the gaps between texts.
 */
export const lined: Strategy = {
  id: 'lined',
  find: ({ page, edges }) => {
    if (edges.horizontal.length < 3) return [];
    const rows = rowsOf(page.glyphs);
    const stacks = stacksOf(edges, rows);
    return stacks.flatMap((stack) => {
      const inside = rowsInside(
        stack,
        stacks.some((other) => isBeside(stack, other)) ? rowsWithin(stack, page) : rows,
      );
      const grid = isTabular(stack, inside) ? gridOfStack(stack, inside, page) : null;
      return grid === null ? [] : [grid];
    });
  },
};

/** Whether two stacks stand side by side: what is printed in one line belongs to both then. */
function isBeside({ box: [ax0, ay0, ax1, ay1] }: Stack, { box: [bx0, by0, bx1, by1] }: Stack): boolean {
  return Math.min(ay1, by1) > Math.max(ay0, by0) && (ax1 < bx0 || bx1 < ax0);
}

const rowsWithin = ({ box: [x0, , x1] }: Stack, page: GlyphPage): readonly Row[] =>
  rowsOf(page.glyphs.filter((g) => (g.x0 + g.x1) / 2 > x0 && (g.x0 + g.x1) / 2 < x1));

/** Few lines may frame prose; many, with texts side by side between them, are rows. */
function isTabular({ edges }: Stack, rows: readonly Row[]): boolean {
  const tabular = rows.filter((row) => row.pieces.length >= 2).length;
  return tabular >= 2 && tabular >= (edges.length > 4 ? 0.15 : 0.4) * rows.length;
}

function gridOfStack(stack: Stack, rows: readonly Row[], page: GlyphPage): Grid | null {
  const [x0, y0, x1, y1] = stack.box;
  const joints = jointsOf(page.rulings, [x0, y0 - 2, x1, y1 + 2]);
  const soft = joints.length === 0;
  const cut = bodyOf(stack, rows);
  if (cut !== null) {
    const numbering = rows.findIndex((row) => middleOf(row) < cut && isNumberingRow(row));
    const header = numbering > 0 ? numbering : rows.findIndex((row) => middleOf(row) > cut);
    const known =
      joints.length > 0
        ? withoutBlankColumns([x0, ...joints, x1], rows)
        : inner(columnsOf({ rows }, header), x0, x1);
    const xs = withEnds(known, rows, page.rulings, [y0, y1]);
    if (xs.length < 3) return null;
    const grid = gridOfRows(rows, header, xs, {
      top: y0,
      cut: numbering > 0 ? between(rows, numbering) : cut,
      bottom: y1,
    });
    return { ...joinedUnderTotals(withTotals(splitRows(grid, page.glyphs), page.glyphs), page.glyphs), soft };
  }
  const most = greatest(rows.map((row) => row.pieces.length));
  const telling = rows.filter((row) => row.pieces.length >= FULL_ROW * most);
  const known = joints.length > 0 ? [x0, ...joints, x1] : inner(columnsOf({ rows: telling }, 0), x0, x1);
  const xs = withEnds(known, rows, page.rulings, [y0, y1]);
  if (xs.length < 3) return null;
  const grid = gridOf({
    horizontal: stack.open ? [...stack.edges, { at: y1, from: x0, to: x1 }] : stack.edges,
    vertical: xs.map((at) => ({ at, from: y0, to: y1 })),
  });
  return grid === null ? null : { ...splitRows(joinedOverText(grid, page.glyphs), page.glyphs), soft };
}

/** A row that only numbers the columns: it stands below the header's levels, in every column. */
const isNumberingRow = ({ texts, amounts }: Row): boolean =>
  amounts >= 2 && texts.every((text) => /^(?:\d{1,2}|栏次|项目|行次|-|—)$/.test(bare(text)));

const between = (rows: readonly Row[], at: number): number =>
  ((rows[at - 1]?.line.y1 ?? 0) + (rows[at]?.line.y0 ?? 0)) / 2;

const middleOf = ({ line }: Row): number => (line.y0 + line.y1) / 2;

/** Where the body of a three-line table begins: all its rows stand below the last line but one; `null` in others. */
function bodyOf({ full, open, edges, box }: Stack, rows: readonly Row[]): number | null {
  const cut = open ? full.at(-1) : full.at(-2);
  if (cut === undefined || full.length > (open ? 3 : 4)) return null;
  if (edges.some(({ at }) => at > cut && at < box[3])) return null;
  if (edges.length - full.length > MAX_PARTIAL) return null;
  const body = rows.filter((row) => middleOf(row) > cut);
  const above = rows.length - body.length;
  return above > 0 && (open || full.length <= 3 || body.length > above || rows.some(isNumberingRow))
    ? cut
    : null;
}

/** Columns told by texts, with the outer edges where the lines end. */
const inner = (xs: readonly number[], x0: number, x1: number): readonly number[] =>
  xs.length < 3 ? [] : [Math.min(x0, xs[0] ?? x0), ...xs.slice(1, -1), Math.max(x1, xs.at(-1) ?? x1)];
