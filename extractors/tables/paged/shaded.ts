import type { GlyphPage } from '../../../model/document.ts';
import { components } from './components.ts';
import type { Edge, Edges } from './edges.ts';
import { type Grid, gridOf } from './grid.ts';
import { type Line, linesOf, splitAtGaps, textOfLine } from './lines.ts';
import type { Strategy } from './registry.ts';
import { isCaption, isFormLine, namesTable } from './words.ts';

/** Bands of colour further apart than this (points) have more than one plain row between them. */
const MAX_ROW = 48;
/** What stands further apart than this many characters on a line stands in different cells. */
const PIECE_GAP = 0.6;

/**
 * Tables whose cells are told by their colour: every other row is shaded, the plain rows between have the columns of
 * their neighbours.
 */
export const shaded: Strategy = {
  id: 'shaded',
  find: ({ page, sides }) =>
    components(overPlainRows(sides, page)).flatMap((component) => {
      const grid = gridOf(component);
      return grid === null || grid.xs.length < 3 || grid.ys.length < 3 ? [] : [withLastRow(grid, page)];
    }),
};

/** Vertical sides go on over a plain row, unless a line of another table stands there. */
function overPlainRows({ horizontal, vertical }: Edges, page: GlyphPage): Edges {
  const lines = linesOf(page.glyphs).map((line) => ({ line, text: textOfLine(line) }));
  const parts = lines
    .filter(({ text }) => namesTable(text) || isFormLine(text) || isCaption(text))
    .map(({ line }) => (line.y0 + line.y1) / 2);
  const joined: Edge[] = [];
  for (const edge of vertical.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
    const last = joined.at(-1);
    const plain =
      last !== undefined &&
      last.at === edge.at &&
      edge.from - last.to <= MAX_ROW &&
      !parts.some((y) => y > last.to && y < edge.from);
    if (plain) joined[joined.length - 1] = { ...last, to: edge.to };
    else joined.push(edge);
  }
  return { horizontal, vertical: joined };
}

/** The grid with the plain row that may follow below its last band. */
function withLastRow(grid: Grid, page: GlyphPage): Grid {
  const bottom = grid.ys.at(-1) ?? 0;
  const usual = (bottom - (grid.ys[0] ?? 0)) / (grid.ys.length - 1);
  const below = linesOf(
    page.glyphs.filter((glyph) => {
      const y = (glyph.y0 + glyph.y1) / 2;
      return y > bottom && y < bottom + 1.1 * usual;
    }),
  );
  const next = below.at(-1);
  const first = below[0];
  if (next === undefined || first === undefined || !below.every((line) => fits(line, grid.xs))) return grid;
  const columns = grid.xs.length - 1;
  const row = grid.ys.length - 1;
  const cells = Array.from({ length: columns }, (_, column) => ({ row, column, rowSpan: 1, columnSpan: 1 }));
  const end = Math.max(bottom + 0.8 * usual, next.y1 + (first.y0 - bottom));
  return { xs: grid.xs, ys: [...grid.ys, end], spans: [...grid.spans, ...cells] };
}

/** Whether a line's texts stand in at least two columns, none over an edge. */
function fits(line: Line, xs: readonly number[]): boolean {
  const pieces = splitAtGaps(line, PIECE_GAP);
  const inside = pieces.filter((piece) =>
    xs.slice(1).some((x, i) => piece.x0 >= (xs[i] ?? 0) - 1 && piece.x1 <= x + 1),
  );
  return pieces.length >= 2 && inside.length === pieces.length;
}
