import type { Fact, Reading } from '../../../model/reading.ts';
import { ownPhase, printsOf } from '../../agreement/amounts.ts';
import { Interval } from '../../interval.ts';
import { shown } from '../../messages/arithmetic.ts';
import type { Remark, Rule } from '../../rule.ts';
import { type Count, type Counted, countsOf } from './counts.ts';

interface Relation {
  readonly metric: string;
  readonly counted: Counted;
  /** True where the count cannot be without the money either. */
  readonly both: boolean;
}

const RELATIONS: readonly Relation[] = [
  { metric: 'three-public.abroad', counted: 'missions', both: true },
  { metric: 'three-public.purchase', counted: 'purchased', both: true },
  // Vehicles can be held at no cost of one's own, and cost something before they are handed over.
  { metric: 'three-public.running', counted: 'held', both: false },
  { metric: 'three-public.reception', counted: 'visits', both: true },
];

const isPositive = ({ quantity }: Fact): boolean => quantity.value.gt(0);

function contradicted(reading: Reading, { metric, counted, both }: Relation): readonly Remark[] {
  const amounts = printsOf(reading, metric, ownPhase(reading));
  const counts = countsOf(reading).filter(({ kind }) => kind === counted);
  const [money, count] = [amounts.find(isPositive), counts.find(({ fact }) => isPositive(fact))?.fact];
  const [noMoney, noCount] = [money ?? amounts[0], count ?? counts[0]?.fact];
  if (noMoney === undefined || noCount === undefined) return [];
  const unpaid = both && money === undefined && count !== undefined;
  const uncounted = money !== undefined && count === undefined;
  if (!unpaid && !uncounted) return [];
  return [
    {
      rule: 'R-07-05',
      severity: 'warning',
      place: noCount.place,
      quote: noCount.quote,
      template: 'spent-counted',
      parameters: {
        label: noMoney.label,
        stated: shown(noMoney),
        counted: noCount.label,
        count: shown(noCount),
      },
      subject: metric,
      facts: [noMoney, noCount],
      yields: true,
    },
  ];
}

/** Every visit has a visitor. */
function fewVisitors(reading: Reading): readonly Remark[] {
  const counts = countsOf(reading);
  const rows = (kind: Counted) =>
    counts.filter((count) => count.kind === kind && count.fact.origin.kind === 'table');
  const [visits, visitors] = [rows('visits'), rows('visitors')];
  const tabled = visits.length === 1 && visitors.length === 1 ? visitors : [];
  const pairs = [...counts.filter((count) => count.visits !== null), ...tabled].flatMap((count: Count) => {
    const beside = count.visits ?? visits[0]?.fact;
    return beside === undefined ? [] : [{ people: count.fact, visits: beside }];
  });
  const few = pairs.find(({ people, visits: of }) => people.quantity.value.lt(of.quantity.value));
  if (few === undefined) return [];
  return [
    {
      rule: 'R-07-05',
      severity: 'warning',
      place: few.people.place,
      quote: few.people.quote,
      template: 'few-visitors',
      parameters: { stated: shown(few.people), count: shown(few.visits) },
      subject: 'visitors',
      facts: [few.people, few.visits],
      yields: true,
    },
  ];
}

const HEAD = '某县文化馆2024年度部门决算\n';
const report = (money: string, counts: string) =>
  `${HEAD}因公出国（境）费支出决算为0.00万元，因公出国（境）团组0个，累计0人次。\n公务用车购置费支出${money}万元，购置公务用车0辆。公务用车运行维护费支出12.32万元，公务用车保有量为7辆。\n公务接待费支出决算为6.20万元。国内公务接待${counts}。`;

