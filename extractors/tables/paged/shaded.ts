import type { GlyphPage } from '../../../model/document.ts';
import { components } from './components.ts';
import type { Edge, Edges } from './edges.ts';
import { greatest, least } from './extent.ts';
import { type Grid, gridsOf, type Span } from './grid.ts';
import { type Line, linesOf, splitAtGaps, textOfLine } from './lines.ts';
import type { Strategy } from './registry.ts';
import { isCaption, isFormLine, namesTable } from './words.ts';

/** Bands of colour further apart than this (points) have more than one plain row between them. */
const MAX_ROW = 100;
/** A band of heads alone has at least so many. */
const MIN_HEADS = 4;
/** Cells hold no longer text in one line. */
const MAX_CELL = 30;
/** Sides of neighbouring bands that miss each other by this many points still meet. */
const TOUCH = 2;
/** Wrapped lines are at most this part of their height apart. */
const WRAP = 0.5;
/** What stands further apart than this many characters on a line stands in different cells. */
const PIECE_GAP = 0.6;

/**
 * Tables whose cells are told by their colour: every other row is shaded, the plain rows between have the columns of
 * their neighbours.
 */
export const shaded: Strategy = {
  id: 'shaded',
  find: ({ page, sides }) =>
    gridsOf(components(overPlainRows(sides, page))).flatMap((grid) => {
      if (grid === null || grid.xs.length < 3) return [];
      if (grid.ys.length === 2) return isHeadBand(grid, page) ? [withOuterRows(grid, page)] : [];
      if (!holdsRows(grid, page)) return [];
      return [withOuterRows(grid, page)];
    }),
};

/** Vertical sides go on over the plain rows above and below, unless a line of another table stands there. */
function overPlainRows({ horizontal, vertical }: Edges, page: GlyphPage): Edges {
  const parts = linesOf(page.glyphs)
    .filter((line) => isBetweenTables(line))
    .map((line) => (line.y0 + line.y1) / 2);
  const joins = (x: number, from: number, to: number): boolean =>
    vertical.some((v) => v.at === x && Math.abs(v.to - from) < 0.01) &&
    vertical.some((v) => v.at === x && Math.abs(v.from - to) < 0.01);
  const isPlain = (x: number, from: number, to: number): boolean =>
    to - from < MAX_ROW &&
    !parts.some((y) => y > from && y < to) &&
    (joins(x, from, to) || !vertical.some((v) => v.from < (from + to) / 2 && v.to > (from + to) / 2));
  const longer = vertical.map((edge): Edge => {
    const bands = [
      ...horizontal.filter((h) => h.from <= edge.at + TOUCH && h.to >= edge.at - TOUCH).map((h) => h.at),
      ...vertical.filter((v) => v.at === edge.at).flatMap((v) => [v.from, v.to]),
    ];
    const above = greatest(bands.filter((y) => y < edge.from - TOUCH));
    const below = least(bands.filter((y) => y > edge.to + TOUCH));
    return {
      at: edge.at,
      from: isPlain(edge.at, above, edge.from) ? above : edge.from,
      to: isPlain(edge.at, edge.to, below) ? below : edge.to,
    };
  });
  return { horizontal, vertical: longer };
}

/** The heads of a table that the page cuts below them: one band of cells that touch, a text in each. */
function isHeadBand({ xs, ys, spans }: Grid, page: GlyphPage): boolean {
  const last = greatest(page.glyphs.map((glyph) => glyph.y1));
  const [top = 0, bottom = 0] = [ys[0], ys[1]];
  return (
    xs.length > MIN_HEADS &&
    spans.length === xs.length - 1 &&
    last < bottom + MAX_ROW &&
    xs
      .slice(1)
      .every((x, i) =>
        page.glyphs.some((g) => g.x0 > (xs[i] ?? 0) && g.x1 < x && g.baseline > top && g.baseline < bottom),
      )
  );
}

/** Bars of a chart and coloured boxes hold no rows of texts side by side. */
function holdsRows({ xs, ys }: Grid, page: GlyphPage): boolean {
  const [x0, y0, x1, y1] = [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0];
  const inside = page.glyphs.filter((g) => g.x1 > x0 && g.x0 < x1 && g.baseline > y0 && g.baseline < y1);
  return linesOf(inside).filter((line) => splitAtGaps(line, PIECE_GAP).length >= 2).length >= 2;
}

function isBetweenTables(line: Line): boolean {
  const text = textOfLine(line);
  const isProse = text.length > MAX_CELL && splitAtGaps(line, PIECE_GAP).length === 1;
  return isProse || namesTable(text) || isFormLine(text) || isCaption(text);
}

/** The grid with the plain rows that may stand above its first band and below its last. */
function withOuterRows(grid: Grid, page: GlyphPage): Grid {
  const [x0 = 0, x1 = 0] = [grid.xs[0], grid.xs.at(-1)];
  const lines = linesOf(page.glyphs).filter(
    (line) => (line.x0 + line.x1) / 2 > x0 && (line.x0 + line.x1) / 2 < x1,
  );
  const [top = 0, bottom = 0] = [grid.ys[0], grid.ys.at(-1)];
  const usual = (bottom - top) / (grid.ys.length - 1);
  const above = rowAt(
    lines.filter((line) => line.y1 < top + TOUCH).toReversed(),
    grid.xs,
    usual,
    (l) => top - l.y1,
  );
  const below = rowAt(
    lines.filter((line) => line.y0 > bottom - TOUCH),
    grid.xs,
    usual,
    (l) => l.y0 - bottom,
  );
  const first = above.at(-1);
  const last = below.at(-1);
  const columns = grid.xs.length - 1;
  const cells = (row: number): readonly Span[] =>
    Array.from({ length: columns }, (_, column) => ({ row, column, rowSpan: 1, columnSpan: 1 }));
  const shift = first === undefined ? 0 : 1;
  const pad = Math.max(2, (above[0] === undefined ? 0 : top - above[0].y1) / 2);
  return {
    xs: grid.xs,
    ys: [
      ...(first === undefined ? [] : [first.y0 - pad]),
      ...grid.ys,
      ...(last === undefined ? [] : [last.y1 + Math.max(2, (below[0]?.y0 ?? 0) - bottom)]),
    ],
    spans: [
      ...(first === undefined ? [] : cells(0)),
      ...grid.spans.map((span) => ({ ...span, row: span.row + shift })),
      ...(last === undefined ? [] : cells(grid.ys.length - 1 + shift)),
    ],
  };
}

/** The lines of the row next to the bands, nearest first; none where they are no row of the same columns. */
function rowAt(
  lines: readonly Line[],
  xs: readonly number[],
  usual: number,
  distance: (line: Line) => number,
): readonly Line[] {
  const row: Line[] = [];
  for (const line of lines) {
    const last = row.at(-1);
    const gap = last === undefined ? distance(line) : Math.abs(line.y0 - last.y0) - (last.y1 - last.y0);
    if (gap > (last === undefined ? 0.6 * usual : WRAP * (line.y1 - line.y0))) break;
    row.push(line);
  }
  return row.some((line) => splitAtGaps(line, PIECE_GAP).length >= 2) && row.every((line) => fits(line, xs))
    ? row
    : [];
}

/** Whether a line's texts stand in columns, none over an edge. */
function fits(line: Line, xs: readonly number[]): boolean {
  const pieces = splitAtGaps(line, PIECE_GAP);
  return pieces.every((piece) =>
    xs.slice(1).some((x, i) => piece.x0 >= (xs[i] ?? 0) - 1 && piece.x1 <= x + 1),
  );
}
