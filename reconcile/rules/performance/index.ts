import type { Rule } from '../../rule.ts';
import { executedRule } from './executed.ts';
import { fullMarksRule } from './full-marks.ts';

/** Rules about what self-evaluations claim, beside the arithmetic of their tables. */
export const CLAIM_RULES: readonly Rule[] = [fullMarksRule, executedRule];
