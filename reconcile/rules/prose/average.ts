import type { Reading } from '../../../model/reading.ts';
import { Interval } from '../../interval.ts';
import { type Mention, mentionsOf, passagesOf } from '../../prose/mention.ts';
import type { Rule, StatementDraft } from '../../rule.ts';
import { ratioStatement } from '../../statement.ts';

const CODE = 'R-30-10';

/** Averages of what was spent; 人均收入 and 户均增收 are measured otherwise. */
const AVERAGE =
  /(?:人均|户均|次均|平均每(?:人|户))(?:(?:培训|接待|会议|补助|补贴|救助|慰问)?(?:支出|费用?|经费|开支|消费|成本|补助|补贴|标准|金额))$/u;
const BARE = /(?:人均|户均|平均每(?:人|户))$/u;
const HEADS = /^(?:人次?|名|位|户)$/u;
const HOUSEHOLDS = /户/u;
/** Money that is not shared out among the heads of its sentence. */
const NOT_SHARED = /收入|产值|投资|贷款|工资|资产|预算|上年/u;

interface Average {
  readonly average: Mention;
  readonly money: Mention;
  readonly heads: Mention;
}

function averagesIn(mentions: readonly Mention[]): readonly Average[] {
  return mentions.flatMap((average): readonly Average[] => {
    const { label, quantity } = average.fact;
    const perHead = /^元\/(?:人次?|名|位|户)$/u.test(quantity.unit);
    const named = AVERAGE.test(label) ? quantity.unit === '元' || perHead : BARE.test(label) && perHead;
    if (!named) return [];
    const before = mentionsOf(average.sentence).filter(
      (m) => m.start < average.start && m.depth <= average.depth && m.role === 'amount',
    );
    const money = before.findLast((m) => m.fact.quantity.unit === '元');
    const kind = HOUSEHOLDS.test(label + quantity.unit);
    const heads = before.findLast(
      (m) => HEADS.test(m.fact.quantity.unit) && HOUSEHOLDS.test(m.fact.quantity.unit) === kind,
    );
    if (money === undefined || heads === undefined || NOT_SHARED.test(money.fact.label)) return [];
    return [{ average, money, heads }];
  });
}

/** R-30-10: money ÷ heads, both of the average's own sentence. Another head-count may be meant, so it is a warning. */
const statementOf = ({ average, money, heads }: Average): StatementDraft =>
  ratioStatement(
    { rule: CODE, stated: average.fact, severity: 'warning', formula: { kind: 'quotient' } },
    Interval.of(money.fact.quantity),
    Interval.of(heads.fact.quantity),
    [money.fact, heads.fact],
  );

const HEAD = '某县文化馆2024年度部门整体支出绩效自评报告\n';

export const averageRule: Rule = {
  code: CODE,
  severity: 'warning',
  title: { en: 'Averages a head', zh: '人均数' },
  explanation: {
    en: 'What was spent a head must be the money divided by the heads (not the other way round) of the same sentence, the units converted, each figure with its rounding. Only averages of spending are compared; income, wages and investment a head are measured otherwise. A warning, as another head-count may be meant. Averages in tables are R-10-06.',
    zh: '人均支出、人均补助等应等于同句金额除以人数（而非相反），单位换算后按各数舍入误差比较；人均收入、工资、投资等另有口径，不作比较。所称人数可能另有所指，仅作提示。表中的人均数见R-10-06。',
  },
  fires: [
    `${HEAD}公务接待费2.75万元，2024年公务接待28批次287人次，人均支出59.72元/人次。`,
    `${HEAD}公务接待费2.75万元，2024年公务接待28批次287人次，人均支出104.36元/人次。`,
    `${HEAD}发放补贴10.00万元，惠及500人，人均补助2000元。`,
  ],
  quiet: [
    `${HEAD}公务接待费2.75万元，2024年公务接待28批次287人次，人均支出95.72元/人次。`,
    `${HEAD}完成投资500.00万元，带动1200户，户均增收3000元。`,
    `${HEAD}发放补贴10.00万元，惠及500人，人均工资8000元。`,
    `${HEAD}发放补贴约10万元，惠及500余人，人均补助210元。`,
    `${HEAD}培训500人，支出培训费20.00万元，人均标准300元/人·天。`,
    `${HEAD}发放补贴10.00万元，惠及200户500人，户均补助500元。`,
  ],
  statements: (reading: Reading) =>
    passagesOf(reading).flatMap(({ mentions }) => averagesIn(mentions).map(statementOf)),
};
