import type { Glyph } from '../../../model/document.ts';
import type { Grid, Span } from './grid.ts';
import { type Line, linesOf, textOfLine } from './lines.ts';
import { bare } from './words.ts';

/** Labels that stand over the code and the name column together. */
const TOTAL = /^(?:栏次|合计|总计|项目|小计)$/;
/** This much nearer (points) to the middle of both columns than to that of its own, a label spans both. */
const NEARER = 6;

/** Joins the first two cells of rows without drawn cells where a total's label stands in the middle of both. */
export function withTotals(grid: Grid, glyphs: readonly Glyph[]): Grid {
  const [x0 = 0, x1 = 0, x2 = 0] = grid.xs;
  if (grid.xs.length < 4) return grid;
  const inside = glyphs.filter((glyph) => {
    const x = (glyph.x0 + glyph.x1) / 2;
    return x > x0 && x < x2;
  });
  const rows = new Set(
    linesOf(inside)
      .filter((line) => TOTAL.test(bare(textOfLine(line))) && spans(line, x0, x1, x2))
      .map((line) => grid.ys.findLastIndex((y) => y <= (line.y0 + line.y1) / 2)),
  );
  const single = (row: number, column: number): boolean =>
    grid.spans.some((s) => s.row === row && s.column === column && s.rowSpan === 1 && s.columnSpan === 1);
  const merged = [...rows].filter((row) => single(row, 0) && single(row, 1));
  const keep = (span: Span): readonly Span[] => {
    if (!merged.includes(span.row) || span.column > 1) return [span];
    return span.column === 0 ? [{ ...span, columnSpan: 2 }] : [];
  };
  return { ...grid, spans: grid.spans.flatMap(keep) };
}

function spans(line: Line, x0: number, x1: number, x2: number): boolean {
  const centre = (line.x0 + line.x1) / 2;
  const own = centre < x1 ? (x0 + x1) / 2 : (x1 + x2) / 2;
  return Math.abs(centre - (x0 + x2) / 2) + NEARER < Math.abs(centre - own);
}
