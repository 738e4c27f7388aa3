import type { Severity } from './audit.ts';

/** What a rule says about itself: its code (R-gg-nn), what it means, and how grave a breach is. */
export interface RuleInfo {
  readonly code: string;
  readonly title: Readonly<Record<'en' | 'zh', string>>;
  /** When it binds, what it compares, with which tolerance. */
  readonly explanation: Readonly<Record<'en' | 'zh', string>>;
  readonly severity: Severity;
}
