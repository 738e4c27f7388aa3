import type { Glyph, GlyphPage } from '../../../model/document.ts';
import type { Cell } from '../../../model/layout.ts';
import type { Box, Place } from '../../../model/place.ts';
import type { Grid, Span } from './grid.ts';
import { type Line, linesOf, textOfLines } from './lines.ts';
import { runsOf } from './runs.ts';
import { reachesSide } from './seam.ts';
import { commonTurn, upright } from './upright.ts';

/** A table as it stands on one page: its grid and its cells with text. */
export interface Sheet {
  readonly page: number;
  readonly grid: Grid;
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
  /** The places of the cells at the foot whose last line reaches their right side: its text may go on. */
  readonly full: ReadonlySet<Place>;
}

/** A sheet with the glyphs that its cells took. */
export interface InkedSheet extends Sheet {
  readonly glyphs: ReadonlySet<Glyph>;
}

export const boxOfGrid = ({ xs, ys }: Grid): Box => [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0];

/** Of a run over an edge at most so many glyphs belong to the overhang that any cell's text may have. */
const OVERHANG = 2;

/**
 * Puts each glyph into the cell that holds its centre, and reads the cells. A printed run that juts out of its cell
 * stays whole.
 */
export function sheetOf(page: GlyphPage, grid: Grid, free: readonly Glyph[]): InkedSheet {
  const owner = ownersOf(grid);
  const cellAt = (glyph: Glyph): Span | undefined => {
    const row = slot(grid.ys, (glyph.y0 + glyph.y1) / 2);
    const column = slot(grid.xs, (glyph.x0 + glyph.x1) / 2);
    return row === null || column === null ? undefined : owner[row]?.[column];
  };
  const shares = runsOf(free).map((run) => sharesOf(run, cellAt));
  const filled = new Set(shares.flatMap(([first]) => (first === undefined ? [] : [first.span])));
  const content = new Map<Span, Glyph[]>(grid.spans.map((span) => [span, []]));
  const glyphs = new Set<Glyph>();
  for (const share of shares.flatMap((parts) => settled(parts, filled))) {
    content.get(share.span)?.push(...share.glyphs);
    for (const glyph of share.glyphs) glyphs.add(glyph);
  }
  const full = new Set<Place>();
  const cells = grid.spans
    .toSorted((a, b) => a.row - b.row || a.column - b.column)
    .map((span) => {
      const own = content.get(span) ?? [];
      const turn = commonTurn(own);
      const lines = linesOf(turn === null ? own : upright(own, turn));
      const cell = cellOf(page.number, grid, span, lines);
      const last = lines.at(-1);
      if (turn === null && last !== undefined && reachesSide(last.x1, rightOf(grid, span)))
        full.add(cell.place);
      return cell;
    });
  return {
    page: page.number,
    grid,
    box: boxOfGrid(grid),
    rows: grid.ys.length - 1,
    columns: grid.xs.length - 1,
    cells,
    full,
    glyphs,
  };
}

/** The glyphs of a run that have their centres in one cell. */
interface Share {
  readonly span: Span;
  readonly glyphs: readonly Glyph[];
}

function sharesOf(run: readonly Glyph[], cellAt: (glyph: Glyph) => Span | undefined): readonly Share[] {
  const shares: { span: Span; glyphs: Glyph[] }[] = [];
  for (const glyph of run) {
    const span = cellAt(glyph);
    if (span === undefined) continue;
    const last = shares.at(-1);
    if (last?.span === span) last.glyphs.push(glyph);
    else shares.push({ span, glyphs: [glyph] });
  }
  return shares;
}

/** Gives an overhang to the cell of the rest, and words that run on over empty cells to where they begin. */
function settled(shares: readonly Share[], filled: ReadonlySet<Span>): readonly Share[] {
  const [first] = shares;
  if (first === undefined || shares.length === 1) return shares;
  const largest = shares.reduce((a, b) => (b.glyphs.length > a.glyphs.length ? b : a));
  const all = shares.flatMap((share) => share.glyphs);
  const isFigure =
    all.every((glyph) => /^[\d.,-]$/.test(glyph.text)) && all.some((glyph) => glyph.text === '.');
  if (isFigure || (all.length - largest.glyphs.length <= OVERHANG && largest.glyphs.length > OVERHANG))
    return [{ span: largest.span, glyphs: all }];
  return shares.slice(1).every((share) => !filled.has(share.span))
    ? [{ span: first.span, glyphs: all }]
    : shares;
}

const rightOf = ({ xs }: Grid, span: Span): number => xs[span.column + span.columnSpan] ?? 0;

function cellOf(page: number, grid: Grid, span: Span, lines: readonly Line[]): Cell {
  const { xs, ys } = grid;
  const box: Box = [
    xs[span.column] ?? 0,
    ys[span.row] ?? 0,
    rightOf(grid, span),
    ys[span.row + span.rowSpan] ?? 0,
  ];
  return { ...span, text: textOfLines(lines), place: { page, box } };
}

function ownersOf(grid: Grid): readonly (readonly (Span | undefined)[])[] {
  const owner: (Span | undefined)[][] = Array.from({ length: grid.ys.length - 1 }, () => []);
  for (const span of grid.spans)
    for (let r = span.row; r < span.row + span.rowSpan; r += 1)
      for (let c = span.column; c < span.column + span.columnSpan; c += 1) {
        const row = owner[r];
        if (row !== undefined) row[c] = span;
      }
  return owner;
}

/** The interval of ascending boundaries that holds a value, or `null` outside of them. */
function slot(boundaries: readonly number[], value: number): number | null {
  let low = 0;
  let high = boundaries.length - 1;
  if (value < (boundaries[low] ?? 0) || value > (boundaries[high] ?? 0)) return null;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((boundaries[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
