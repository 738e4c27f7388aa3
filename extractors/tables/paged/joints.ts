import type { Ruling } from '../../../model/document.ts';
import type { Box } from '../../../model/place.ts';
import type { Row } from './rows.ts';

/** The ends of two strokes of one line are at most this many points apart. */
const TOUCH = 0.75;
/** Joints of different lines that differ by at most this many points are one column edge. */
const SAME = 2;
/** No column is narrower than this (points): denser joints are dashes. */
const MIN_COLUMN = 7;

/**
 * Where strokes of one horizontal line meet end to end inside a box: producers that draw the side of every cell apart
 * show the edges of the columns so, though no vertical line is drawn. Ascending, without the ends of the lines; empty
 * where lines are drawn whole.
 */
export function jointsOf(rulings: readonly Ruling[], [x0, y0, x1, y1]: Box): readonly number[] {
  const strokes = rulings.filter(
    (r) => r.width > 0 && r.y0 === r.y1 && r.y0 >= y0 && r.y0 <= y1 && r.x0 >= x0 - SAME && r.x1 <= x1 + SAME,
  );
  const lines = Map.groupBy(strokes, (stroke) => Math.round(stroke.y0 * 2));
  const joints = [...lines.values()].flatMap(meetings).toSorted((a, b) => a - b);
  const clusters: number[][] = [];
  for (const x of joints) {
    const last = clusters.at(-1)?.at(-1);
    if (last !== undefined && x - last <= SAME) clusters.at(-1)?.push(x);
    else clusters.push([x]);
  }
  const edges = clusters.map((cluster) => cluster.reduce((sum, x) => sum + x, 0) / cluster.length);
  const dense = [x0, ...edges, x1].some((x, i, all) => i > 0 && x - (all[i - 1] ?? 0) < MIN_COLUMN);
  return dense ? [] : edges;
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
