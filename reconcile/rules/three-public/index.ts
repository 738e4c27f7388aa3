import type { Rule } from '../../rule.ts';
import { overBudgetRule } from './over-budget.ts';
import { countedRule, plausibleRule } from './spent-and-counted.ts';
import { withinBasicRule } from './within-basic.ts';

/** Every rule about the three public expenses beside their sums, in the order of the catalogue. */
export const THREE_PUBLIC_RULES: readonly Rule[] = [
  overBudgetRule,
  withinBasicRule,
  countedRule,
  plausibleRule,
];
