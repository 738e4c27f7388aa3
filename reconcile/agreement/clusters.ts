import type { Reading } from '../../model/reading.ts';
import { onceFor } from '../../normalizers/once.ts';
import { type Bound, boundInProse } from './metric.ts';
import { boundInTables } from './tables.ts';

/** All prints of one fact: metric, year and phase are one. */
export interface Cluster {
  readonly metric: string;
  readonly year: number | null;
  readonly phase: Bound['phase'];
  readonly fund: Bound['fund'];
  readonly prints: readonly Bound[];
}

/**
 * Where a unit has no money but the fiscal appropriation, or no appropriation but the general budget, their totals are
 * one figure; then all that is said of the one is said of the other.
 */
function unified(bound: readonly Bound[]): readonly Bound[] {
  const totals = bound.filter(
    (b) => b.metric === 'expenditure' && b.phase !== 'prior' && b.fact.quantity.value.gt(0),
  );
  const amounts = Map.groupBy(totals, (t) => `${t.fund}|${t.phase}|${t.year}`);
  const amountOf = (fund: Bound['fund'], b: Bound) =>
    amounts.get(`${fund}|${b.phase}|${b.year}`)?.[0]?.fact.quantity;
  const merged = (fund: Bound['fund']): boolean =>
    totals.some((t) => {
      const whole = t.fund === fund ? amountOf('all', t) : undefined;
      return (
        whole?.value.minus(t.fact.quantity.value).abs().lte(whole.half.plus(t.fact.quantity.half)) ?? false
      );
    });
  const same = new Set<Bound['fund']>((['fiscal', 'general-public'] as const).filter(merged));
  return bound.map((b) => (same.has(b.fund) ? { ...b, fund: 'all' as const } : b));
}

const keyOf = ({ metric, year, phase, fund }: Omit<Cluster, 'prints'>): string =>
  `${metric}|${year ?? ''}|${phase}|${fund}`;

/** The report's facts that are printed in more than one place, and those printed once. */
export const clustersOf = onceFor((reading: Reading): readonly Cluster[] => {
  const groups = Map.groupBy(unified([...boundInProse(reading), ...boundInTables(reading)]), keyOf);
  return [...groups.values()].flatMap((prints): readonly Cluster[] => {
    const [first] = prints;
    return first === undefined
      ? []
      : [{ metric: first.metric, year: first.year, phase: first.phase, fund: first.fund, prints }];
  });
});

/** The cluster that a figure belongs to. */
export const clusterHolding = (reading: Reading, factId: string): Cluster | undefined =>
  clusterByFact(reading).get(factId);

const clusterByFact = onceFor((reading: Reading): ReadonlyMap<string, Cluster> => {
  const holding = new Map<string, Cluster>();
  for (const cluster of clustersOf(reading))
    for (const { fact } of cluster.prints) if (!holding.has(fact.id)) holding.set(fact.id, cluster);
  return holding;
});

/** The cluster of the same metric and fund in another year or phase. */
export const siblingOf = (
  reading: Reading,
  cluster: Cluster,
  period: { readonly year: number | null; readonly phase: Bound['phase'] },
): Cluster | undefined => clustersByKey(reading).get(keyOf({ ...cluster, ...period }));

const clustersByKey = onceFor(
  (reading: Reading): ReadonlyMap<string, Cluster> =>
    new Map(clustersOf(reading).map((cluster) => [keyOf(cluster), cluster])),
);
