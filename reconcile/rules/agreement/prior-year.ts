import type { Reading } from '../../../model/reading.ts';
import { clusterHolding, siblingOf } from '../../agreement/clusters.ts';
import { representative } from '../../agreement/representative.ts';
import type { Rule, StatementDraft } from '../../rule.ts';
import { sumStatement } from '../../statement.ts';
import { changesOf } from '../prose/change.ts';

/** R-40-05: current less change is the prior amount; where that amount is printed too, the two must agree. */
function statements(reading: Reading): readonly StatementDraft[] {
  const drafts: StatementDraft[] = [];
  for (const { current, difference, prior } of changesOf(reading)) {
    if (current === null || difference === null || prior !== null) continue;
    const cluster = clusterHolding(reading, current.fact.id);
    if (cluster === undefined || cluster.year === null) continue;
    const before = siblingOf(reading, cluster, { year: cluster.year - 1, phase: 'final' });
    const printed = representative(before?.prints ?? []);
    if (printed === undefined) continue;
    const signs = [1, difference.direction === -1 ? 1 : -1];
    drafts.push(
      sumStatement(
        {
          rule: 'R-40-05',
          stated: printed.fact,
          operands: [current.fact, difference.fact],
          statedTotal: false,
          parameters: { template: 'prior-year' },
        },
        signs,
      ),
    );
  }
  return drafts;
}

const REPORT = '某县文化馆2024年度部门决算\n';

export const priorYearRule: Rule = {
  code: 'R-40-05',
  severity: 'error',
  title: { en: 'The year before, implied and printed', zh: '推算上年数与所列上年数' },
  explanation: {
    en: 'The amount of the year before that an increase or decrease implies must be the one that the report prints for that year elsewhere.',
    zh: '由本年数与增减额推算的上年数，应与报告他处所列的上年数一致。',
  },
  fires: [
    `${REPORT}2024年度一般公共预算财政拨款支出500.00万元。与2023年度相比，一般公共预算财政拨款支出增加20.00万元，增长4.17%。\n2023年一般公共预算财政拨款支出475.00万元，主要用于文化支出。`,
  ],
  quiet: [
    `${REPORT}2024年度一般公共预算财政拨款支出500.00万元。与2023年度相比，一般公共预算财政拨款支出增加20.00万元，增长4.17%。\n2023年一般公共预算财政拨款支出480.00万元，主要用于文化支出。`,
  ],
  statements,
};
