import type { Fact, Reading } from '../../../model/reading.ts';
import { amountOf } from '../../agreement/amounts.ts';
import { Interval } from '../../interval.ts';
import { type FromSuppliers, purchasesFromSuppliers, type Scope, type Size } from '../../prose/supplier.ts';
import type { StatementDraft } from '../../rule.ts';
import { atMost } from '../tables/claim.ts';

const CODE = 'R-30-05';
const SIZES = ['small-medium', 'small-micro'] as const;
const SCOPES = ['reserved', 'other', 'all'] as const;

/** Parts of one whole that share nothing: together at most the whole. Stated is the whole, which is all that is printed. */
function togetherAtMost(whole: Fact, parts: readonly Fact[]): StatementDraft {
  const sum = Interval.sum(parts.map((part) => Interval.of(part.quantity)));
  const limit = Interval.of(whole.quantity);
  const verdict = sum.value.lte(limit.value) ? 'exact' : sum.low.lt(limit.high) ? 'rounding' : 'inconsistent';
  return {
    rule: CODE,
    kind: 'order',
    stated: whole,
    operands: parts,
    formula: verdict === 'inconsistent' ? { kind: 'sum', signs: parts.map(() => 1) } : { kind: 'opaque' },
    verdict,
    reason: null,
    computed: { value: sum.value, low: sum.low, high: sum.high },
    severity: 'warning',
    // Tied to nothing else: a bound is no sum to solve for, any of the parts or the whole may be the wrong one.
    parameters: { template: 'parts-over', tie: `suppliers ${whole.id}` },
    statedTotal: false,
  };
}

const within = (part: Fact, whole: Fact): readonly StatementDraft[] => {
  const draft = atMost(CODE, part, whole, 'warning')?.draft;
  return draft === undefined ? [] : [draft];
};

/** The only amount that is stated of a kind of supplier and purchase; null where there is none, or several. */
function only(purchases: readonly FromSuppliers[], size: Size, scope: Scope): Fact | null {
  const [first, ...more] = purchases.filter((one) => one.size === size && one.scope === scope);
  return first === undefined || more.length > 0 ? null : first.mention.fact;
}

/**
 * The part of R-30-05 about purchases from small and medium enterprises: reserved and other ones share nothing and are
 * together at most all purchases; those from small and micro enterprises are at most those from all of them. Where the
 * former are printed beside a 0 for the latter, the two are told apart and nothing is said.
 */
export function supplierStatements(reading: Reading): readonly StatementDraft[] {
  const byPhase = Map.groupBy(purchasesFromSuppliers(reading), ({ phase }) => phase);
  return [...byPhase].flatMap(([phase, purchases]) => {
    const whole = amountOf(reading, 'procurement', phase);
    const sizes = SIZES.flatMap((size) => {
      const [reserved, other, all] = SCOPES.map((scope) => only(purchases, size, scope));
      if (whole === null) return [];
      const single = [reserved, other, all].flatMap((part) => (part ? within(part, whole) : []));
      return reserved && other ? [...single, togetherAtMost(whole, [reserved, other])] : single;
    });
    const nested = SCOPES.flatMap((scope) => {
      const [micro, medium] = [only(purchases, 'small-micro', scope), only(purchases, 'small-medium', scope)];
      return micro === null || medium === null || medium.quantity.value.isZero() ? [] : within(micro, medium);
    });
    return [...sizes, ...nested];
  });
}
