import type { Rule } from '../../../rule.ts';
import { report, tableRule } from '../define.ts';

interface Cells {
  readonly yearIncome?: string;
  readonly incomeTotal?: string;
  readonly row?: string;
  readonly spentTotal?: string;
  readonly opening?: string;
}

const fiscal = (cells: Cells): string =>
  report(
    '财政拨款收入支出决算总表',
    '万元',
    '收入|||支出|||||',
    '项目|行次|金额|项目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款',
    '一、一般公共预算财政拨款|1|90.00|一、教育支出|32|70.00|70.00|0.00|0.00',
    `二、政府性基金预算财政拨款|2|8.00|二、城乡社区支出|33|${cells.row ?? '9.00'}|0.00|9.00|0.00`,
    '三、国有资本经营预算财政拨款|3|2.00|三、国有资本经营预算支出|34|2.00|0.00|0.00|2.00',
    '||||四、住房保障支出|35|18.00|18.00|0.00|0.00'.replace('||||', '|||'),
    `本年收入合计|27|${cells.yearIncome ?? '100.00'}|本年支出合计|58|99.00|88.00|9.00|2.00`,
    `年初财政拨款结转和结余|28|${cells.opening ?? '4.00'}|年末财政拨款结转和结余|59|5.00|5.00|0.00|0.00`,
    `总计|29|${cells.incomeTotal ?? '104.00'}|总计|60|${cells.spentTotal ?? '104.00'}|93.00|9.00|2.00`,
  );

/** the two-sided table of fiscal appropriations. */
export const FISCAL_RULES: readonly Rule[] = [
  tableRule({
    code: 'R-04-01',
    title: { en: 'Appropriations of the year by fund', zh: '财政拨款本年收入等于各类拨款之和' },
    explanation: {
      en: 'Income of the year equals the appropriations of the general public budget, the government funds and the state capital budget.',
      zh: '本年收入合计等于一般公共预算、政府性基金预算、国有资本经营预算财政拨款之和。',
    },
    severity: 'error',
    fires: [fiscal({ yearIncome: '110.00', incomeTotal: '114.00' })],
    quiet: [fiscal({})],
  }),
  tableRule({
    code: 'R-04-02',
    title: { en: 'Total appropriations available', zh: '财政拨款收入总计的构成' },
    explanation: {
      en: 'The total of the income side equals the income of the year plus the appropriations brought forward.',
      zh: '收入总计等于本年收入合计加年初财政拨款结转和结余。',
    },
    severity: 'error',
    fires: [fiscal({ opening: '40.00' })],
    quiet: [fiscal({})],
  }),
  tableRule({
    code: 'R-04-03',
    title: { en: 'Appropriated expenditure of a row by fund', zh: '各行支出合计等于三类拨款之和' },
    explanation: {
      en: 'On the expenditure side the total column equals its three fund columns in every row.',
      zh: '支出各行的合计等于一般公共预算、政府性基金、国有资本经营三栏之和。',
    },
    severity: 'error',
    fires: [fiscal({ row: '6.00' })],
    quiet: [fiscal({})],
  }),
  tableRule({
    code: 'R-04-04',
    title: { en: 'Total appropriated expenditure', zh: '财政拨款支出的构成' },
    explanation: {
      en: 'Expenditure of the year equals its classes, and the total of the side equals it plus what is carried forward, in every column.',
      zh: '本年支出合计等于各类支出之和；支出总计等于本年支出合计加年末财政拨款结转和结余，逐栏核对。',
    },
    severity: 'error',
    fires: [fiscal({ spentTotal: '140.00' })],
    quiet: [fiscal({})],
  }),
  tableRule({
    code: 'R-04-05',
    title: { en: 'Both sides of the appropriations', zh: '财政拨款收入总计等于支出总计' },
    explanation: {
      en: 'The totals of the two sides of the appropriations table are one amount printed twice.',
      zh: '财政拨款收入总计与支出总计应为同一数额。',
    },
    severity: 'error',
    fires: [fiscal({ spentTotal: '140.00' })],
    quiet: [fiscal({})],
  }),
];
