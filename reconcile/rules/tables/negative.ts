import {
  ACCOUNT_TABLE_KINDS,
  type Fact,
  type Reading,
  type TableKind,
  type TableReading,
} from '../../../model/reading.ts';
import { columnOfCell } from '../../../normalizers/table/columns-of-row.ts';
import { squeeze } from '../../../normalizers/text/flat.ts';
import { metricNamed } from '../../agreement/metric.ts';
import { passagesOf } from '../../prose/mention.ts';
import type { Remark, Rule } from '../../rule.ts';
import { report } from './define.ts';
import { isDifference, labelOf } from './view.ts';

/** Tables whose totals are amounts of the year, not comparisons of two. */
const KINDS: ReadonlySet<TableKind> = new Set(ACCOUNT_TABLE_KINDS);
const CLOSING = /^年末.*结[转余]/u;
const YEAR_TOTAL = /^(?:[本当]年)?(?:收入|支出)(?:合计|总计)$|^总计$/u;
const TOTALS = /^(?:income|expenditure|balance)(?:\.grand)?$/u;
const isNegative = ({ quantity }: Fact): boolean =>
  quantity.unit === '元' && quantity.value.isNegative() && !quantity.value.isZero();

function inTable(table: TableReading): readonly Fact[] {
  if (!KINDS.has(table.kind)) return [];
  return [...table.facts.values()].filter((fact) => {
    if (fact.origin.kind !== 'table' || !isNegative(fact)) return false;
    const column = columnOfCell(table, fact.origin.row, fact.origin.column);
    if (column === undefined || isDifference(column) || /比|增长/u.test(column.path.join(''))) return false;
    const label = labelOf(table, fact.origin.row, column.block);
    const total = label.role === 'total' || YEAR_TOTAL.test(label.name);
    return total || CLOSING.test(label.name) || column.path.some((word) => CLOSING.test(squeeze(word)));
  });
}

const inProse = (reading: Reading): readonly Fact[] =>
  passagesOf(reading).flatMap(({ mentions }) =>
    mentions.flatMap(({ fact, role }) => {
      const metric = metricNamed(fact.label, reading.profile.entity);
      const total = (metric !== null && TOTALS.test(metric)) || CLOSING.test(squeeze(fact.label));
      return role === 'amount' && isNegative(fact) && total ? [fact] : [];
    }),
  );

/** R-01-07: one negative total is told once, wherever it is carried to. */
function remarks(reading: Reading): readonly Remark[] {
  const facts = [...reading.tables.flatMap(inTable), ...inProse(reading)];
  const groups = Map.groupBy(facts, ({ quantity }) => quantity.value.toFixed(0));
  return [...groups.values()].flatMap((group): readonly Remark[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        rule: 'R-01-07',
        severity: 'warning',
        place: first.place,
        quote: first.quote,
        template: 'negative-total',
        parameters: {},
        subject: first.label,
        facts: group,
        yields: true,
      },
    ];
  });
}

const total = (closing: string, distributed: string, fees = '5.00', income = '95.00') =>
  report(
    '收入支出决算总表',
    '万元',
    '收入||支出|',
    '项目|决算数|项目|决算数',
    `一、财政拨款收入|${income}|一、教育支出|80.00`,
    `二、其他收入|${fees}|二、住房保障支出|20.00`,
    '本年收入合计|100.00|本年支出合计|100.00',
    `年初结转和结余|0.00|结余分配|${distributed}`,
    `||年末结转和结余|${closing}`,
    '总计|100.00|总计|100.00',
  );

export const negativeRule: Rule = {
  code: 'R-01-07',
  severity: 'warning',
  title: { en: 'Negative totals and closing balances', zh: '合计与年末结转为负数' },
  explanation: {
    en: 'No total of income or expenditure and no balance carried to the next year is negative, in the tables and in the text. Single items can be (money paid back), and so can differences. A figure that a broken sum already doubts is not told again, nor one that is carried to other tables.',
    zh: '收入、支出合计及年末结转和结余一般不应为负数，表中与文中皆然；单项（如退回）及差额可以为负。已由加总差错提示的数字及其在他表的转列不重复提示。',
  },
  fires: [
    total('-2.00', '2.00'),
    '某县文化馆2024年度部门决算\n2024年度本年收入合计-12.00万元，主要是退回以前年度资金。',
  ],
  quiet: [
    total('2.00', '-2.00'),
    total('0.00', '0.00', '-1.00', '101.00'),
    total('-2.00', '0.00').replace('80.00', '78.00').replace('本年支出合计\t100.00', '本年支出合计\t98.00'),
    '某县文化馆2024年度部门决算\n2024年度本年收入合计100.00万元，其他收入-1.00万元，比上年增减-12.00万元。',
    report(
      '部门预算与决算差异情况表',
      '万元',
      '项目|预算数|决算数|差异金额',
      '一、教育支出|20.00|22.00|-2.00',
      '二、住房保障支出|8.00|9.00|-1.00',
      '合计|28.00|31.00|-3.00',
    ),
  ],
  remarks,
};
