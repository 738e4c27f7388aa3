import type { Computed, Formula, Severity, Statement, UncheckedReason, Verdict } from '../model/audit.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Fact } from '../model/reading.ts';
import { Decimal, Interval } from './interval.ts';
import type { StatementDraft } from './rule.ts';

/** Sums of fewer terms than this are never called improbable: their worst case is too close to 3σ. */
const TERMS_FOR_PROBABILITY = 8;

export interface Claim {
  readonly rule: string;
  readonly kind: Statement['kind'];
  readonly stated: Fact;
  readonly operands: readonly Fact[];
  /** Severity of a breach; `warning` where another reading exists. */
  readonly severity?: Severity;
  readonly parameters?: Readonly<Record<string, string>>;
  /** True for totals, subtotals, shares and rates that the report states; the default for sums and ratios. */
  readonly statedTotal?: boolean;
  /** What is computed, so that a repair can be solved for; derived from the operands where it is plain. */
  readonly formula?: Formula;
}

/** A formula over the intervals of its operands; null where it is undefined (a base that can be zero) or opaque. */
export function evaluate(formula: Formula, terms: readonly Interval[]): Interval | null {
  const [first, second] = terms;
  switch (formula.kind) {
    case 'sum':
      return Interval.sum(terms.map((term, i) => term.times(formula.signs[i] ?? 1)));
    case 'rest':
      return Interval.point(formula.whole).minus(Interval.sum(terms));
    case 'equal':
    case 'at-most':
      return first ?? null;
    case 'opaque':
      return null;
    default: {
      if (first === undefined || second === undefined) return null;
      if (formula.kind === 'quotient') return first.over(second);
      if (formula.kind === 'share') return first.over(second)?.times(100) ?? null;
      if (formula.kind === 'deviation')
        return first.minus(second).times(formula.sign).over(second)?.times(100) ?? null;
      return first.over(second.minus(first.times(formula.sign)))?.times(100) ?? null;
    }
  }
}

function plainFormula(
  kind: Statement['kind'],
  computed: Interval | null,
  operands: readonly Fact[],
): Formula {
  if (kind === 'equality') return { kind: 'equal' };
  if (kind === 'order') return { kind: 'at-most' };
  if (kind !== 'ratio' || computed === null || operands.length !== 2) return { kind: 'opaque' };
  const terms = operands.map((fact) => Interval.of(fact.quantity));
  const candidates: readonly Formula[] = [
    { kind: 'share' },
    { kind: 'quotient' },
    { kind: 'deviation', sign: 1 },
    { kind: 'deviation', sign: -1 },
    { kind: 'growth', sign: 1 },
    { kind: 'growth', sign: -1 },
  ];
  return (
    candidates.find((formula) => evaluate(formula, terms)?.value.eq(computed.value)) ?? { kind: 'opaque' }
  );
}

const draft = (
  claim: Claim,
  verdict: Verdict,
  computed: Interval | null,
  reason: UncheckedReason | null,
): StatementDraft => ({
  rule: claim.rule,
  kind: claim.kind,
  stated: claim.stated,
  operands: claim.operands,
  severity: claim.severity ?? 'error',
  formula: claim.formula ?? plainFormula(claim.kind, computed, claim.operands),
  parameters: claim.parameters ?? {},
  statedTotal: claim.statedTotal ?? (claim.kind === 'sum' || claim.kind === 'ratio'),
  verdict,
  computed:
    computed === null
      ? null
      : ({ value: computed.value, low: computed.low, high: computed.high } satisfies Computed),
  reason,
});

/** A claim that could not be checked, with the reason: never a pass, never an error. */
export const unchecked = (claim: Claim, reason: UncheckedReason): StatementDraft =>
  draft(claim, 'unchecked', null, reason);

/** 约 and 余 round; 以上 and 超过 in a sentence only bound. A target (≥ 350) is exact as a target. */
const inexact = ({ quantity, origin }: Fact): boolean =>
  quantity.approximate || (origin.kind === 'prose' && quantity.bound !== null);
const approximate = (claim: Claim): boolean => inexact(claim.stated) || claim.operands.some(inexact);

/**
 * Holds what was computed from so many addends (none for anything but a plain sum) against a stated figure: equal to
 * the digit is `exact`, overlapping envelopes are `rounding`, sums of eight terms or more that are off by over 3σ of
 * rounding noise are `improbable`, anything else is `inconsistent`.
 */
