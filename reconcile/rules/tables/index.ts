import type { Rule } from '../../rule.ts';
import { FISCAL_RULES } from './rules/fiscal.ts';
import { GENERAL_RULES } from './rules/general.ts';
import { INCOME_RULES } from './rules/income.ts';
import { LOCAL_RULES } from './rules/local.ts';
import { PERFORMANCE_RULES } from './rules/performance.ts';
import { PROCUREMENT_RULES } from './rules/procurement.ts';
import { TOTAL_RULES } from './rules/total.ts';

/** Every rule about the arithmetic of tables, in the order of the catalogue. */
export const TABLE_RULES: readonly Rule[] = [
  ...TOTAL_RULES,
  ...INCOME_RULES,
  ...FISCAL_RULES,
  ...GENERAL_RULES,
  ...LOCAL_RULES,
  ...PERFORMANCE_RULES,
  ...PROCUREMENT_RULES,
];