export const countedRule: Rule = {
  code: 'R-07-05',
  severity: 'warning',
  title: { en: 'Money spent and things counted', zh: '“三公”经费与团组、车辆、批次人次' },
  explanation: {
    en: 'Travel abroad goes with missions, purchase with vehicles bought, reception with visits, and running costs need a vehicle held: the one cannot be 0 where the other is not, by any print of the year. Visitors are at least as many as visits. A warning: others may have paid, or vehicles may have been handed over within the year.',
    zh: '出国费与团组数、购置费与购置辆数、接待费与接待批次应同有同无；有运行维护费的应有车辆保有量；接待人次不应少于批次。经费由他方负担、车辆年内划转等情形可能例外，仅作提示。',
  },
  fires: [
    report('18.00', '50批次，599人次'),
    report('0.00', '0批次，0人次'),
    report('0.00', '50批次，49人次'),
    report('0.00', '50批次，599人次').replace('团组0个', '团组2个'),
    report('0.00', '50批次，599人次').replace('保有量为7辆', '保有量为0辆'),
    `${HEAD}“三公”经费及相关统计表\n\n单位：万元\n\n项目\t决算数\n合计\t9.00\n因公出国（境）费\t0.00\n公务用车购置及运行维护费\t6.50\n公务接待费\t2.50\n国内公务接待批次（个）\t0\n国内公务接待人次（人）\t0\n`,
  ],
  quiet: [
    report('0.00', '50批次，599人次'),
    report('0.00', '50批次，599人次').replace('12.32万元', '0.00万元'),
    report('0.00', '50批次，599人次').replace('保有量为7辆', '保有车辆7辆'),
    `${HEAD}公务接待费支出决算为6.20万元。外宾接待0批次，0人次；国内公务接待50批次，599人次。`,
    `${HEAD}公务接待费支出决算为6.20万元。2023年国内公务接待0批次，0人次。`,
    `${HEAD}公务接待费支出决算为0.00万元。全年接待群众来访50批次，599人次。`,
    `${HEAD}“三公”经费及相关统计表\n\n单位：万元\n\n项目\t决算数\n合计\t9.00\n因公出国（境）费\t0.00\n公务用车购置及运行维护费\t6.50\n公务接待费\t2.50\n国内公务接待批次（个）\t25\n国内公务接待人次（人）\t210\n`,
  ],
  remarks: (reading) => [
    ...RELATIONS.flatMap((relation) => contradicted(reading, relation)),
    ...fewVisitors(reading),
  ],
};

interface Unusual {
  readonly metric: string;
  readonly counted: Counted;
  /** 元 for each, least and most. */
  readonly least: number;
  readonly most: number;
}

/** 元 for one visitor, and for one vehicle in a year: beyond these a slip of the unit is likelier than the amount. */
const USUAL: readonly Unusual[] = [
  { metric: 'three-public.reception', counted: 'visitors', least: 5, most: 2000 },
  { metric: 'three-public.running', counted: 'held', least: 0, most: 150_000 },
];

function unusual(reading: Reading, { metric, counted, least, most }: Unusual): readonly Remark[] {
  const told = new Set(fewVisitors(reading).flatMap(({ facts }) => facts.map(({ id }) => id)));
  const counts = countsOf(reading).filter(
    ({ kind, fact }) => kind === counted && isPositive(fact) && !told.has(fact.id),
  );
  const [first] = counts;
  const money = printsOf(reading, metric, ownPhase(reading)).find(isPositive);
  // Visitors from home and from abroad are counted apart: then it is not known whose the money is.
  const one = counts.every(
    ({ fact }) => first !== undefined && fact.quantity.value.eq(first.fact.quantity.value),
  );
  if (first === undefined || money === undefined || !one) return [];
  const each = Interval.of(money.quantity).over(Interval.of(first.fact.quantity));
  if (each === null || (each.high.gte(least) && each.low.lte(most))) return [];
  return [
    {
      rule: 'R-07-06',
      severity: 'info',
      place: first.fact.place,
      quote: first.fact.quote,
      template: 'unusual-each',
      parameters: {
        label: money.label,
        stated: shown(money),
        count: shown(first.fact),
        each: each.value.toFixed(2),
        range: `${least}–${most}`,
      },
      subject: metric,
      facts: [money, first.fact],
      yields: true,
    },
  ];
}

export const plausibleRule: Rule = {
  code: 'R-07-06',
  severity: 'info',
  title: { en: 'Reception a head, running costs a vehicle', zh: '人均接待费与车均运行费' },
  explanation: {
    en: 'Reception costs between 5 and 2,000 元 a visitor and running costs up to 150,000 元 a vehicle are usual. What lies outside, with rounding allowed for, is noted: often the unit or a count is wrong.',
    zh: '接待费人均5元至2000元、公务用车运行维护费车均不超过15万元为常见范围；超出的（已计舍入误差）提请注意，往往系单位或计数有误。',
  },
  fires: [
    `${HEAD}公务接待费支出决算为6.20万元。国内公务接待5批次，9人次。`,
    `${HEAD}公务接待费支出决算为0.19万元。国内公务接待53批次，708人次。`,
    `${HEAD}公务用车运行维护费支出48.00万元，公务用车保有量为3辆。`,
  ],
  quiet: [
    report('0.00', '50批次，599人次'),
    `${HEAD}公务接待费支出决算为0.01万元。国内公务接待3批次，25人次。`,
    `${HEAD}公务接待费支出决算为9.00万元。外宾接待2批次，9人次；国内公务接待50批次，599人次。`,
    `${HEAD}公务用车运行维护费支出45.00万元，公务用车保有量为3辆。`,
  ],
  remarks: (reading) => USUAL.flatMap((usual) => unusual(reading, usual)),
};
