import type { Fact, Reading, TableReading } from '../../../model/reading.ts';
import { columnOfCell } from '../../../normalizers/table/columns-of-row.ts';
import { squeeze } from '../../../normalizers/text/flat.ts';
import { amountOf } from '../../agreement/amounts.ts';
import { metricAt } from '../../agreement/tables.ts';
import { Interval } from '../../interval.ts';
import { shown } from '../../messages/arithmetic.ts';
import type { Remark, Rule } from '../../rule.ts';
import { allCompletions } from '../prose/completion.ts';

const ITEMS = /^three-public(?:\.|$)/u;
/** What an item adds up: overspending is told of the part that it comes from. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'three-public': ['three-public.abroad', 'three-public.vehicles', 'three-public.reception'],
  'three-public.vehicles': ['three-public.purchase', 'three-public.running'],
};
const METRICS = [...new Set([...Object.keys(PARTS), ...Object.values(PARTS).flat()])];

interface Pair {
  readonly metric: string;
  readonly spent: Fact;
  readonly budget: Fact;
}

/** Budget and final figure of one item in a table of the three public expenses; 预算数 there is the year's whole budget. */
function tablePairs(reading: Reading, table: TableReading): readonly Pair[] {
  const cells = [...table.facts.values()].flatMap((fact) => {
    if (fact.origin.kind !== 'table' || fact.quantity.unit !== '元') return [];
    const { row, column } = fact.origin;
    const heading = columnOfCell(table, row, column);
    const words = squeeze(heading?.path.join('|') ?? '');
    const own = heading?.year === null || heading?.year === reading.profile.year;
    const metric = metricAt(table, row, column);
    if (metric === null || !ITEMS.test(metric) || !own || /差[异额]|增减|上年/u.test(words)) return [];
    const spent = /决算|执行|支出数/u.test(words);
    return spent === /预算/u.test(words) ? [] : [{ metric, spent, fact }];
  });
  return METRICS.flatMap((metric): readonly Pair[] => {
    const own = cells.filter((cell) => cell.metric === metric);
    const [spent, ...more] = own.filter((cell) => cell.spent);
    const [budget, ...others] = own.filter((cell) => !cell.spent);
    if (spent === undefined || budget === undefined || more.length + others.length > 0) return [];
    return [{ metric, spent: spent.fact, budget: budget.fact }];
  });
}

function prosePairs(reading: Reading): readonly Pair[] {
  return METRICS.flatMap((metric): readonly Pair[] => {
    const spent = amountOf(reading, metric, 'final');
    const budget = amountOf(reading, metric, 'adjusted') ?? amountOf(reading, metric, 'initial');
    return spent === null || budget === null ? [] : [{ metric, spent, budget }];
  });
}

const exceeds = ({ spent, budget }: Pair): boolean =>
  spent.quantity.value.gt(budget.quantity.value) &&
  !Interval.of(spent.quantity).meets(Interval.of(budget.quantity));

/** A rate over a budget of 0 is told as such already. */
const isZeroBase = (reading: Reading, { budget }: Pair): boolean =>
  budget.quantity.value.isZero() && allCompletions(reading).some(({ plan }) => plan?.fact.id === budget.id);

function remarks(reading: Reading): readonly Remark[] {
  const tables = reading.tables.filter(({ kind }) => kind === 'three-public');
  const pairs = [...tables.flatMap((table) => tablePairs(reading, table)), ...prosePairs(reading)];
  const first = new Map(pairs.toReversed().map((pair) => [pair.metric, pair]));
  const over = [...first.values()].filter((pair) => exceeds(pair) && !isZeroBase(reading, pair));
  const told = over.filter(
    ({ metric }) => !over.some((other) => PARTS[metric]?.some((part) => other.metric.startsWith(part))),
  );
  return told.map(({ metric, spent, budget }) => ({
    rule: 'R-07-03',
    // The initial budget may have been raised within the year.
    severity: /年初/u.test(budget.label) ? 'info' : 'warning',
    place: spent.place,
    quote: spent.quote,
    template: 'over-budget',
    parameters: { budget: shown(budget) },
    subject: metric,
    facts: [spent, budget],
    yields: true,
  }));
}

const HEAD = '某县文化馆2024年度部门决算\n';
const table = (reception: string, total: string, budget = '预算数') =>
  `${HEAD}“三公”经费支出决算表\n\n单位：万元\n\n项目\t${budget}\t决算数\n合计\t30.00\t${total}\n因公出国（境）费\t4.00\t3.00\n公务用车购置及运行维护费\t20.00\t15.00\n公务接待费\t6.00\t${reception}\n`;
const prose = (spent: string) =>
  `${HEAD}2024年度“三公”经费财政拨款支出预算为12.20万元，支出决算为${spent}万元，比上年有所减少。`;

export const overBudgetRule: Rule = {
  code: 'R-07-03',
  severity: 'warning',
  title: { en: 'Three public expenses within their budget', zh: '“三公”经费决算不超预算' },
  explanation: {
    en: 'The final amount of each of the three public expenses should not be above its budget, beyond rounding. It is a matter of control, not of arithmetic, so never more than a warning, and information where the budget is the initial one; a total is only told where none of its items is. A budget of 0 with a rate over it is told by its own rule.',
    zh: '“三公”经费各项决算数一般不应大于预算数（四舍五入误差除外）。此系预算控制而非计算问题，仅作提示；与年初预算数相比的仅作信息；分项已提示的，合计不再提示。预算数为0而列有完成率的，另行提示。',
  },
  fires: [table('8.00', '26.00'), table('8.00', '26.00', '年初预算数'), prose('13.16')],
  quiet: [
    table('4.00', '22.00'),
    table('6.00', '24.00'),
    prose('12.20'),
    `${HEAD}2024年度“三公”经费支出决算为8.16万元，比上年预算数6.00万元增加2.16万元。`,
    `${HEAD}2024年度一般公共预算财政拨款支出年初预算为100.00万元，支出决算为120.00万元，完成年初预算的120%。`,
    '某县文化馆2025年部门预算\n2025年“三公”经费预算数为4.00万元，2024年“三公”经费决算数为6.00万元。',
  ],
  remarks,
};
