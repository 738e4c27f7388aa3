import type { Reading } from '../../model/reading.ts';
import { type Bound, boundInProse } from './metric.ts';
import { boundInTables } from './tables.ts';

/** All prints of one fact: metric, year and phase are one. */
export interface Cluster {
  readonly metric: string;
  readonly year: number | null;
  readonly phase: Bound['phase'];
  readonly prints: readonly Bound[];
}

const cache = new WeakMap<Reading, readonly Cluster[]>();

/** The report's facts that are printed in more than one place, and those printed once. */
export function clustersOf(reading: Reading): readonly Cluster[] {
  const known = cache.get(reading);
  if (known !== undefined) return known;
  const groups = new Map<string, Bound[]>();
  for (const bound of [...boundInProse(reading), ...boundInTables(reading)]) {
    const key = `${bound.metric}|${bound.year ?? ''}|${bound.phase}`;
    groups.set(key, [...(groups.get(key) ?? []), bound]);
  }
  const clusters = [...groups.values()].flatMap((prints): readonly Cluster[] => {
    const [first] = prints;
    return first === undefined
      ? []
      : [{ metric: first.metric, year: first.year, phase: first.phase, prints }];
  });
  cache.set(reading, clusters);
  return clusters;
}

/** The cluster of a metric in one year and phase. */
export const clusterOf = (
  reading: Reading,
  metric: string,
  year: number | null,
  phase: Bound['phase'],
): Cluster | undefined =>
  clustersOf(reading).find(
    (cluster) => cluster.metric === metric && cluster.year === year && cluster.phase === phase,
  );

/**
 * The print that the others are held against: the value most places agree on; among equals the most precise,
 * then the first one named by its own label.
 */
export function representative(prints: readonly Bound[]): Bound | undefined {
  const agreeing = (bound: Bound) =>
    prints.filter((other) => {
      const { value, half } = other.fact.quantity;
      return value.minus(bound.fact.quantity.value).abs().lte(half.plus(bound.fact.quantity.half));
    }).length;
  const better = (a: Bound, b: Bound): boolean => {
    const [x, y] = [agreeing(a), agreeing(b)];
    if (x !== y) return x > y;
    if (a.explicit !== b.explicit) return a.explicit;
    return a.fact.quantity.half.lt(b.fact.quantity.half);
  };
  return prints.reduce<Bound | undefined>(
    (best, bound) => (best === undefined || better(bound, best) ? bound : best),
    undefined,
  );
}
