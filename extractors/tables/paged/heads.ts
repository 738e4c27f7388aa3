import { greatest, least } from './extent.ts';
import type { Span } from './grid.ts';
import type { Line } from './lines.ts';
import type { Row } from './rows.ts';

/** Wrapped lines of one head are at most this many characters apart from middle to middle. */
const WRAP = 1.4;

/** Over wide columns it may be off by this part of their width: gaps tell the outer edges roughly. */
const WIDE = 0.02;
/** A head this far (points) off the middle of its columns is still centred. */
const CENTRED = 2.5;

interface Head {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly Line[];
}

/** The cells of a header above given column boundaries, and the heights (points) at which its rows part. */
export interface HeaderGrid {
  readonly spans: readonly Span[];
  readonly cuts: readonly number[];
}

const middle = (line: Line): number => (line.y0 + line.y1) / 2;

/**
 * The levels of a header that is not drawn: a head that stands over others spans their columns, one with nothing
 * above or below it spans all rows.
 */
export function headerGrid(rows: readonly Row[], xs: readonly number[], bottom: number): HeaderGrid {
  const heads = headsOf(rows, xs, bottom);
  const columns = xs.length - 1;
  const stackOf = (column: number): readonly Head[] =>
    heads.filter((head) => head.from <= column && column <= head.to).toSorted((a, b) => topOf(a) - topOf(b));
  const depth = Math.max(1, ...Array.from({ length: columns }, (_, c) => stackOf(c).length));
  const spans: Span[] = [];
  const levelOf = new Map<Head, number>();
  for (const head of heads) {
    const levels = Array.from({ length: head.to - head.from + 1 }, (_, i) =>
      stackOf(head.from + i).indexOf(head),
    );
    levelOf.set(head, greatest(levels));
  }
  for (const head of heads) {
    const row = levelOf.get(head) ?? 0;
    const below = heads.filter((h) => (levelOf.get(h) ?? 0) > row && h.from <= head.to && h.to >= head.from);
    const end = below.length === 0 ? depth : least(below.map((h) => levelOf.get(h) ?? depth));
    spans.push({ row, column: head.from, rowSpan: end - row, columnSpan: head.to - head.from + 1 });
  }
  return { spans: withBlanks(spans, depth, columns), cuts: cutsOf(heads, levelOf, depth, bottom) };
}

const topOf = (head: Head): number => least(head.lines.map((line) => line.y0));
const bottomOf = (head: Head): number => greatest(head.lines.map((line) => line.y1));

function headsOf(rows: readonly Row[], xs: readonly number[], bottom: number): readonly Head[] {
  const heads: { from: number; to: number; lines: Line[] }[] = [];
  for (const [index, row] of rows.entries()) {
    for (const piece of row.pieces) {
      const range = rangeOf(piece, xs);
      const above = heads.find(
        (head) =>
          head.from === range.from && head.to === range.to && head.lines.some((line) => follows(line, piece)),
      );
      if (above !== undefined) above.lines.push(piece);
      else heads.push({ ...range, lines: [piece] });
    }
    if (index < rows.length - 1) widen(heads, rows.slice(index + 1), row, xs, bottom);
  }
  return heads;
}

const follows = (line: Line, next: Line): boolean => {
  const pitch = middle(next) - middle(line);
  const height = line.y1 - line.y0;
  return pitch > 0.5 * height && pitch <= WRAP * height;
};

/** The columns that a piece stands over: that of its middle, and those of which it covers a good part. */
function rangeOf(piece: Line, xs: readonly number[]): { readonly from: number; readonly to: number } {
  const centre = (piece.x0 + piece.x1) / 2;
  const columns = xs.slice(1).flatMap((x1, c) => {
    const x0 = xs[c] ?? 0;
    const shared = Math.min(x1, piece.x1) - Math.max(x0, piece.x0);
    const enough = shared >= 0.3 * Math.min(piece.x1 - piece.x0, x1 - x0);
    return enough || (centre >= x0 && centre < x1) ? [c] : [];
  });
  return { from: columns[0] ?? 0, to: columns.at(-1) ?? 0 };
}

