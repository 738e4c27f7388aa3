import type { Edge, Edges } from './edges.ts';

/** Lines that miss each other by at most this many points still meet. */
const REACH = 4;

const meet = (h: Edge, v: Edge): boolean =>
  v.at >= h.from - REACH && v.at <= h.to + REACH && h.at >= v.from - REACH && h.at <= v.to + REACH;

/** The edges in groups that hang together through intersections; an edge that meets no other is in no group. */
export function components({ horizontal, vertical }: Edges): readonly Edges[] {
  const groupOfVertical = new Map<Edge, Set<Edge>>();
  const groups = new Set<Set<Edge>>();
  const isHorizontal = new Set(horizontal);
  for (const h of horizontal) {
    const met = vertical.filter((v) => meet(h, v));
    if (met.length === 0) continue;
    const joined = new Set<Edge>([h]);
    for (const v of met) {
      const before = groupOfVertical.get(v);
      if (before !== undefined && groups.delete(before)) for (const edge of before) joined.add(edge);
      joined.add(v);
    }
    for (const edge of joined) if (!isHorizontal.has(edge)) groupOfVertical.set(edge, joined);
    groups.add(joined);
  }
  return [...groups].map((group) => ({
    horizontal: horizontal.filter((edge) => group.has(edge)),
    vertical: vertical.filter((edge) => group.has(edge)),
  }));
}
