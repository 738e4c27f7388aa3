import type { Ruling } from '../../../model/document.ts';
import type { Box } from '../../../model/place.ts';
import type { Row } from './rows.ts';

/** The ends of two strokes of one line are at most this many points apart. */
const TOUCH = 0.75;
/** Joints of different lines that differ by at most this many points are one column edge. */
const SAME = 2;
/** No column is narrower than this (points): denser joints are dashes. */
const MIN_COLUMN = 7;
/** Labels of sums and heads in the middle of several columns make up this part of a table's rows at most. */
const ACROSS = 0.2;

/**
 * Where strokes of one horizontal line meet end to end inside a box: producers that draw the side of every cell apart
 * show the edges of the columns so, though no vertical line is drawn. Ascending, without the ends of the lines; empty
 * where lines are drawn whole.
 */
export function jointsOf(rulings: readonly Ruling[], box: Box): readonly number[] {
  const [x0, , x1] = box;
  const lines = Map.groupBy(strokesIn(rulings, box), (stroke) => Math.round(stroke.y0 * 2));
  const clusters = clustersOf([...lines.values()].flatMap(meetings), (x) => x);
  const edges = clusters.map((cluster) => cluster.reduce((sum, x) => sum + x, 0) / cluster.length);
  const dense = [x0, ...edges, x1].some((x, i, all) => i > 0 && x - (all[i - 1] ?? 0) < MIN_COLUMN);
  return dense ? [] : edges;
}

const strokesIn = (rulings: readonly Ruling[], [x0, y0, x1, y1]: Box): readonly Ruling[] =>
  rulings.filter(
    (r) => r.width > 0 && r.y0 === r.y1 && r.y0 >= y0 && r.y0 <= y1 && r.x0 >= x0 - SAME && r.x1 <= x1 + SAME,
  );

const near = (x: number, others: readonly number[]): boolean =>
  others.some((other) => Math.abs(other - x) <= SAME);

/**
 * Column boundaries with those at which lines over a part of the table end: what stands beside such a line is merged
 * over rows or columns. An end counts where two lines share it or the line begins at another boundary, and where texts
 * stand on both sides of it; joints are known already.
 */
export function withEnds(
  xs: readonly number[],
  rows: readonly Row[],
  rulings: readonly Ruling[],
  [y0, y1]: readonly [number, number],
): readonly number[] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const box: Box = [left, y0, right, y1];
  const joints = jointsOf(rulings, box);
  const ends = strokesIn(rulings, box).flatMap((r) => [
    { at: r.x0, other: r.x1, y: r.y0 },
    { at: r.x1, other: r.x0, y: r.y0 },
  ]);
  const known = [...xs];
  for (const together of clustersOf(ends, ({ at }) => at)) {
    const [{ at, y } = { at: left, y: y0 }] = together;
    const shared = together.some((end) => Math.abs(end.y - y) > SAME);
    const begins = shared || together.some(({ other }) => near(other, known));
    if (!begins || near(at, joints) || !isEdge(at, known, rows)) continue;
    known.push(at);
    known.sort((a, b) => a - b);
  }
  return known;
}

/** What differs by at most `SAME` from the one before it, together. */
function clustersOf<T>(values: readonly T[], of: (value: T) => number): readonly (readonly T[])[] {
  const clusters: T[][] = [];
  for (const value of values.toSorted((a, b) => of(a) - of(b))) {
    const cluster = clusters.at(-1);
    const last = cluster?.at(-1);
    if (cluster !== undefined && last !== undefined && of(value) - of(last) <= SAME) cluster.push(value);
    else clusters.push([value]);
  }
  return clusters;
}

/** Whether rows have texts on both sides of `at` within the column that holds it, and next to none has one across. */
function isEdge(at: number, xs: readonly number[], rows: readonly Row[]): boolean {
  const from = xs.findLast((x) => x <= at);
  const to = xs.find((x) => x >= at);
  if (from === undefined || to === undefined || Math.min(at - from, to - at) < MIN_COLUMN) return false;
  const sides = rows.map(({ line }) => {
    const own = line.glyphs.filter((g) => g.x1 > from + SAME && g.x0 < to - SAME);
    return {
      across: own.some((g) => g.x0 < at - SAME && g.x1 > at + SAME),
      both: own.some((g) => g.x1 <= at + SAME) && own.some((g) => g.x0 >= at - SAME),
    };
  });
  const across = sides.filter((side) => side.across).length;
  return across <= ACROSS * rows.length && sides.filter((side) => side.both && !side.across).length >= 2;
}

function meetings(strokes: readonly Ruling[]): readonly number[] {
  const sorted = strokes.toSorted((a, b) => a.x0 - b.x0);
  return sorted.slice(1).flatMap((next, i) => {
    const end = sorted[i]?.x1 ?? 0;
    return Math.abs(next.x0 - end) <= TOUCH ? [(next.x0 + end) / 2] : [];
  });
}

/**
 * Column boundaries without those of columns that hold no text of their own: cells are merged over them all down the
 * page, and the texts beside or over them show with which.
 */
export function withoutBlankColumns(xs: readonly number[], rows: readonly Row[]): readonly number[] {
  const pieces = rows.flatMap((row) => row.pieces);
  const holds = (from: number, to: number): boolean =>
    pieces.some(({ x0, x1 }) => {
      const centre = (x0 + x1) / 2;
      return centre > from && centre < to && x0 > from - SAME && x1 < to + SAME;
    });
  const crossing = (x: number): number => pieces.filter((p) => p.x0 < x - SAME && p.x1 > x + SAME).length;
  let kept = xs;
  for (let i = 0; i < kept.length - 1 && kept.length > 2; ) {
    const [from = 0, to = 0] = [kept[i], kept[i + 1]];
    if (holds(from, to)) i += 1;
    else {
      const dropped = i === 0 || (i < kept.length - 2 && crossing(to) > crossing(from)) ? i + 1 : i;
      kept = kept.toSpliced(dropped, 1);
      if (dropped === i) i = Math.max(0, i - 1);
    }
  }
  return kept;
}
