import type { Fact, Reading } from '../../../model/reading.ts';
import { type Bound, boundInProse } from '../../agreement/metric.ts';
import type { Remark, Rule } from '../../rule.ts';

const FEWEST_DIGITS = 4;

const significant = (fact: Fact): number => fact.quantity.raw.replace(/\D/gu, '').replace(/^0+/u, '').length;

/** R-70-02: two metrics or more with the very same amounts in two years, as if last year's sentence had been kept. */
function remarksOf(reading: Reading): readonly Remark[] {
  const { year } = reading.profile;
  if (year === null) return [];
  const bound = boundInProse(reading).filter(
    ({ phase, fact }) => phase === 'final' && significant(fact) >= FEWEST_DIGITS,
  );
  const now = bound.filter((b) => b.year === year);
  const amount = (b: Bound): string => `${b.metric}|${b.fact.quantity.value.toFixed()}`;
  const earlier = Map.groupBy(
    bound.filter((b) => b.year === year - 1),
    amount,
  );
  const pairs = now.flatMap((b) => {
    const [before] = earlier.get(amount(b)) ?? [];
    return before === undefined ? [] : [{ now: b, before }];
  });
  const metrics = new Map(pairs.map((pair) => [pair.now.metric, pair]));
  const [first] = metrics.values();
  if (first === undefined || metrics.size < 2) return [];
  const facts = [...metrics.values()].flatMap((pair) => [pair.now.fact, pair.before.fact]);
  const amounts = [...metrics.values()]
    .map((pair) => `${pair.now.fact.quantity.raw}${pair.now.fact.quantity.printedUnit}`)
    .join('、');
  return [
    {
      rule: 'R-70-02',
      severity: 'warning',
      place: first.now.fact.place,
      quote: first.now.fact.quote,
      template: 'same-two-years',
      parameters: { label: first.now.fact.label, years: `${year - 1}、${year}`, amounts },
      subject: [...metrics.keys()].join('|'),
      facts,
    },
  ];
}

const HEAD = '某县文化馆2024年度部门整体支出绩效自评报告\n';

export const twoYearsRule: Rule = {
  code: 'R-70-02',
  severity: 'warning',
  title: { en: 'The same amounts for two years', zh: '两个年度金额相同' },
  explanation: {
    en: 'Two metrics or more printed with identical amounts for this year and the year before suggest that one of the sentences was copied.',
    zh: '两项及以上指标在本年度与上年度的金额完全相同，疑有一处沿用旧文。',
  },
  fires: [
    `${HEAD}2023年度财政收入900.41万元；支出900.41万元，基本支出211.69万元，项目支出688.72万元。\n2024年度财政收入900.41万元；支出900.41万元，基本支出211.69万元，项目支出688.72万元。`,
  ],
  quiet: [
    `${HEAD}2023年度财政收入900.41万元；支出900.41万元，基本支出211.69万元，项目支出688.72万元。\n2024年度财政收入950.41万元；支出950.41万元，基本支出261.69万元，项目支出688.72万元。`,
  ],
  remarks: remarksOf,
};