function isIn(piece: Line, column: number, xs: readonly number[]): boolean {
  const x = (piece.x0 + piece.x1) / 2;
  return x > (xs[column] ?? 0) && x < (xs[column + 1] ?? 0);
}

/** Whether texts below a row stand beside its heads, in the middle of all levels, and not under them. */
function isBeside(lower: readonly Line[], { line }: Row, bottom: number): boolean {
  const centre = (least(lower.map((p) => p.y0)) + greatest(lower.map((p) => p.y1))) / 2;
  return Math.abs(centre - (line.y0 + bottom) / 2) < Math.abs(centre - (line.y1 + bottom) / 2);
}

/** A head that stands centred over columns spans them, though its text may be narrower. */
function widen(
  heads: { from: number; to: number; lines: Line[] }[],
  below: readonly Row[],
  row: Row,
  xs: readonly number[],
  bottom: number,
): void {
  const own = heads.filter((head) => head.lines.some((line) => row.pieces.includes(line)));
  const covered = (column: number): boolean => {
    const lower = below.flatMap(({ pieces }) => pieces.filter((p) => isIn(p, column, xs)));
    return lower.length > 0 && !isBeside(lower, row, bottom);
  };
  const taken = (column: number, except: Head): boolean =>
    heads.some((head) => head !== except && head.from <= column && column <= head.to);
  for (const head of own) {
    if (!covered(head.from)) continue;
    const centre = least(head.lines.map((l) => l.x0)) / 2 + greatest(head.lines.map((l) => l.x1)) / 2;
    let best: { from: number; to: number } = head;
    let off = Math.abs(((xs[head.from] ?? 0) + (xs[head.to + 1] ?? 0)) / 2 - centre);
    for (let from = head.from; from >= 0 && covered(from) && !taken(from, head); from -= 1)
      for (let to = head.to; to < xs.length - 1 && covered(to) && !taken(to, head); to += 1) {
        const distance = Math.abs(((xs[from] ?? 0) + (xs[to + 1] ?? 0)) / 2 - centre);
        const wider = to - from > best.to - best.from;
        const width = (xs[to + 1] ?? 0) - (xs[from] ?? 0);
        if (distance < off - 4 || (wider && distance < Math.max(CENTRED, WIDE * width))) {
          best = { from, to };
          off = distance;
        }
      }
    head.from = best.from;
    head.to = best.to;
  }
}

function withBlanks(spans: readonly Span[], rows: number, columns: number): readonly Span[] {
  const taken = new Set<string>();
  const kept: Span[] = [];
  for (const span of spans) {
    const keys = Array.from(
      { length: span.rowSpan * span.columnSpan },
      (_, i) => `${span.row + Math.floor(i / span.columnSpan)},${span.column + (i % span.columnSpan)}`,
    );
    if (keys.some((key) => taken.has(key))) continue;
    for (const key of keys) taken.add(key);
    kept.push(span);
  }
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      if (!taken.has(`${row},${column}`)) kept.push({ row, column, rowSpan: 1, columnSpan: 1 });
  return kept;
}

/** Between levels: as high as possible below the heads that end there. */
function cutsOf(
  heads: readonly Head[],
  levelOf: ReadonlyMap<Head, number>,
  depth: number,
  bottom: number,
): readonly number[] {
  return Array.from({ length: depth - 1 }, (_, i) => {
    const starting = heads.filter((head) => levelOf.get(head) === i + 1).map(topOf);
    const ending = heads
      .filter((head) => levelOf.get(head) === i && bottomOf(head) <= least(starting) + 2)
      .map(bottomOf);
    const start = Math.min(...starting, bottom);
    return ending.length === 0 ? start - 1 : (greatest(ending) + start) / 2;
  });
}
