import type { Decimal } from 'decimal.js';
import type { Fact } from '../../model/reading.ts';
import { onceFor } from '../../normalizers/once.ts';
import { countBelow } from '../ascending.ts';
import { Interval } from '../interval.ts';
import type { Bound } from './metric.ts';

interface Weighed {
  readonly bound: Bound;
  readonly interval: Interval;
  /** How many of the prints it agrees with, itself included. */
  readonly agreeing: number;
}

const ascending = (values: readonly Decimal[]): readonly Decimal[] => values.toSorted((a, b) => a.cmp(b));

/** Two prints agree where their intervals meet; a report can repeat a figure thousands of times, so no pairs are made. */
function weighed(prints: readonly Bound[]): readonly Weighed[] {
  const all = prints.map((bound) => ({ bound, interval: Interval.of(bound.fact.quantity) }));
  const lows = ascending(all.map(({ interval }) => interval.low));
  const highs = ascending(all.map(({ interval }) => interval.high));
  return all.map(({ bound, interval }) => ({
    bound,
    interval,
    agreeing: countBelow(lows, interval.high, true) - countBelow(highs, interval.low, false),
  }));
}

function isBetter(a: Weighed, b: Weighed): boolean {
  if (a.agreeing !== b.agreeing) return a.agreeing > b.agreeing;
  if (a.bound.explicit !== b.bound.explicit) return a.bound.explicit;
  // The text is written after the tables, by hand.
  const [inTable, inOther] = [a, b].map(({ bound }) => bound.fact.origin.kind === 'table');
  if (inTable !== inOther) return inTable === true;
  return a.bound.fact.quantity.half.lt(b.bound.fact.quantity.half);
}

interface Chosen {
  readonly bound: Bound;
  /** The prints that agree with it, in their order, by the scale of their unit. */
  readonly agreeing: ReadonlyMap<string, readonly Bound[]>;
}

const scaleOf = ({ quantity }: Fact): string => quantity.scale.toFixed();

const chosenOf = onceFor((prints: readonly Bound[]): Chosen | undefined => {
  const all = weighed(prints);
  const [first, ...rest] = all;
  if (first === undefined) return undefined;
  const best = rest.reduce((before, one) => (isBetter(one, before) ? one : before), first);
  const agreeing = all.filter(
    ({ interval }) => interval.low.lte(best.interval.high) && interval.high.gte(best.interval.low),
  );
  const bounds = agreeing.map(({ bound }) => bound);
  return { bound: best.bound, agreeing: Map.groupBy(bounds, ({ fact }) => scaleOf(fact)) };
});

/**
 * The print that the others are held against: the value most places agree on; among equals the one named by its own
 * label, then one of a table, then the most precise, then the first.
 */
export const representative = (prints: readonly Bound[]): Bound | undefined => chosenOf(prints)?.bound;

/** The print to show beside a figure: it agrees with the representative and, if one does, has the figure's own unit. */
export function counterpart(prints: readonly Bound[], like: Fact): Bound | undefined {
  const chosen = chosenOf(prints);
  const own = chosen?.agreeing.get(scaleOf(like))?.find(({ fact }) => fact.id !== like.id);
  return own ?? chosen?.bound;
}
