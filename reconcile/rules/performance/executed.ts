import type { ColumnReading, Fact, Reading, TableReading } from '../../../model/reading.ts';
import { sectionsOf } from '../../../normalizers/table/read.ts';
import { Interval } from '../../interval.ts';
import { shown } from '../../messages/arithmetic.ts';
import { comparable, type Mention, passagesOf } from '../../prose/mention.ts';
import type { Remark, Rule } from '../../rule.ts';
import { report } from '../tables/define.ts';
import { labelOf, leafOf } from '../tables/view.ts';

interface Pair {
  readonly budget: Fact;
  readonly executed: Fact;
  /** True for the row or column that adds up the others. */
  readonly total: boolean;
}

const BUDGET = /全年预算|调整后?预算/u;
const EXECUTED = /全年执行|执行数/u;
const TOTAL = /总额|合计|总计/u;

/** 总额, 财政拨款 …, under the budget and under what was executed; '' where a phase is all that the column says. */
const sourceOf = (column: ColumnReading): string => {
  const leaf = leafOf(column).replace(/\(.*\)$/u, '');
  return BUDGET.test(leaf) || EXECUTED.test(leaf) ? '' : leaf;
};

function inTable(table: TableReading): readonly Pair[] {
  if (!table.kind.startsWith('performance')) return [];
  return sectionsOf(table).flatMap(({ columns, body }) => {
    const amounts = columns.filter(({ role }) => role === 'amount');
    const named = (words: RegExp) => amounts.filter((column) => words.test(column.path.join('|')));
    const [budgets, executed] = [named(BUDGET), named(EXECUTED)];
    return budgets.flatMap((budget) => {
      const [column, ...others] = executed.filter((one) => sourceOf(one) === sourceOf(budget));
      const twice = budgets.filter((one) => sourceOf(one) === sourceOf(budget)).length > 1;
      if (column === undefined || others.length > 0 || twice) return [];
      return body.flatMap((row): readonly Pair[] => {
        const plan = table.facts.get(`${row},${budget.index}`);
        const spent = table.facts.get(`${row},${column.index}`);
        if (plan === undefined || spent === undefined) return [];
        const total = TOTAL.test(labelOf(table, row, 0).name) || TOTAL.test(sourceOf(budget));
        return [{ budget: plan, executed: spent, total }];
      });
    });
  });
}

/** "全年预算数80.00万元,全年执行数85.00万元" in one sentence. */
const inProse = (mentions: readonly Mention[]): readonly Pair[] =>
  mentions.flatMap((budget, i): readonly Pair[] => {
    const executed = mentions[i + 1];
    const paired =
      executed !== undefined &&
      executed.sentence === budget.sentence &&
      comparable(budget, executed) &&
      budget.role === 'amount' &&
      executed.role === 'amount' &&
      /全年预算(?:数|金额|资金)?(?:为|是)?$/u.test(budget.lead) &&
      /全年(?:预算)?执行(?:数|金额)(?:为|是)?$/u.test(executed.lead);
    return paired ? [{ budget: budget.fact, executed: executed.fact, total: false }] : [];
  });

const exceeds = ({ executed, budget }: Pair): boolean =>
  executed.quantity.unit === budget.quantity.unit &&
  executed.quantity.value.gt(budget.quantity.value) &&
  !Interval.of(executed.quantity).meets(Interval.of(budget.quantity));

/** R-50-10: once a form, shown at the source of money that was overspent rather than at the total that it raises. */
function remarks(reading: Reading): readonly Remark[] {
  const told = passagesOf(reading).flatMap(({ mentions }) => inProse(mentions).map((pair) => [pair]));
  return [...reading.tables.map(inTable), ...told].flatMap((pairs): readonly Remark[] => {
    const over = pairs.filter(exceeds);
    const first = over.find(({ total }) => !total) ?? over[0];
    if (first === undefined) return [];
    return [
      {
        rule: 'R-50-10',
        severity: 'warning',
        place: first.executed.place,
        quote: first.executed.quote,
        template: 'over-budget',
        parameters: { budget: shown(first.budget) },
        subject: first.executed.label,
        facts: [first.executed, first.budget],
        yields: true,
      },
    ];
  });
}

const form = (source: string, total: string, budget = '全年预算数') =>
  report(
    '2024年度项目支出绩效自评表',
    '万元',
    `项目资金|年初预算数|${budget}|全年执行数|分值|执行率|得分`,
    `年度资金总额|60.00|80.00|${total}|10`,
    `其中：财政拨款|50.00|70.00|${source}|—|—|—`,
    '上年结转资金|10.00|10.00|10.00|—|—|—',
    '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
    '产出指标|数量指标|清淤长度|≥12公里|13公里|30|30',
    '产出指标|质量指标|验收合格率|100%|100%|30|28',
  );
const HEAD = '某县文化馆2024年度项目支出绩效自评报告\n';

export const executedRule: Rule = {
  code: 'R-50-10',
  severity: 'warning',
  title: { en: 'Executed within the budget of the year', zh: '全年执行数不大于全年预算数' },
  explanation: {
    en: 'What a form says was executed should not be above the adjusted budget of the year, beyond rounding, for each source of money; told once a form. Never compared with the initial budget. A matter of control, so a warning; where a sum is broken by the same figure, the sum tells it.',
    zh: '绩效自评表中全年执行数一般不应大于全年（调整后）预算数（四舍五入误差除外），按资金来源比较，每表提示一次；不与年初预算数比较。此系预算控制问题，仅作提示；同一数字致加总不符的，由加总提示。',
  },
  fires: [
    form('75.00', '85.00|106.25%|10'),
    `${HEAD}本项目全年预算数80.00万元，全年执行数85.00万元，执行率106.25%。`,
  ],
  quiet: [
    form('62.00', '72.00|90.00%|9'),
    form('70.00', '80.00|100.00%|10'),
    form('65.00', '75.00|125.00%|10', '备注'),
    form('75.00', '72.00|90.00%|9'),
    `${HEAD}本项目年初预算数80.00万元，全年执行数85.00万元。`,
    `${HEAD}本项目全年预算数80.00万元，全年执行数80万元。`,
  ],
  remarks,
};
