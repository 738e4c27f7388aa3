import type { Decimal } from './interval.ts';

/** How many of the ascending numbers are below the limit, and where `included`, equal to it. */
export function countBelow(ascending: readonly Decimal[], limit: Decimal, included: boolean): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = ascending[middle]?.cmp(limit) ?? 1;
    if (order < 0 || (included && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
