import type { Edge, Edges } from './edges.ts';

/** This part of a cell's side must be drawn for the side to part two cells. */
const COVERAGE = 0.6;
/** Horizontals that reach further than this (points) past the outermost verticals bound open outer columns. */
const OPEN = 8;
const LONG_REACH = 20;
/** No row or column is thinner than this (points). */
const MIN_CELL = 4;

/** A cell's position in a grid, with its spans. */
export interface Span {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Boundaries of columns (`xs`) and rows (`ys`) in points, ascending, and the cells that tile them. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly spans: readonly Span[];
  /** The columns were told by the gaps between texts: on another page they may lie a little otherwise. */
  readonly soft?: boolean;
}

/** The grid that connected edges draw; cells that no edge parts are one cell. `null` where no cell is closed. */
export function gridOf(edges: Edges): Grid | null {
  const { horizontal, vertical } = withOuterEdges(edges);
  const xs = positions(vertical);
  const ys = positions(horizontal);
  if (xs.length < 2 || ys.length < 2) return null;
  return compressed({ xs, ys, spans: tile(xs, ys, horizontal, vertical) });
}

/** Tables without left and right edge (or top and bottom) end where their lines end. */
function withOuterEdges({ horizontal, vertical }: Edges): Edges {
  return {
    horizontal: [...horizontal, ...outer(vertical, horizontal)],
    vertical: [...vertical, ...outer(horizontal, vertical)],
  };
}

function outer(along: readonly Edge[], across: readonly Edge[]): readonly Edge[] {
  const first = Math.min(...along.map((edge) => edge.from));
  const last = Math.max(...along.map((edge) => edge.to));
  const from = Math.min(...along.map((edge) => edge.at));
  const to = Math.max(...along.map((edge) => edge.at));
  const low = Math.min(...across.map((edge) => edge.at));
  const high = Math.max(...across.map((edge) => edge.at));
  // One long line suffices where cells merged down to the page end leave no other.
  const enough = (end: number, side: 'from' | 'to', reach: number): boolean =>
    reach > OPEN &&
    (reach > LONG_REACH || along.filter((edge) => Math.abs(edge[side] - end) <= OPEN / 2).length >= 2);
  return [
    ...(enough(first, 'from', low - first) ? [{ at: first, from, to }] : []),
    ...(enough(last, 'to', last - high) ? [{ at: last, from, to }] : []),
  ];
}

function positions(edges: readonly Edge[]): readonly number[] {
  const found: number[] = [];
  for (const at of edges.map((edge) => edge.at).toSorted((a, b) => a - b)) {
    const last = found.at(-1);
    if (last === undefined || at - last >= MIN_CELL) found.push(at);
  }
  return found;
}

/** Whether the edges near `at` cover most of `[from, to]`. */
function covers(edges: readonly Edge[], at: number, from: number, to: number): boolean {
  let covered = 0;
  for (const edge of edges) {
    if (Math.abs(edge.at - at) >= MIN_CELL) continue;
    covered += Math.max(0, Math.min(edge.to, to) - Math.max(edge.from, from));
  }
  return covered >= COVERAGE * (to - from);
}

function tile(
  xs: readonly number[],
  ys: readonly number[],
  horizontal: readonly Edge[],
  vertical: readonly Edge[],
): readonly Span[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const x = (i: number): number => xs[i] ?? 0;
  const y = (i: number): number => ys[i] ?? 0;
  const byColumn = xs.map((at) => vertical.filter((edge) => Math.abs(edge.at - at) < MIN_CELL));
  const byRow = ys.map((at) => horizontal.filter((edge) => Math.abs(edge.at - at) < MIN_CELL));
  const openRight = table(rows, columns, (r, c) => !covers(byColumn[c + 1] ?? [], x(c + 1), y(r), y(r + 1)));
  const openBelow = table(rows, columns, (r, c) => !covers(byRow[r + 1] ?? [], y(r + 1), x(c), x(c + 1)));
  const taken = table(rows, columns, () => false);
  const spans: Span[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken[row]?.[column] === true) continue;
      let right = column;
      while (right + 1 < columns && openRight[row]?.[right] === true && taken[row]?.[right + 1] === false)
        right += 1;
      let bottom = row;
      const goesOn = (r: number): boolean => {
        for (let c = column; c <= right; c += 1) {
          if (openBelow[r]?.[c] !== true || taken[r + 1]?.[c] !== false) return false;
          if (c < right && openRight[r + 1]?.[c] !== true) return false;
        }
        // A row that is also open to the side belongs to another, wider cell.
        return right + 1 >= columns || openRight[r + 1]?.[right] !== true || openRight[row]?.[right] === true;
      };
      while (bottom + 1 < rows && goesOn(bottom)) bottom += 1;
      for (let r = row; r <= bottom; r += 1) taken[r]?.fill(true, column, right + 1);
      spans.push({ row, column, rowSpan: bottom - row + 1, columnSpan: right - column + 1 });
    }
  }
  return spans;
}

const table = (rows: number, columns: number, value: (row: number, column: number) => boolean): boolean[][] =>
  Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => value(r, c)));

/** Without boundaries at which no cell begins: they come from stray lines. */
function compressed({ xs, ys, spans }: Grid): Grid {
  const columns = [...new Set(spans.map((span) => span.column))].toSorted((a, b) => a - b);
  const rows = [...new Set(spans.map((span) => span.row))].toSorted((a, b) => a - b);
  const count = (starts: readonly number[], from: number, length: number): number =>
    starts.filter((start) => start >= from && start < from + length).length;
  const kept = (all: readonly number[], starts: readonly number[]): readonly number[] => [
    ...starts.map((start) => all[start] ?? 0),
    all.at(-1) ?? 0,
  ];
  return {
    xs: kept(xs, columns),
    ys: kept(ys, rows),
    spans: spans.map((span) => ({
      row: rows.indexOf(span.row),
      column: columns.indexOf(span.column),
      rowSpan: count(rows, span.row, span.rowSpan),
      columnSpan: count(columns, span.column, span.columnSpan),
    })),
  };
}
