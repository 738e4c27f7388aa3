import type { Ruling } from '../../../model/document.ts';

/** Rulings closer than this (points) are one line: double lines, and the two sides of neighbouring cells. */
const SNAP = 3;
/** A line goes on over a gap of at most this many points. */
const JOIN = 4;
/** Shorter than this (points) no line parts cells. */
const MIN_LENGTH = 5;

/** A straight separator: a horizontal one at y = `at` from x `from` to `to`, a vertical one the other way round. */
export interface Edge {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Edges {
  readonly horizontal: readonly Edge[];
  readonly vertical: readonly Edge[];
}

/** The separators that the rulings of a page make: snapped to common positions and merged along them. */
export function edgesOf(rulings: readonly Ruling[]): Edges {
  const horizontal = rulings
    .filter((r) => r.y0 === r.y1)
    .map((r) => ({ at: r.y0, from: Math.min(r.x0, r.x1), to: Math.max(r.x0, r.x1) }));
  const vertical = rulings
    .filter((r) => r.y0 !== r.y1)
    .map((r) => ({ at: r.x0, from: Math.min(r.y0, r.y1), to: Math.max(r.y0, r.y1) }));
  return { horizontal: merged(horizontal), vertical: merged(vertical) };
}

/** Groups sorted-by-`at` values so that no group is wider than the snap distance. */
function bands(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const groups: Edge[][] = [];
  for (const edge of edges.toSorted((a, b) => a.at - b.at)) {
    const group = groups.at(-1);
    const start = group?.[0];
    if (group !== undefined && start !== undefined && edge.at - start.at <= SNAP) group.push(edge);
    else groups.push([edge]);
  }
  return groups;
}

function merged(edges: readonly Edge[]): readonly Edge[] {
  return bands(edges)
    .flatMap((band) => {
      const weight = band.reduce((sum, e) => sum + e.to - e.from, 0);
      const at = band.reduce((sum, e) => sum + e.at * (e.to - e.from), 0) / Math.max(weight, 1e-9);
      return joined(at, band);
    })
    .filter((edge) => edge.to - edge.from >= MIN_LENGTH);
}

function joined(at: number, band: readonly Edge[]): readonly Edge[] {
  const found: Edge[] = [];
  for (const { from, to } of band.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last !== undefined && from - last.to <= JOIN)
      found[found.length - 1] = { at, from: last.from, to: Math.max(last.to, to) };
    else found.push({ at, from, to });
  }
  return found;
}

/** The number of the first of ascending values that is not below `value`. */
export function firstFrom(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
