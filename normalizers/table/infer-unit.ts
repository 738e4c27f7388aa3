import type { Fact } from '../../model/reading.ts';
import { parseCell } from '../number/cell.ts';
import { Decimal } from '../number/numeral.ts';
import { onceFor } from '../once.ts';

/** A figure needs this many significant digits before its return in a table is no accident. */
const TELLING_DIGITS = 4;
const PLAIN_DIGITS = 6;

const significant = (value: Decimal): number =>
  value
    .abs()
    .toFixed()
    .replace('.', '')
    .replace(/^0+|0+$/gu, '').length;

/** The amounts of the prose that are printed to one place: their significant digits by their absolute value. */
interface Anchors {
  /** The value of the last printed digit, in 元. */
  readonly place: Decimal;
  readonly digits: Map<string, number>;
}

/** By the place of their last digit, once for all the tables of a report: there can be thousands of both. */
const anchorsOf = onceFor((facts: readonly Fact[]): readonly Anchors[] => {
  const byPlace = new Map<string, Anchors>();
  for (const { quantity } of facts) {
    const digits = significant(quantity.value.div(quantity.scale));
    if (quantity.unit !== '元' || quantity.approximate || digits < 3) continue;
    const place = new Decimal(10).pow(-quantity.decimals).mul(quantity.scale);
    const anchors = byPlace.get(place.toFixed()) ?? { place, digits: new Map<string, number>() };
    byPlace.set(place.toFixed(), anchors);
    anchors.digits.set(quantity.value.abs().toFixed(), digits);
  }
  return [...byPlace.values()];
});

/** What the amount comes to when it is rounded as the prose rounds one of its own, and how many digits that one has. */
function anchorOf(
  amount: Decimal,
  anchors: readonly Anchors[],
): { readonly value: string; readonly digits: number } | null {
  for (const { place, digits } of anchors) {
    const value = amount.div(place).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).mul(place).toFixed();
    const found = digits.get(value);
    if (found !== undefined) return { value, digits: found };
  }
  return null;
}

/**
 * Finds the unit of a table that states none: read in that unit, its cells must return among the amounts of the prose,
 * rounded as the prose rounds them. One long figure or two shorter ones decide; a tie decides nothing.
 * @param printed cell texts of the table's amounts
 * @param facts prose facts, canonical values in 元
 */
export function inferUnit(printed: readonly string[], facts: readonly Fact[]): '元' | '万元' | null {
  const anchors = anchorsOf(facts);
  const values = printed.flatMap((text) => {
    const cell = parseCell(text);
    return cell.kind === 'number' && cell.quantity.unit === '' && !cell.quantity.value.isZero()
      ? [cell.quantity.value.abs()]
      : [];
  });
  const support = (scale: number): number => {
    const matched = new Set<string>();
    let weight = 0;
    for (const value of values) {
      if (significant(value) < TELLING_DIGITS - 1) continue;
      const anchor = anchorOf(value.mul(scale), anchors);
      if (anchor === null || matched.has(anchor.value)) continue;
      matched.add(anchor.value);
      weight += anchor.digits >= PLAIN_DIGITS ? 2 : anchor.digits >= TELLING_DIGITS ? 1.5 : 1;
    }
    return weight;
  };
  const [yuan, wan] = [support(1), support(10_000)];
  if (Math.max(yuan, wan) < 2 || yuan === wan) return null;
  return yuan > wan ? '元' : '万元';
}

/** True where amounts cannot be in 万元 as they are printed: seven integer digits or more, and 分. */
export function looksLikeYuan(printed: readonly string[]): boolean {
  return printed.some((text) => {
    const cell = parseCell(text);
    return cell.kind === 'number' && cell.quantity.decimals === 2 && cell.quantity.value.abs().gte(1_000_000);
  });
}
