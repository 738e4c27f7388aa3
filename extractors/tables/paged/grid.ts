import { type Edge, type Edges, firstFrom } from './edges.ts';
import { greatest, least } from './extent.ts';

/** This part of a cell's side must be drawn for the side to part two cells. */
const COVERAGE = 0.6;
/** Horizontals that reach further than this (points) past the outermost verticals bound open outer columns. */
const OPEN = 8;
const LONG_REACH = 20;
/** No row or column is thinner than this (points). */
const MIN_CELL = 4;
/** No page has tables of more cells: hatching and graph paper do, and what is printed over them stays prose. */
const MAX_CELLS = 40_000;

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

/** The grids of the groups of edges of one page, `null` for those that draw none or too many cells. */
export function gridsOf(groups: readonly Edges[]): readonly (Grid | null)[] {
  let left = MAX_CELLS;
  return groups.map((edges) => {
    const drawn = drawnBy(edges);
    const cells = (drawn.xs.length - 1) * (drawn.ys.length - 1);
    if (drawn.xs.length < 2 || drawn.ys.length < 2 || cells > left) return null;
    left -= cells;
    return compressed({ xs: drawn.xs, ys: drawn.ys, spans: tile(drawn) });
  });
}

/** The grid that connected edges draw; cells that no edge parts are one cell. `null` where no cell is closed. */
export const gridOf = (edges: Edges): Grid | null => gridsOf([edges])[0] ?? null;

/** Edges with the boundaries that they mark. */
interface Drawn extends Edges {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

function drawnBy(edges: Edges): Drawn {
  const { horizontal, vertical } = withOuterEdges(edges);
  return { horizontal, vertical, xs: positions(vertical), ys: positions(horizontal) };
}

/** Tables without left and right edge (or top and bottom) end where their lines end. */
function withOuterEdges({ horizontal, vertical }: Edges): Edges {
  return {
    horizontal: [...horizontal, ...outer(vertical, horizontal)],
    vertical: [...vertical, ...outer(horizontal, vertical)],
  };
}

function outer(along: readonly Edge[], across: readonly Edge[]): readonly Edge[] {
  const first = least(along.map((edge) => edge.from));
  const last = greatest(along.map((edge) => edge.to));
  const from = least(along.map((edge) => edge.at));
  const to = greatest(along.map((edge) => edge.at));
  const low = least(across.map((edge) => edge.at));
  const high = greatest(across.map((edge) => edge.at));
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

/** For every boundary in `at`, whether the edges near it leave the stretches between the `stops` open. */
function openings(
  edges: readonly Edge[],
  at: readonly number[],
  stops: readonly number[],
): readonly (readonly boolean[])[] {
  const covered = at.map(() => new Float64Array(Math.max(0, stops.length - 1)));
  for (const edge of edges) {
    const first = Math.max(0, firstFrom(stops, edge.from) - 1);
    for (let i = firstFrom(at, edge.at - 2 * MIN_CELL); i < at.length; i += 1) {
      const distance = (at[i] ?? 0) - edge.at;
      if (distance >= MIN_CELL) break;
      const along = covered[i];
      if (distance > -MIN_CELL && along !== undefined) addCovered(along, edge, stops, first);
    }
  }
  return covered.map((along) =>
    [...along].map((length, i) => length < COVERAGE * ((stops[i + 1] ?? 0) - (stops[i] ?? 0))),
  );
}

function addCovered(along: Float64Array, edge: Edge, stops: readonly number[], first: number): void {
  for (let i = first; i < along.length; i += 1) {
    const [from, to] = [stops[i] ?? 0, stops[i + 1] ?? 0];
    if (from >= edge.to) break;
    along[i] = (along[i] ?? 0) + Math.max(0, Math.min(edge.to, to) - Math.max(edge.from, from));
  }
}

function tile({ xs, ys, horizontal, vertical }: Drawn): readonly Span[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const sides = openings(vertical, xs, ys);
  const feet = openings(horizontal, ys, xs);
  const openRight = table(rows, columns, (r, c) => sides[c + 1]?.[r] === true);
  const openBelow = table(rows, columns, (r, c) => feet[r + 1]?.[c] === true);
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
  const columns = keep(xs, new Set(spans.map((span) => span.column)));
  const rows = keep(ys, new Set(spans.map((span) => span.row)));
  return {
    xs: columns.boundaries,
    ys: rows.boundaries,
    spans: spans.map(({ row, column, rowSpan, columnSpan }) => ({
      row: rows.before(row),
      column: columns.before(column),
      rowSpan: rows.before(row + rowSpan) - rows.before(row),
      columnSpan: columns.before(column + columnSpan) - columns.before(column),
    })),
  };
}

interface Kept {
  readonly boundaries: readonly number[];
  /** How many of them stand before the `index`-th of all. */
  before(index: number): number;
}

function keep(all: readonly number[], starts: ReadonlySet<number>): Kept {
  const isKept = (index: number): boolean => starts.has(index) || index === all.length - 1;
  const before: number[] = [0];
  for (const index of all.keys()) before.push((before[index] ?? 0) + (isKept(index) ? 1 : 0));
  return { boundaries: all.filter((_, index) => isKept(index)), before: (index) => before[index] ?? 0 };
}
