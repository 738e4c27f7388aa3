import type { Rule } from '../../rule.ts';
import { FUND_RULES } from './rules/funds.ts';
import { TOTAL_RULES } from './rules/totals.ts';

/** Every rule about figures that two tables of a report share, in the order of the catalogue. */
export const CROSS_RULES: readonly Rule[] = [...TOTAL_RULES, ...FUND_RULES];
