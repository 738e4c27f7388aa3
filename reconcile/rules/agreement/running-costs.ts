import type { Reading } from '../../../model/reading.ts';
import { amountOf, largestOf, ownPhase, printsOf } from '../../agreement/amounts.ts';
import type { Rule, StatementDraft } from '../../rule.ts';
import { unchecked } from '../../statement.ts';
import { atMost } from '../tables/claim.ts';

const CODE = 'R-40-07';

/** Until 2017 running costs took in projects too: reports of 2017 and 2018 tell the change of scope. */
const FIRST_YEAR = 2018;
/** Words by which a report says that its running costs are of another scope. */
const OTHER_SCOPE = /口径|项目支出|项目经费|专项/u;

/** True where a paragraph about running costs says that they are not just the operating costs of basic expenditure. */
const explained = (reading: Reading): boolean =>
  [...Map.groupBy(reading.sentences, ({ paragraph }) => paragraph).values()].some((sentences) => {
    const text = sentences.map((sentence) => sentence.text).join('');
    return /机关运行经费/u.test(text) && OTHER_SCOPE.test(text);
  });

/** R-40-07: running costs are the operating costs of the administrative units, so at most those of all units. */
function statements(reading: Reading): readonly StatementDraft[] {
  const phase = ownPhase(reading);
  const running = amountOf(reading, 'running-costs', phase);
  const operating = largestOf(printsOf(reading, 'operating', phase));
  const { year } = reading.profile;
  if (running === null || (year !== null && year < FIRST_YEAR)) return [];
  const claim = { rule: CODE, kind: 'order', stated: running, operands: [], severity: 'warning' } as const;
  if (operating === null) return [unchecked(claim, 'no-counterpart')];
  if (explained(reading)) return [unchecked({ ...claim, operands: [operating] }, 'no-counterpart')];
  const draft = atMost(CODE, running, operating, 'warning')?.draft;
  return draft === undefined ? [] : [{ ...draft, parameters: { template: 'running-costs' } }];
}

const HEAD = '某县文化馆2024年度部门决算\n';
const report = (running: string, operating = '565.86') =>
  `${HEAD}一般公共预算财政拨款基本支出4040.83万元，其中：人员经费3474.97万元；公用经费${operating}万元。\n2024年度机关运行经费支出${running}万元。`;

export const runningCostsRule: Rule = {
  code: CODE,
  severity: 'warning',
  title: { en: 'Running costs within operating costs', zh: '机关运行经费不大于公用经费' },
  explanation: {
    en: 'Since 2018 the running costs of administrative units are the operating costs of their basic expenditure, so at most the operating costs of the whole report (equal where all of it is one such unit, which the report does not say). Left unchecked where the report tells of another scope. A warning, since scopes differ.',
    zh: '自2018年起，机关运行经费为行政单位基本支出中的公用经费，不应大于公用经费合计（仅含行政单位的应相等，但报告一般不说明，故不核对相等）。报告说明统计口径另有所指的，不作判断；口径可能不同，仅作提示。',
  },
  fires: [
    report('656.58'),
    `${HEAD}2024年度机关运行经费支出12.00万元。\n一般公共预算财政拨款基本支出决算表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t人员经费\t公用经费\n\t合计\t45.00\t36.00\t9.00\n301\t工资福利支出\t36.00\t36.00\t0.00\n302\t商品和服务支出\t9.00\t0.00\t9.00\n30201\t办公费\t9.00\t0.00\t9.00\n303\t对个人和家庭的补助\t0.00\t0.00\t0.00\n`,
  ],
  quiet: [
    report('524.19'),
    report('565.86'),
    report('565.9', '565.86'),
    `${report('656.58')}增长较多，主要是统计口径调整。`,
    report('656.58').replaceAll('2024', '2017'),
    `${HEAD}2023年度机关运行经费支出656.58万元。\n公用经费565.86万元。`,
    `${HEAD}2024年度机关运行经费支出656.58万元。`,
  ],
  statements,
};
