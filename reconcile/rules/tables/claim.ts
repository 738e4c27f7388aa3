import type { Severity } from '../../../model/audit.ts';
import type { Fact, TableReading } from '../../../model/reading.ts';
import { Decimal, Interval } from '../../interval.ts';
import type { StatementDraft } from '../../rule.ts';
import { type Claim, ratioStatement, sumStatement, truncated, unchecked } from '../../statement.ts';
import { operandAt, type Position } from './view.ts';

/** A statement about a table before its law is known to hold there. */
export interface Candidate {
  readonly draft: StatementDraft;
  /** True where blank cells were left out of the sum: a failure then proves nothing unless blanks are known to be zeros. */
  readonly blanks: boolean;
  /** True where the statement says something: a figure other than 0 that more than one figure makes up. */
  readonly telling: boolean;
}

const verdictHolds = ({ verdict }: StatementDraft): boolean =>
  verdict === 'exact' || verdict === 'rounding' || verdict === 'improbable';

export const holds = (candidate: Candidate): boolean => verdictHolds(candidate.draft);
export const fails = (candidate: Candidate): boolean => candidate.draft.verdict === 'inconsistent';

/** A figure that lacks this many times the rounding of its neighbours' places was not rounded. */
const ROUNDED_AWAY = 3;

/** The same figure at the precision of its column: 40 beside 0.62 stands for 40.00, its zeros dropped in print. */
function atPlaces(fact: Fact, decimals: number): Fact {
  const { quantity } = fact;
  if (quantity.decimals >= decimals || (quantity.unit !== '元' && quantity.unit !== '')) return fact;
  const exact = quantity.unit === '元' && quantity.scale.eq(1) && decimals >= 2;
  const half = exact ? new Decimal(0) : new Decimal(10).pow(-decimals).div(2).mul(quantity.scale);
  return { ...fact, quantity: { ...quantity, half } };
}

type SumClaim = Omit<Claim, 'kind'>;

/**
 * A sum at the precision of the whole column first. What fails there and passes with the places of the single figures
 * is rounding when little is missing, else a doubt.
 */
function preciseSum(claim: SumClaim, signs: readonly number[]): StatementDraft {
  const plain = sumStatement(claim, signs);
  const decimals = claim.operands.reduce(
    (most, fact) => Math.max(most, fact.quantity.decimals),
    claim.stated.quantity.decimals,
  );
  const strict = sumStatement(
    {
      ...claim,
      stated: atPlaces(claim.stated, decimals),
      operands: claim.operands.map((fact) => atPlaces(fact, decimals)),
    },
    signs,
  );
  if (strict.verdict !== 'inconsistent' || plain.verdict === 'inconsistent' || strict.computed === null)
    return plain;
  const slack = strict.computed.high
    .minus(strict.computed.low)
    .div(2)
    .plus(atPlaces(claim.stated, decimals).quantity.half);
  const gap = strict.computed.value.minus(claim.stated.quantity.value).abs();
  if (gap.lte(slack.mul(ROUNDED_AWAY))) return plain;
  return { ...strict, stated: claim.stated, operands: claim.operands, severity: 'warning' };
}

export interface SumParts {
  readonly rule: string;
  readonly stated: Position;
  readonly terms: readonly Position[];
  readonly signs?: readonly number[];
  readonly severity?: Severity;
}

const ZERO = new Decimal(0);

/**
 * stated = Σ terms over cells of a table. Blank terms are left out, and said so; an unreadable one leaves the claim
 * unchecked. Null where nothing is stated.
 */
export function sumOf(reading: TableReading, parts: SumParts): Candidate | null {
  const stated = operandAt(reading, parts.stated);
  if (stated.kind !== 'figure') return null;
  const states = parts.terms.map((term) => operandAt(reading, term));
  const figures = states.flatMap((state, i) =>
    state.kind === 'figure' ? [{ fact: state.fact, sign: parts.signs?.[i] ?? 1 }] : [],
  );
  const units = new Set([stated.fact, ...figures.map(({ fact }) => fact)].map((fact) => fact.quantity.unit));
  if (units.size > 1) return null;
  const claim: SumClaim = {
    rule: parts.rule,
    stated: stated.fact,
    operands: figures.map(({ fact }) => fact),
    ...(parts.severity === undefined ? {} : { severity: parts.severity }),
    statedTotal: true,
  };
  const blanks = states.some((state) => state.kind === 'empty');
  const kind = parts.signs?.some((sign) => sign < 0) === true ? 'difference' : 'sum';
  if (states.some((state) => state.kind === 'unreadable'))
    return { draft: unchecked({ ...claim, kind }, 'operand-unreadable'), blanks, telling: false };
  if (figures.length === 0) {
    if (stated.fact.quantity.value.isZero()) return null;
    return { draft: unchecked({ ...claim, kind }, 'operand-blank'), blanks, telling: false };
  }
  const draft = preciseSum(
    claim,
    figures.map(({ sign }) => sign),
  );
  const nonzero = figures.filter(({ fact }) => !fact.quantity.value.eq(ZERO)).length;
  return { draft, blanks, telling: nonzero >= 2 && !stated.fact.quantity.value.isZero() };
}

/** part ≤ whole. Both must be figures; a negative whole says nothing about its parts. */
export function atMost(rule: string, part: Fact, whole: Fact, severity: Severity): Candidate | null {
  if (whole.quantity.value.isNegative() && !whole.quantity.value.isZero()) return null;
  if (part.quantity.unit !== whole.quantity.unit) return null;
  const [a, b] = [Interval.of(part.quantity), Interval.of(whole.quantity)];
  const verdict = a.value.lte(b.value) ? 'exact' : a.low.lt(b.high) ? 'rounding' : 'inconsistent';
  const draft: StatementDraft = {
    rule,
    kind: 'order',
    operands: [whole],
    stated: part,
    formula: { kind: 'at-most' },
    verdict,
    reason: null,
    computed: { value: b.value, low: b.low, high: b.high },
    severity,
    parameters: {},
    statedTotal: false,
  };
  return { draft, blanks: false, telling: false };
}

export type RateKind = 'share' | 'deviation' | 'quotient';

const trivialRate = (fact: Fact): boolean => fact.quantity.value.isZero() || fact.quantity.value.eq(100);

/** stated = a ÷ b (× 100 where it is a percentage), or (a − b) ÷ b. A rate cut off instead of rounded is information. */
export function rateOf(
  rule: string,
  kind: RateKind,
  stated: Fact,
  a: Fact,
  b: Fact,
  severity: Severity = 'error',
): Candidate {
  const [top, base] = [Interval.of(a.quantity), Interval.of(b.quantity)];
  const numerator = kind === 'deviation' ? top.minus(base) : top;
  const formula =
    kind === 'deviation'
      ? ({ kind: 'deviation', sign: 1 } as const)
      : stated.quantity.unit === '%'
        ? ({ kind: 'share' } as const)
        : ({ kind: 'quotient' } as const);
  const draft = ratioStatement({ rule, stated, severity, statedTotal: true, formula }, numerator, base, [
    a,
    b,
  ]);
  return {
    draft: truncated(draft) ? { ...draft, severity: 'info' } : draft,
    blanks: false,
    telling: !trivialRate(stated),
  };
}
