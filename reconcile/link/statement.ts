import type { Formula, Verdict } from '../../model/audit.ts';
import type {
  LinkDocument,
  LinkedDocument,
  LinkReason,
  LinkStatement,
  PrintedFigure,
} from '../../model/link.ts';
import { Interval } from '../interval.ts';
import { agreementOf, verdictOf } from '../statement.ts';
import type { LinkSlice } from './rule.ts';

/** What every claim of a rule about one slice has in common. */
export interface LinkClaim {
  readonly rule: string;
  readonly slice: LinkSlice;
  /** What it is about: the key of its figures, or a word for a claim about whole documents. */
  readonly about: string;
  readonly documents: readonly LinkDocument[];
  readonly severity?: LinkStatement['severity'];
  readonly template?: string;
  readonly parameters?: LinkStatement['parameters'];
  /** What it shares with other claims of one cause; itself where it has none. */
  readonly cause?: string;
}

interface Outcome {
  readonly verdict: Verdict;
  readonly reason?: LinkReason;
  readonly stated?: PrintedFigure;
  readonly operands?: readonly PrintedFigure[];
  readonly computed?: Interval;
  readonly formula?: Formula;
}

function statement(claim: LinkClaim, outcome: Outcome): LinkStatement {
  const { rule, slice, about } = claim;
  const subject = [slice.year ?? '', slice.scope, about].join('|');
  const { verdict, reason = null, stated = null, operands = [], computed = null } = outcome;
  return {
    rule,
    subject,
    cause: claim.cause ?? subject,
    year: slice.year,
    documents: claim.documents,
    verdict,
    reason,
    severity: claim.severity ?? 'warning',
    stated,
    operands,
    computed: computed === null ? null : { value: computed.value, low: computed.low, high: computed.high },
    formula: outcome.formula ?? { kind: 'opaque' },
    template: claim.template ?? 'link-equal',
    parameters: claim.parameters ?? {},
  };
}

/** A claim that could not be checked, with the figures that are there. */
export const uncheckedLink = (
  claim: LinkClaim,
  reason: LinkReason,
  figures: readonly PrintedFigure[] = [],
): LinkStatement => statement(claim, { verdict: 'unchecked', reason, operands: figures });

/** Two prints of one amount in two documents. */
export const equalLink = (claim: LinkClaim, stated: PrintedFigure, other: PrintedFigure): LinkStatement =>
  statement(claim, {
    verdict: agreementOf(stated.quantity, other.quantity),
    stated,
    operands: [other],
    computed: Interval.of(other.quantity),
    formula: { kind: 'equal' },
  });

/** stated = Σ ± operands, over documents. */
export function sumLink(
  claim: LinkClaim,
  stated: PrintedFigure,
  operands: readonly PrintedFigure[],
  signs: readonly number[] = operands.map(() => 1),
): LinkStatement {
  const formula: Formula = { kind: 'sum', signs };
  const computed = Interval.sum(
    operands.map(({ quantity }, i) => Interval.of(quantity).times(signs[i] ?? 1)),
  );
  const addends = signs.every((sign) => sign > 0) ? operands.length : 0;
  const verdict = verdictOf(computed, stated.quantity, addends);
  return statement(claim, { verdict, stated, operands, computed, formula });
}

export const documentsOf = (linked: readonly LinkedDocument[]): readonly LinkDocument[] =>
  linked.map(({ document }) => document);

/** Documents by name, so that what is said of them does not hang on the order in which they were read. */
export const byName = (a: LinkedDocument, b: LinkedDocument): number => {
  const [x, y] = [a, b].map(({ document }) => `${document.name}\u0000${document.sha256}`);
  return (x ?? '') < (y ?? '') ? -1 : 1;
};
