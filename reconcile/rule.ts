import type { Severity, Statement } from '../model/audit.ts';
import type { Place } from '../model/place.ts';
import type { Fact, Reading } from '../model/reading.ts';
import type { RuleInfo } from '../model/rule.ts';

/** A statement before it has its number in the document. */
export type StatementDraft = Omit<Statement, 'id'>;

/** A finding that rests on reading rather than on arithmetic: a wrong year, a doubled number, a leftover of the template. */
export interface Remark {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly quote: string;
  /** Message template in reconcile/messages, and its parameters. */
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What identifies it in the document besides the rule, so that its key is stable. */
  readonly subject: string;
  readonly facts: readonly Fact[];
  /** True for what only follows from its figures: not told where a contradiction already doubts one of them. */
  readonly yields?: boolean;
}

/** One rule of the field. The examples are small text reports and run as tests: each must (or must not) give a finding of this code. */
export interface Rule extends RuleInfo {
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
  statements?(reading: Reading): readonly StatementDraft[];
  remarks?(reading: Reading): readonly Remark[];
}
