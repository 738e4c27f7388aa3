import type { Decimal } from 'decimal.js';
import type { Place } from './place.ts';
import type { Fact } from './reading.ts';
import type { How } from './recognition.ts';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const VERDICTS = ['exact', 'rounding', 'improbable', 'inconsistent', 'unchecked'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const BLAMES = ['report', 'reading', 'unknown'] as const;
export type Blame = (typeof BLAMES)[number];

/** Why a statement could not be checked. */
export const UNCHECKED_REASONS = [
  'operand-missing',
  'operand-blank',
  'operand-unreadable',
  'operand-approximate',
  'unit-unknown',
  'zero-base',
  'base-unnamed',
  'parts-not-exhaustive',
  'no-counterpart',
] as const;
export type UncheckedReason = (typeof UNCHECKED_REASONS)[number];

/** What was computed from the operands, canonical unit; `low` and `high` are the envelope of rounding. */
export interface Computed {
  readonly value: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
}

/**
 * What is computed from the operands, in their order. `growth` is δ ÷ (current − sign·δ); `rest` is what the operands
 * leave of a whole; `opaque` can be judged but not solved for an operand.
 */
export type Formula =
  | { readonly kind: 'sum'; readonly signs: readonly number[] }
  | { readonly kind: 'share' }
  | { readonly kind: 'deviation'; readonly sign: 1 | -1 }
  | { readonly kind: 'growth'; readonly sign: 1 | -1 }
  | { readonly kind: 'quotient' }
  | { readonly kind: 'rest'; readonly whole: number }
  | { readonly kind: 'equal' }
  | { readonly kind: 'at-most' }
  | { readonly kind: 'opaque' };

/**
 * An arithmetic claim that the report makes or implies. `operands` and `stated` refer to facts; what the claim
 * says is `stated = formula(operands)`.
 */
export interface Statement {
  readonly id: string;
  readonly rule: string;
  readonly kind: 'sum' | 'difference' | 'ratio' | 'equality' | 'order' | 'count';
  readonly operands: readonly Fact[];
  readonly stated: Fact | null;
  readonly formula: Formula;
  readonly verdict: Verdict;
  readonly reason: UncheckedReason | null;
  readonly computed: Computed | null;
  /** The severity that a breach of this statement has: `warning` where another reading exists. */
  readonly severity: Severity;
  /** Parameters for the message, already as text. */
  readonly parameters: Readonly<Record<string, string>>;
  /** True where the document states this total, share or rate (counted in coverage). */
  readonly statedTotal: boolean;
}

export const DIAGNOSES = [
  'one-cell',
  'transposed',
  'dropped-digit',
  'scale',
  'sign',
  'wrong-base',
  'copied',
  'swapped',
  'complement',
  'prior-year',
  'misplaced-row',
  'missing-row',
  'target-as-result',
  'undecided',
] as const;
export type DiagnosisKind = (typeof DIAGNOSES)[number];

export interface Diagnosis {
  readonly kind: DiagnosisKind;
  readonly suspect: Fact | null;
  /** What the suspect would have to say, as it would be printed. */
  readonly suggested: string | null;
}

/** One root cause: the statement that shows it best, and every statement that it breaks. */
export interface Finding {
  readonly key: string;
  readonly code: string;
  readonly severity: Severity;
  readonly blame: Blame;
  readonly place: Place;
  readonly quote: string;
  /** Message template of the rule (see reconcile/messages) and its parameters. */
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly stated: Fact | null;
  readonly computed: Computed | null;
  readonly operands: readonly Fact[];
  readonly diagnosis: Diagnosis | null;
  readonly explains: readonly string[];
  readonly formula: Formula;
}

export interface Coverage {
  readonly statements: Readonly<Record<Verdict, number>>;
  readonly statedTotals: { readonly checked: number; readonly of: number };
}

/** What `reconcile` hands over. */
export interface Audit {
  readonly statements: readonly Statement[];
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  /** How each recognized figure was read after arithmetic has spoken, by the fact's id; absent for a text layer. */
  readonly how?: ReadonlyMap<string, How>;
}
