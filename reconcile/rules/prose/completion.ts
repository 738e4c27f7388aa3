import type { Reading } from '../../../model/reading.ts';
import { onceFor } from '../../../normalizers/once.ts';
import { Interval } from '../../interval.ts';
import { comparable, type Mention, mentionsOf, type Passage, passagesOf } from '../../prose/mention.ts';
import type { Remark, Rule, StatementDraft } from '../../rule.ts';
import { judge, ratioStatement, truncated, unchecked } from '../../statement.ts';

const CODE = 'R-30-03';
const PLAN_LABEL = /预算|计划|概算|下达|目标|任务/u;
const RESULT_LABEL = /决算|执行|支出|实际|完成|支付|实现|使用|就业/u;

/** A completion rate with the plan and the result that its sentence compares. */
export interface Completion {
  readonly rate: Mention;
  readonly result: Mention | null;
  readonly plan: Mention | null;
}

const isPlan = (m: Mention): boolean =>
  m.role === 'target' ||
  (PLAN_LABEL.test(m.fact.label) && !/(?:预算)?(?:执行数|支出决算|决算数|实际|支付)/u.test(m.fact.label)) ||
  /(?:目标|任务|计划)(?:数|任务)?$/u.test(m.lead);

/** What a completion rate compares: the plan and the result of its own sentence, the nearest before it. */
function completionsOf(passage: Passage): readonly Completion[] {
  const found: Completion[] = [];
  for (const sentence of passage.sentences) {
    const mentions = mentionsOf(sentence);
    let from = 0;
    mentions.forEach((rate, i) => {
      if (rate.role !== 'completion' && rate.role !== 'deviation') return;
      const amounts = mentions
        .slice(from, i)
        .filter(
          (m) =>
            (m.role === 'amount' || m.role === 'target') &&
            m.fact.quantity.unit !== '%' &&
            m.fact.phase !== 'prior',
        );
      const worded = amounts.findLast(isPlan) ?? null;
      const executed = amounts.findLast((m) => /实现|执行|支出|支付|使用/u.test(m.fact.label));
      // "专项资金5万元,实现支出2.94万元,执行进度58.74%": the only other amount is what was to be spent.
      const other = amounts.filter(
        (m) => m !== executed && executed !== undefined && comparable(m, executed),
      );
      const plan = worded ?? (executed !== undefined && other.length === 1 ? (other[0] ?? null) : null);
      const candidates = amounts.filter((m) => m !== plan && (plan === null || comparable(m, plan)));
      const result = candidates.findLast((m) => RESULT_LABEL.test(m.fact.label)) ?? candidates.at(-1) ?? null;
      found.push({ rate, result, plan });
      from = i + 1;
    });
  }
  return found;
}

function statementOf({ rate, result, plan }: Completion): StatementDraft {
  const claim = { rule: CODE, stated: rate.fact, parameters: { form: rate.role, base: rate.base } };
  if (result === null || plan === null) {
    const operands = [result, plan].flatMap((m) => (m === null ? [] : [m.fact]));
    return unchecked({ ...claim, kind: 'ratio', operands, statedTotal: false }, 'base-unnamed');
  }
  const [numerator, denominator] = [Interval.of(result.fact.quantity), Interval.of(plan.fact.quantity)];
  const over = rate.role === 'deviation' ? numerator.minus(denominator) : numerator;
  const signless = rate.role === 'deviation' && !rate.fact.quantity.value.isNegative() ? over.abs() : over;
  const draft = ratioStatement(claim, signless, denominator, [result.fact, plan.fact]);
  if (truncated(draft)) return { ...draft, severity: 'info' };
  const distant = plan.end > result.end && result.role === 'amount' && !RESULT_LABEL.test(result.fact.label);
  return distant && rate.base !== '目标' ? { ...draft, severity: 'warning' } : draft;
}

/** Every completion rate of the prose with the plan and the result it compares, where its sentence has them. */
export const allCompletions = onceFor((reading: Reading) => passagesOf(reading).flatMap(completionsOf));

export const sentenceCompletionRule: Rule = {
  code: CODE,
  severity: 'error',
  title: { en: 'Completion of a budget or target', zh: '预算（目标）完成率' },
  explanation: {
    en: 'A stated completion or execution rate must be the result divided by the plan of the same sentence; a deviation rate (result − plan) ÷ plan. Where the sentence has no plan, the rate stays unchecked here.',
    zh: '完成率、执行率应等于同句所列决算（实际）数除以预算（目标）数；差异率应等于两者之差除以预算数。同句未列基数的，本条不作核对。',
  },
  fires: [
    '某县文化馆2024年度部门决算\n公用经费年初预算数94.50万元，决算70.23万元，支出率75.32%。',
    '某县文化馆2024年度部门决算\n实现城镇新增就业1847人，完成全年目标任务1650人的121.9%。',
  ],
  quiet: [
    '某县文化馆2024年度部门决算\n公用经费年初预算数94.50万元，决算70.23万元，支出率74.32%。',
    '某县文化馆2024年度部门决算\n实现城镇新增就业1847人，完成全年目标任务1650人的111.9%；失业人员再就业590人，完成全年目标任务500人的118%。',
    '某县文化馆2024年度部门决算\n2024年度会议费支出决算为18.52万元，完成预算100%。',
  ],
  statements: (reading) => allCompletions(reading).map(statementOf),
};

