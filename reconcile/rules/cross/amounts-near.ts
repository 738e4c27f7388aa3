import type { Decimal } from 'decimal.js';
import type { Fact } from '../../../model/reading.ts';
import { countBelow } from '../../ascending.ts';
import { agree } from './entry.ts';

/** Things with an amount each, to be found by an amount that agrees with theirs without looking at all of them. */
export interface AmountsNear<T> {
  /** The things whose amount agrees with the fact, see `agree`. */
  near(fact: Fact): readonly T[];
}

/** @param factOf the amount of a thing */
export function amountsNear<T>(things: readonly T[], factOf: (thing: T) => Fact): AmountsNear<T> {
  // Few roundings are printed in one report, and amounts of one rounding agree within one distance.
  const groups = [...Map.groupBy(things, (thing) => factOf(thing).quantity.half.toFixed()).values()].map(
    (group) => {
      const ordered = group.toSorted((a, b) => factOf(a).quantity.value.cmp(factOf(b).quantity.value));
      return { ordered, values: ordered.map((thing): Decimal => factOf(thing).quantity.value) };
    },
  );
  return {
    near: (fact) =>
      groups.flatMap(({ ordered, values }) => {
        const [first] = ordered;
        if (first === undefined) return [];
        const { value, half } = fact.quantity;
        const own = factOf(first).quantity.half;
        const reach = (own.gt(half) ? own : half).mul(2);
        const from = countBelow(values, value.minus(reach), false);
        return ordered
          .slice(from, countBelow(values, value.plus(reach), true))
          .filter((thing) => agree(factOf(thing), fact));
      }),
  };
}
