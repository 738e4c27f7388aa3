import type { Rule } from '../../../rule.ts';
import { report, tableRule } from '../define.ts';

const HEAD = ['收入|||支出||', '项目|行次|金额|项目|行次|金额'];
const total = (
  income: string,
  yearIncome: string,
  left: string,
  expenditure: string,
  yearSpent: string,
  right: string,
): string =>
  report(
    '收入支出决算总表',
    '万元',
    ...HEAD,
    `一、一般公共预算财政拨款收入|1|${income}|一、一般公共服务支出|31|${expenditure}`,
    '二、事业收入|2|20.00|二、教育支出|32|30.00',
    '三、其他收入|3|5.50|三、住房保障支出|33|15.50',
    `本年收入合计|27|${yearIncome}|本年支出合计|57|${yearSpent}`,
    '使用非财政拨款结余|28|1.00|结余分配|58|0.00',
    '年初结转和结余|29|2.00|年末结转和结余|59|3.00',
    `总计|30|${left}|总计|60|${right}`,
  );
const SOUND = total('100.00', '125.50', '128.50', '80.00', '125.50', '128.50');

const comparison = (difference: string): string =>
  report(
    '收入支出决算总表',
    '万元',
    '收入||||支出|||',
    '项目|预算数|决算数|差异|项目|预算数|决算数|差异',
    `一、财政拨款收入|100.00|90.00|10.00|一、教育支出|110.00|105.00|5.00`,
    `二、事业收入|20.00|15.00|${difference}|二、住房保障支出|10.00|8.00|2.00`,
    '三、其他收入|8.00|11.00|-3.00|三、其他支出|8.00|3.00|5.00',
    '本年收入合计|128.00|116.00|12.00|本年支出合计|128.00|116.00|12.00',
    '总计|128.00|116.00|12.00|总计|128.00|116.00|12.00',
  );

/** the two-sided table of all income and expenditure. */
export const TOTAL_RULES: readonly Rule[] = [
  tableRule({
    code: 'R-01-01',
    title: { en: 'Income of the year is the sum of its items', zh: '本年收入合计等于各项收入之和' },
    explanation: {
      en: 'In the table of income and expenditure, 本年收入合计 equals the numbered income items above it, within the rounding of each printed figure.',
      zh: '收入支出总表中，本年收入合计应等于其上各编号收入项目之和；允许各数四舍五入的误差。',
    },
    severity: 'error',
    fires: [total('100.00', '152.50', '155.50', '80.00', '125.50', '155.50')],
    quiet: [SOUND],
  }),
  tableRule({
    code: 'R-01-02',
    title: { en: 'Total income side', zh: '收入总计的构成' },
    explanation: {
      en: 'The total of the income side equals the income of the year plus the balances used and brought forward.',
      zh: '收入总计等于本年收入合计加使用的结余及年初结转和结余。',
    },
    severity: 'error',
    fires: [total('100.00', '125.50', '182.50', '80.00', '125.50', '128.50')],
    quiet: [SOUND],
  }),
  tableRule({
    code: 'R-01-03',
    title: { en: 'Total expenditure side', zh: '支出总计的构成' },
    explanation: {
      en: 'The total of the expenditure side equals the expenditure of the year plus distributed and carried-forward balances.',
      zh: '支出总计等于本年支出合计加结余分配及年末结转和结余。',
    },
    severity: 'error',
    fires: [total('100.00', '125.50', '128.50', '80.00', '125.50', '182.50')],
    quiet: [SOUND],
  }),
  tableRule({
    code: 'R-01-04',
    title: { en: 'Both sides come to the same total', zh: '收入总计等于支出总计' },
    explanation: {
      en: 'The totals of the income side and of the expenditure side are one amount printed twice.',
      zh: '收入总计与支出总计应为同一数额。',
    },
    severity: 'error',
    fires: [total('100.00', '125.50', '128.50', '80.00', '125.50', '128.05')],
    quiet: [SOUND],
  }),
  tableRule({
    code: 'R-01-05',
    title: { en: 'Expenditure of the year is the sum of its classes', zh: '本年支出合计等于各类支出之和' },
    explanation: {
      en: 'In the table of income and expenditure, 本年支出合计 equals the numbered expenditure classes above it.',
      zh: '收入支出总表中，本年支出合计应等于其上各类支出之和。',
    },
    severity: 'error',
    fires: [total('100.00', '125.50', '128.50', '80.00', '152.50', '155.50')],
    quiet: [SOUND],
  }),
  tableRule({
    code: 'R-01-06',
    title: { en: 'Differences in the table of income and expenditure', zh: '收支总表中的差异栏' },
    explanation: {
      en: 'Where the table prints budget, final figure and difference, the difference follows from the two in every row. Which is taken from which is learnt from the rows.',
      zh: '总表列有预算数、决算数和差异时，各行差异应由前两者得出；正负号约定由多数行确定。',
    },
    severity: 'error',
    fires: [comparison('50.00')],
    quiet: [comparison('5.00')],
  }),
];
