import { type Edge, type Edges, firstFrom } from './edges.ts';

/** Lines that miss each other by at most this many points still meet. */
const REACH = 4;

const meet = (h: Edge, v: Edge): boolean =>
  v.at >= h.from - REACH && v.at <= h.to + REACH && h.at >= v.from - REACH && h.at <= v.to + REACH;

/** The edges in groups that hang together through intersections; an edge that meets no other is in no group. */
export function components({ horizontal, vertical }: Edges): readonly Edges[] {
  const across = [...vertical.entries()].toSorted(([, a], [, b]) => a.at - b.at);
  const ats = across.map(([, edge]) => edge.at);
  // Trees of vertical edges that hang together: each entry leads towards the one that stands for all.
  const towards = vertical.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    for (let next = towards[root] ?? root; next !== root; next = towards[root] ?? root) {
      towards[root] = towards[next] ?? next;
      root = next;
    }
    return root;
  };
  const firstMet = horizontal.map((h) => {
    let first: number | null = null;
    for (let i = firstFrom(ats, h.from - REACH); i < across.length; i += 1) {
      const [index, v] = across[i] ?? [0, h];
      if (v.at > h.to + REACH) break;
      if (!meet(h, v)) continue;
      first ??= index;
      towards[rootOf(index)] = rootOf(first);
    }
    return first;
  });
  const groups = new Map<number, { horizontal: Edge[]; vertical: Edge[] }>();
  // In the order of their last horizontal edges.
  for (const met of firstMet.toReversed()) {
    if (met !== null && !groups.has(rootOf(met))) groups.set(rootOf(met), { horizontal: [], vertical: [] });
  }
  for (const [index, met] of firstMet.entries()) {
    const edge = horizontal[index];
    if (met !== null && edge !== undefined) groups.get(rootOf(met))?.horizontal.push(edge);
  }
  for (const [index, edge] of vertical.entries()) groups.get(rootOf(index))?.vertical.push(edge);
  return [...groups.values()].toReversed();
}