export function verdictOf(computed: Interval, quantity: Quantity, addends: number): Verdict {
  if (computed.value.eq(quantity.value)) return 'exact';
  if (!computed.meets(Interval.of(quantity))) return 'inconsistent';
  if (addends >= TERMS_FOR_PROBABILITY) {
    // σ of n + 1 independent roundings of place v is v·√((n + 1)/12).
    const place = quantity.half.mul(2);
    const sigma = place.mul(new Decimal(addends + 1).div(12).sqrt());
    if (computed.value.minus(quantity.value).abs().gt(sigma.mul(3))) return 'improbable';
  }
  return 'rounding';
}

/** Holds `computed` against what the claim states, see `verdictOf`. */
export function judge(claim: Claim, computed: Interval | null): StatementDraft {
  if (computed === null) return unchecked(claim, 'zero-base');
  if (approximate(claim)) return draft(claim, 'unchecked', computed, 'operand-approximate');
  const addends = claim.kind === 'sum' ? claim.operands.length : 0;
  return draft(claim, verdictOf(computed, claim.stated.quantity, addends), computed, null);
}

/** stated = Σ operands (optionally with signs, −1 for a subtrahend). */
export function sumStatement(claim: Omit<Claim, 'kind'>, signs: readonly number[] = []): StatementDraft {
  const terms = claim.operands.map((fact) => Interval.of(fact.quantity));
  const formula: Formula = { kind: 'sum', signs: claim.operands.map((_, i) => signs[i] ?? 1) };
  const kind = signs.some((sign) => sign < 0) ? 'difference' : 'sum';
  return judge({ ...claim, formula, kind }, evaluate(formula, terms));
}

/**
 * stated % = numerator ÷ denominator × 100. The printed rate holds when it equals the quotient rounded half up to its
 * own decimals, or when the envelopes meet; a rate cut off instead of rounded meets nothing and is told as such by `truncated`.
 */
export function ratioStatement(
  claim: Omit<Claim, 'kind' | 'operands'>,
  numerator: Interval,
  denominator: Interval,
  operands: readonly Fact[],
): StatementDraft {
  const quotient = numerator.over(denominator);
  const full: Claim = { ...claim, kind: 'ratio', operands };
  if (quotient === null) return unchecked(full, 'zero-base');
  const percent = claim.stated.quantity.unit === '%' ? quotient.times(100) : quotient;
  const rounded = percent.value.toDecimalPlaces(claim.stated.quantity.decimals, Decimal.ROUND_HALF_UP);
  const judged = judge(full, percent);
  return judged.verdict === 'rounding' && rounded.eq(claim.stated.quantity.value)
    ? { ...judged, verdict: 'exact' }
    : judged;
}

/** True where a rate was cut off at its last printed place instead of being rounded: information, not an error. */
export function truncated(statement: StatementDraft): boolean {
  const { stated, computed } = statement;
  if (stated === null || computed === null || statement.verdict !== 'inconsistent') return false;
  return computed.value
    .toDecimalPlaces(stated.quantity.decimals, Decimal.ROUND_DOWN)
    .eq(stated.quantity.value);
}

/**
 * Two prints of one fact. At equal precision they must be equal; at different precision the coarser one must be the
 * finer one rounded (±1 of its last place when the finer one is itself rounded).
 */
export function agreementOf(a: Quantity, b: Quantity): 'exact' | 'rounding' | 'inconsistent' {
  if (a.value.eq(b.value)) return 'exact';
  const samePlace = a.scale.eq(b.scale) && a.decimals === b.decimals;
  return !samePlace && Interval.of(a).meets(Interval.of(b)) ? 'rounding' : 'inconsistent';
}

/** A fact held against another print of it, see `agreementOf`. */
export function equalityStatement(
  claim: Omit<Claim, 'kind' | 'operands'>,
  other: Fact,
  statedTotal = false,
): StatementDraft {
  const full: Claim = { ...claim, kind: 'equality', operands: [other], statedTotal };
  const computed = Interval.of(other.quantity);
  if (approximate(full)) return draft(full, 'unchecked', computed, 'operand-approximate');
  return draft(full, agreementOf(claim.stated.quantity, other.quantity), computed, null);
}
