import type { Statement } from '../../model/audit.ts';
import type { Fact } from '../../model/reading.ts';
import { Decimal } from '../interval.ts';

/** Of more terms than this only single ones are tried: there are too many ways to choose some. */
const MOST_TERMS = 20;
/** That some terms come out by chance must be less likely than this. */
const CHANCE = 0.02;

/**
 * Whether a sum comes out without some of its terms: a head or a code lost on the page has put a year, a number or the
 * rows of another level among them. Of several terms only where that can hardly be chance.
 */
export function hasStrayTerms({ formula, operands, stated, computed }: Statement): boolean {
  if (formula.kind !== 'sum' || stated === null || computed === null) return false;
  const terms = operands.map(({ quantity }, index) => quantity.value.mul(formula.signs[index] ?? 1));
  return isMadeOf(computed.value.minus(stated.quantity.value), terms, true);
}

/**
 * Whether a sum comes out with some figures that stand beside its terms: a label that was misread has left them out.
 * @param others the other figures of the column or row that the sum stands in
 */
export function hasLostTerms({ formula, stated, computed }: Statement, others: readonly Fact[]): boolean {
  if (formula.kind !== 'sum' || stated === null || computed === null) return false;
  const terms = others.map(({ quantity }) => quantity.value);
  return isMadeOf(stated.quantity.value.minus(computed.value), terms, false);
}

/** Whether a gap is one of some terms, or what several of them come to where that can hardly be chance. */
function isMadeOf(gap: Decimal, all: readonly Decimal[], isSigned: boolean): boolean {
  const terms = all.filter((term) => !term.isZero());
  if (gap.isZero() || terms.length === 0) return false;
  if (terms.some((term) => (isSigned ? term.abs().eq(gap.abs()) : term.eq(gap)))) return true;
  const decimals = Math.max(gap.decimalPlaces(), ...terms.map((term) => term.decimalPlaces()));
  const steps = gap.abs().mul(new Decimal(10).pow(decimals));
  const isTelling = steps.mul(CHANCE).gt(2 ** Math.min(terms.length, MOST_TERMS));
  return terms.length <= MOST_TERMS && isTelling && isSumOfSome(gap, terms);
}

/** Whether some of the terms, but not all, sum up to a value: the sums of one half are looked up for those of the other. */
function isSumOfSome(value: Decimal, terms: readonly Decimal[]): boolean {
  const half = Math.floor(terms.length / 2);
  const [left, right] = [sumsOfSome(terms.slice(0, half)), sumsOfSome(terms.slice(half))];
  const known = new Set(left.map((sum) => sum.toFixed()));
  const all = terms.reduce((sum, term) => sum.plus(term), new Decimal(0));
  return !value.eq(all) && right.some((sum) => known.has(value.minus(sum).toFixed()));
}

function sumsOfSome(terms: readonly Decimal[]): readonly Decimal[] {
  let sums = [new Decimal(0)];
  for (const term of terms) sums = sums.concat(sums.map((sum) => sum.plus(term)));
  return sums;
}
