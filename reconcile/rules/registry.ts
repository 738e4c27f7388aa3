import type { Rule } from '../rule.ts';
import { changePartsRule } from './agreement/change-parts.ts';
import { completionRule } from './agreement/completion-elsewhere.ts';
import { formBudgetRule } from './agreement/form-budget.ts';
import { headcountRule } from './agreement/headcount.ts';
import { indicatorRule, targetRule } from './agreement/indicators.ts';
import { itemRowsRule } from './agreement/item-rows.ts';
import { listedNamesRule } from './agreement/listed-names.ts';
import { priorYearRule } from './agreement/prior-year.ts';
import { runningCostsRule } from './agreement/running-costs.ts';
import {
  disclosedRule,
  sameFactRule,
  scaleRule,
  textTableRule,
  unitChangeRule,
} from './agreement/same-fact.ts';
import { CROSS_RULES } from './cross/index.ts';
import { DOCUMENT_RULES } from './document/index.ts';
import { CLAIM_RULES } from './performance/index.ts';
import { averageRule } from './prose/average.ts';
import {
  basicExpenditureRule,
  breakdownRule,
  entityCountRule,
  threePublicProseRule,
} from './prose/breakdown.ts';
import { changeRule } from './prose/change.ts';
import { complementRule, zeroBaseRule } from './prose/completion.ts';
import { directionRule } from './prose/direction.ts';
import { classSumRule, codeNameRule } from './prose/functional.ts';
import { listCountRule } from './prose/list.ts';
import { gradeRule, scoreSumRule } from './prose/score.ts';
import { shareRule, sharesRule } from './prose/share.ts';
import { TABLE_RULES } from './tables/index.ts';
import { natureRule } from './tables/nature.ts';
import { negativeRule } from './tables/negative.ts';
import { THREE_PUBLIC_RULES } from './three-public/index.ts';
import { captionRule } from './wording/captions.ts';
import { datesRule } from './wording/dates.ts';
import { placeholderRule } from './wording/leftovers.ts';
import { numberingRule } from './wording/numbering.ts';
import { percentRule } from './wording/percent.ts';
import { twoYearsRule } from './wording/two-years.ts';
import { unitsRule } from './wording/units.ts';

const FAMILIES: readonly Rule[] = [
  ...TABLE_RULES,
  ...CROSS_RULES,
  ...DOCUMENT_RULES,
  ...THREE_PUBLIC_RULES,
  ...CLAIM_RULES,
  negativeRule,
  natureRule,
  averageRule,
  sameFactRule,
  classSumRule,
  basicExpenditureRule,
  threePublicProseRule,
  shareRule,
  changeRule,
  completionRule,
  sharesRule,
  breakdownRule,
  complementRule,
  directionRule,
  changePartsRule,
  zeroBaseRule,
  targetRule,
  textTableRule,
  unitChangeRule,
  disclosedRule,
  itemRowsRule,
  listedNamesRule,
  runningCostsRule,
  priorYearRule,
  indicatorRule,
  scoreSumRule,
  gradeRule,
  formBudgetRule,
  entityCountRule,
  headcountRule,
  listCountRule,
  datesRule,
  twoYearsRule,
  scaleRule,
  unitsRule,
  codeNameRule,
  percentRule,
  placeholderRule,
  numberingRule,
  captionRule,
];

/** Some rules bind to tables and to sentences; each half is written where it belongs, and both are one rule. */
function joined(code: string, halves: readonly Rule[]): readonly Rule[] {
  const [first] = halves;
  if (first === undefined) return [];
  return [
    {
      ...first,
      code,
      fires: halves.flatMap(({ fires }) => fires),
      quiet: halves.flatMap(({ quiet }) => quiet),
      statements: (reading) => halves.flatMap((half) => half.statements?.(reading) ?? []),
      remarks: (reading) => halves.flatMap((half) => half.remarks?.(reading) ?? []),
    },
  ];
}

/** Every rule that is checked, in the order of the catalogue. */
export const RULES: readonly Rule[] = [...Map.groupBy(FAMILIES, ({ code }) => code)]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .flatMap(([code, halves]) => joined(code, halves));
