import type { Fact } from '../../model/reading.ts';
import { parseCell } from '../number/cell.ts';
import { Decimal } from '../number/numeral.ts';

/** A figure needs this many significant digits before its return in a table is no accident. */
const TELLING_DIGITS = 4;
const PLAIN_DIGITS = 6;

const significant = (value: Decimal): number =>
  value
    .abs()
    .toFixed()
    .replace('.', '')
    .replace(/^0+|0+$/gu, '').length;

interface Anchor {
  readonly value: Decimal;
  readonly place: Decimal;
  readonly digits: number;
}

function anchorsOf(facts: readonly Fact[]): readonly Anchor[] {
  const seen = new Set<string>();
  return facts.flatMap(({ quantity }) => {
    const digits = significant(quantity.value.div(quantity.scale));
    const key = `${quantity.value.toFixed()}/${quantity.half.toFixed()}`;
    if (quantity.unit !== '元' || quantity.approximate || digits < 3 || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        value: quantity.value.abs(),
        place: new Decimal(10).pow(-quantity.decimals).mul(quantity.scale),
        digits,
      },
    ];
  });
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
      const amount = value.mul(scale);
      const anchor = anchors.find(({ value: a, place }) =>
        amount.div(place).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).mul(place).eq(a),
      );
      if (anchor === undefined || matched.has(anchor.value.toFixed())) continue;
      matched.add(anchor.value.toFixed());
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
