import type { Grid, Span } from './grid.ts';
import { columnsOf } from './gutters.ts';
import { headerGrid } from './heads.ts';
import { type Region, regionsOf } from './regions.ts';
import type { Strategy } from './registry.ts';
import { splitRows } from './split.ts';
import { withTotals } from './totals.ts';

/** Tables without drawn cells (three lines, horizontal lines only, no lines): columns by gaps, rows by figures. */
export const aligned: Strategy = {
  id: 'aligned',
  find: ({ page }) =>
    regionsOf(page.glyphs).flatMap((region) => {
      const grid = gridOfRegion(region);
      if (grid === null) return [];
      const split = splitRows(grid, page.glyphs);
      return split === grid && grid.ys.length < 3 ? [] : [withTotals(split, page.glyphs)];
    }),
};

function gridOfRegion(region: Region): Grid | null {
  const { rows } = region;
  const first = rows.findIndex((row) => row.amounts > 0);
  const body = rows[first];
  const last = rows.at(-1);
  const head = rows[first - 1];
  if (body === undefined || last === undefined) return null;
  const xs = columnsOf(region, first);
  if (xs.length < 3) return null;
  const columns = xs.length - 1;
  const top = (rows[0]?.line.y0 ?? 0) - 2;
  const bottom = last.line.y1 + 2;
  const whole = (row: number): readonly Span[] =>
    Array.from({ length: columns }, (_, column) => ({ row, column, rowSpan: 1, columnSpan: 1 }));
  if (head === undefined) return { xs, ys: [top, bottom], spans: whole(0) };
  const cut = (head.line.y1 + body.line.y0) / 2;
  const { spans, cuts } = headerGrid(rows.slice(0, first), xs, cut);
  return { xs, ys: [top, ...cuts, cut, bottom], spans: [...spans, ...whole(cuts.length + 1)] };
}