const COMPLEMENTS = /(?:支出|执行|使用)率/u;
const REMAINDERS = /结转结余率|结余率|结转率/u;

/** R-30-06: execution and remainder of one budget are complements. */
export const complementRule: Rule = {
  code: 'R-30-06',
  severity: 'error',
  title: { en: 'Complementary rates', zh: '互补比率' },
  explanation: {
    en: 'An execution rate and the remainder rate printed beside it must add up to 100 %.',
    zh: '同句并列的支出率与结转结余率之和应为100%。',
  },
  fires: ['某县文化馆2024年度部门决算\n本部门2024年支出率为86.49%，结转结余率为15.51%。'],
  quiet: ['某县文化馆2024年度部门决算\n本部门2024年支出率为86.49%，结转结余率为13.51%。'],
  statements: (reading) =>
    passagesOf(reading).flatMap(({ mentions }) =>
      mentions.flatMap((mention, i) => {
        const before = mentions[i - 1];
        if (before === undefined || before.sentence !== mention.sentence) return [];
        if (!REMAINDERS.test(mention.lead) || !COMPLEMENTS.test(before.lead) || REMAINDERS.test(before.lead))
          return [];
        if (before.fact.quantity.unit !== '%' || mention.fact.quantity.unit !== '%') return [];
        const rest = Interval.point(100).minus(Interval.of(before.fact.quantity));
        return [
          judge(
            {
              rule: 'R-30-06',
              kind: 'difference',
              formula: { kind: 'rest', whole: 100 },
              stated: mention.fact,
              operands: [before.fact],
              statedTotal: true,
              parameters: { form: 'complement' },
            },
            rest,
          ),
        ];
      }),
    ),
};

/** The 年初预算 of the sentence, where it is that budget that the rate names: 全年预算 beside it is another base. */
const initialNamed = (_reading: Reading, rate: Mention): Mention | null =>
  /年初/u.test(rate.base)
    ? (mentionsOf(rate.sentence).findLast(
        (m) => m.end <= rate.start && m.role === 'amount' && /年初预算/u.test(m.fact.label),
      ) ?? null)
    : null;

/** R-30-08: nothing can be a finite per cent of nothing. */
export const zeroBaseRule: Rule = {
  code: 'R-30-08',
  severity: 'error',
  title: { en: 'A rate over a base of zero', zh: '基数为零的比率' },
  explanation: {
    en: 'Where the budget is 0, "X % of the budget completed" cannot be; 0 of 0 as 0 % or 100 % is customary and only noted.',
    zh: '预算数为0时，不应再有完成预算的百分比；0比0写作0%或100%属习惯写法，仅作提示。',
  },
  fires: [
    '某县文化馆2024年度部门决算\n会议费年初预算数为0万元，支出决算为3.08万元，完成年初预算的95.89%。',
    '某县文化馆2024年度部门决算\n会议费年初预算为0万元，全年预算为3.21万元，支出决算为3.08万元，完成年初预算的95.95%。',
  ],
  quiet: [
    '某县文化馆2024年度部门决算\n会议费年初预算数为2.00万元，支出决算为3.00万元，完成年初预算的150%。',
    '某县文化馆2024年度部门决算\n因公出国费预算数为0万元，支出决算为0万元。',
    '某县文化馆2024年度部门决算\n会议费年初预算为0万元，全年预算为3.21万元，支出决算为3.08万元，完成全年预算的95.95%。',
  ],
  remarks: (reading) =>
    allCompletions(reading).flatMap(({ rate, result, plan: compared }): readonly Remark[] => {
      const plan = initialNamed(reading, rate) ?? compared;
      if (plan === null || result === null || rate.role !== 'completion') return [];
      if (!plan.fact.quantity.value.isZero()) return [];
      const customary = result.fact.quantity.value.isZero();
      return [
        {
          rule: 'R-30-08',
          severity: customary ? 'info' : 'error',
          place: rate.fact.place,
          quote: rate.fact.quote,
          template: 'zero-base',
          parameters: {
            rate: `${rate.fact.quantity.raw}%`,
            base: plan.fact.label,
            result: result.fact.quantity.raw,
          },
          subject: rate.fact.label + result.fact.label,
          facts: [rate.fact, plan.fact, result.fact],
        },
      ];
    }),
};
