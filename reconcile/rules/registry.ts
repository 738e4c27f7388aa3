import type { Rule } from '../rule.ts';
import {
  basicExpenditureRule,
  breakdownRule,
  entityCountRule,
  threePublicProseRule,
} from './prose/breakdown.ts';
import { changeRule } from './prose/change.ts';
import { complementRule, completionRule, zeroBaseRule } from './prose/completion.ts';
import { gradeRule, scoreSumRule } from './prose/score.ts';
import { shareRule, sharesRule } from './prose/share.ts';

/** Every rule that is checked, in the order of the catalogue. */
export const RULES: readonly Rule[] = [
  basicExpenditureRule,
  threePublicProseRule,
  shareRule,
  changeRule,
  completionRule,
  sharesRule,
  breakdownRule,
  complementRule,
  zeroBaseRule,
  scoreSumRule,
  gradeRule,
  entityCountRule,
];
