import type { GlyphPage } from '../../../model/document.ts';
import { joinedUnderTotals } from './centred.ts';
import { greatest, least } from './extent.ts';
import type { Grid, Span } from './grid.ts';
import { columnsOf, cutAtColumns } from './gutters.ts';
import { headerGrid } from './heads.ts';
import { jointsOf, withoutBlankColumns } from './joints.ts';
import { type Region, regionsOf } from './regions.ts';
import type { Strategy } from './registry.ts';
import type { Row } from './rows.ts';
import { splitRows } from './split.ts';
import { withTotals } from './totals.ts';

/** A line of a table stands at most this many points above or below its text. */
const NEAR_LINE = 12;

/** Tables without drawn cells (three lines cut by the page, no lines): columns by gaps, rows by figures. */
export const aligned: Strategy = {
  id: 'aligned',
  find: ({ page }) =>
    regionsOf(page.glyphs).flatMap((region) => {
      const grid = gridOfRegion(region, page);
      if (grid === null) return [];
      const split = splitRows(grid, page.glyphs);
      return split === grid && grid.ys.length < 3
        ? []
        : [{ ...joinedUnderTotals(withTotals(split, page.glyphs), page.glyphs), soft: true }];
    }),
};

function gridOfRegion(region: Region, page: GlyphPage): Grid | null {
  const { rows } = region;
  const first = rows.findIndex((row) => row.amounts > 0);
  const body = rows[first];
  const last = rows.at(-1);
  const head = rows[first - 1];
  if (body === undefined || last === undefined) return null;
  const xs = withJoints(columnsOf(region, first), rows, page);
  if (xs.length < 3) return null;
  const top = (rows[0]?.line.y0 ?? 0) - 2;
  const cut = head === undefined ? top : (head.line.y1 + body.line.y0) / 2;
  return gridOfRows(rows, first, xs, { top, cut, bottom: last.line.y1 + 2 });
}

/** The joints of a line of the table where there are any: they are certain, gaps are not. */
function withJoints(xs: readonly number[], rows: readonly Row[], page: GlyphPage): readonly number[] {
  const [top, bottom] = [rows[0]?.line.y0 ?? 0, rows.at(-1)?.line.y1 ?? 0];
  const [x0 = 0, x1 = 0] = [xs[0], xs.at(-1)];
  const near = page.rulings.filter(
    (r) =>
      r.width > 0 &&
      r.y0 === r.y1 &&
      r.y0 > top - NEAR_LINE &&
      r.y0 < bottom + NEAR_LINE &&
      Math.min(r.x1, x1) > Math.max(r.x0, x0),
  );
  if (near.length < 3) return xs;
  const left = least(near.map((r) => r.x0));
  const right = greatest(near.map((r) => r.x1));
  const joints = jointsOf(near, [left, top - NEAR_LINE, right, bottom + NEAR_LINE]);
  return joints.length === 0
    ? xs
    : withoutBlankColumns([Math.min(left, x0), ...joints, Math.max(right, x1)], rows);
}

/** The grid of rows whose columns are known: above the cut the levels of the header, below it one row to be split. */
export function gridOfRows(
  rows: readonly Row[],
  header: number,
  xs: readonly number[],
  { top, cut, bottom }: { readonly top: number; readonly cut: number; readonly bottom: number },
): Grid {
  const whole = (row: number): readonly Span[] =>
    Array.from({ length: xs.length - 1 }, (_, column) => ({ row, column, rowSpan: 1, columnSpan: 1 }));
  if (header === 0) return { xs, ys: [top, bottom], spans: whole(0) };
  const { spans, cuts } = headerGrid(
    rows.slice(0, header).map((row) => cutAtColumns(row, xs)),
    xs,
    cut,
  );
  return { xs, ys: [top, ...cuts, cut, bottom], spans: [...spans, ...whole(cuts.length + 1)] };
}
