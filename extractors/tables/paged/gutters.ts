import type { Glyph } from '../../../model/document.ts';
import { greatest, least } from './extent.ts';
import { type Line, lineOf, textOfLine } from './lines.ts';
import type { Region } from './regions.ts';
import type { Row } from './rows.ts';
import { bare } from './words.ts';

/** Columns are at least this many points apart. */
const MIN_GUTTER = 2;

/** A row that numbers the columns has at least so many numbers. */
const MIN_NUMBERED = 6;
/** Labels of sums stand in the middle of several columns and show none. */
const SUM = /^(?:合计|总计)$/;
/** Texts that end within this many points of each other are set against the same side. */
const SAME_END = 1.5;

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** The boundaries of a region's columns: the middles of the gaps that run down through all rows with figures. */
export function columnsOf({ rows }: Region, headerRows: number): readonly number[] {
  const body = rows.slice(headerRows);
  const numbered = columnsByNumbers(rows, body);
  const columns = (numbered ?? united(clipped(body))).map((e): Column => ({ ...e, head: false }));
  for (const piece of leaves(rows.slice(0, headerRows))) {
    const met = columns.filter((c) => piece.x0 < c.to + MIN_GUTTER && piece.x1 > c.from - MIN_GUTTER);
    if (met.length > 1 && !exclusive(met, body)) continue;
    merge(columns, met, { from: piece.x0, to: piece.x1, head: true });
  }
  for (const column of columns.filter((c) => !c.head)) {
    const distance = (c: Column): number => Math.max(c.from - column.to, column.from - c.to);
    const [nearest] = columns
      .filter((c) => c.head && isNext(c, column, columns) && exclusive([c, column], body))
      .toSorted((a, b) => distance(a) - distance(b));
    if (nearest !== undefined) merge(columns, [column, nearest], nearest);
  }
  const sorted = columns.toSorted((a, b) => a.from - b.from);
  const left = least(rows.map((row) => row.line.x0)) - 2;
  const right = greatest(rows.map((row) => row.line.x1)) + 2;
  const inner = sorted.slice(1).map((column, i) => ((sorted[i]?.to ?? 0) + column.from) / 2);
  return [left, ...inner, right];
}

/** This part of its size a gap at the edge of a column is wide at least. */
const NARROW_GAP = 0.08;

/** A row whose pieces are cut where a column ends between two of their glyphs: narrow heads nearly touch. */
export function cutAtColumns(row: Row, xs: readonly number[]): Row {
  const pieces = row.pieces.flatMap((piece) => {
    const parts: Glyph[][] = [];
    for (const glyph of piece.glyphs) {
      const last = parts.at(-1)?.at(-1);
      const ends =
        last === undefined ||
        (glyph.x0 - last.x1 > NARROW_GAP * glyph.size && xs.some((x) => x > last.x1 - 1 && x < glyph.x0 + 1));
      if (ends) parts.push([glyph]);
      else parts.at(-1)?.push(glyph);
    }
    return parts.map(lineOf);
  });
  return pieces.length === row.pieces.length ? row : { ...row, pieces, texts: pieces.map(textOfLine) };
}

/** An extent of pieces, and whether a head stands over it. */
interface Column extends Extent {
  readonly head: boolean;
}

function merge(columns: Column[], met: readonly Column[], into: Column): void {
  for (const column of met) columns.splice(columns.indexOf(column), 1);
  columns.push({
    from: Math.min(into.from, ...met.map((c) => c.from)),
    to: Math.max(into.to, ...met.map((c) => c.to)),
    head: into.head,
  });
}

const isNext = (a: Extent, b: Extent, all: readonly Extent[]): boolean =>
  !all.some((c) => c !== a && c !== b && c.from > Math.min(a.from, b.from) && c.to < Math.max(a.to, b.to));

/**
 * Whether no row has pieces in two of the extents: a centred column number and the right-aligned figures below it stand
 * apart, but in one column.
 */
const exclusive = (extents: readonly Extent[], rows: readonly Row[]): boolean =>
  rows.every(
    ({ pieces }) =>
      extents.filter((e) => pieces.some((piece) => piece.x0 < e.to && piece.x1 > e.from)).length <= 1,
  );

/**
 * Columns by the row that numbers all of them ("1 2 3 …"): each number stands in the middle of its column, and the texts
 * below belong to the nearest. `null` where there is no such row.
 */
function columnsByNumbers(rows: readonly Row[], body: readonly Row[]): readonly Extent[] | null {
  const numbers = rows.find(
    ({ texts }) => texts.length >= MIN_NUMBERED && texts.every((text, i) => text === String(i + 1)),
  );
  if (numbers === undefined) return null;
  const centre = (piece: Piece): number => (piece.x0 + piece.x1) / 2;
  const columns = numbers.pieces.map((piece) => ({ from: piece.x0, to: piece.x1, centre: centre(piece) }));
  for (const piece of body.flatMap((row) => row.pieces)) {
    const off = (column: { readonly centre: number }): number => Math.abs(column.centre - centre(piece));
    const own = columns.reduce((a, b) => (off(b) < off(a) ? b : a));
    own.from = Math.min(own.from, piece.x0);
    own.to = Math.max(own.to, piece.x1);
  }
  return columns;
}

/**
 * The pieces of rows, amounts without what juts out over the text beside them: where some are printed over their
 * neighbour, all that end there are cut, and longer ones that begin with them.
 */
function clipped(rows: readonly Row[]): readonly Piece[] {
  const pieces = rows.flatMap((row) => row.pieces.filter((_, i) => !SUM.test(bare(row.texts[i] ?? ''))));
  const cuts = rows.flatMap((row) =>
    row.pieces.flatMap((piece) => {
      const over = row.pieces.find((p) => p.x0 > piece.x0 && p.x0 < piece.x1 + MIN_GUTTER);
      return over === undefined ? [] : [{ from: piece.x0, end: piece.x1, at: over.x0 - MIN_GUTTER - 1 }];
    }),
  );
  return pieces.map(({ x0, x1 }) => {
    const cut = cuts.find(
      ({ from, end, at }) =>
        at > x0 && (Math.abs(end - x1) < SAME_END || (Math.abs(from - x0) < SAME_END && x1 > end)),
    );
    return { x0, x1: cut === undefined ? x1 : cut.at };
  });
}

interface Piece {
  readonly x0: number;
  readonly x1: number;
}

/** Overlapping pieces as one extent. */
function united(pieces: readonly Piece[]): readonly Extent[] {
  const found: Extent[] = [];
  for (const piece of pieces.toSorted((a, b) => a.x0 - b.x0)) {
    const last = found.at(-1);
    if (last !== undefined && piece.x0 <= last.to + MIN_GUTTER)
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, piece.x1) };
    else found.push({ from: piece.x0, to: piece.x1 });
  }
  return found;
}

/** Pieces of the header with nothing below them in the header, in no row that stands over a fuller one. */
function leaves(rows: readonly Row[]): readonly Line[] {
  const pieces = rows.flatMap((row) => row.pieces);
  return rows.flatMap((row, index) =>
    rows.slice(index + 1).some((lower) => lower.pieces.length > row.pieces.length)
      ? []
      : row.pieces.filter(
          (piece) =>
            !pieces.some((other) => other.y0 > piece.y1 - 2 && other.x0 < piece.x1 && other.x1 > piece.x0),
        ),
  );
}
