import type { Rule } from '../../../rule.ts';
import { report, tableRule } from '../define.ts';

const income = (cells: Readonly<{ all?: string; division?: string; service?: string }>): string =>
  report(
    '收入决算表',
    '万元',
    '科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入',
    `合计|合计|${cells.all ?? '60.00'}|45.00|0.00|12.00|0.00|0.00|3.00`,
    '205|教育支出|50.00|40.00|0.00|8.00|0.00|0.00|2.00',
    `20502|普通教育|${cells.division ?? '50.00'}|40.00|0.00|8.00|0.00|0.00|2.00`,
    '2050201|学前教育|20.00|15.00|0.00|4.00|0.00|0.00|1.00',
    `2050202|小学教育|30.00|25.00|0.00|${cells.service ?? '4.00'}|0.00|0.00|1.00`,
    '221|住房保障支出|10.00|5.00|0.00|4.00|0.00|0.00|1.00',
    '22102|住房改革支出|10.00|5.00|0.00|4.00|0.00|0.00|1.00',
    '2210201|住房公积金|10.00|5.00|0.00|4.00|0.00|0.00|1.00',
  );

const expenditure = (cells: Readonly<{ all?: string; division?: string; project?: string }>): string =>
  report(
    '支出决算表',
    '万元',
    '科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出',
    `合计|合计|${cells.all ?? '60.00'}|40.00|20.00|0.00|0.00|0.00`,
    '213|农林水支出|50.00|32.00|18.00|0.00|0.00|0.00',
    `21303|水利|${cells.division ?? '50.00'}|32.00|18.00|0.00|0.00|0.00`,
    '2130301|行政运行|32.00|32.00|0.00|0.00|0.00|0.00',
    `2130305|水利工程建设|18.00|0.00|${cells.project ?? '18.00'}|0.00|0.00|0.00`,
    '221|住房保障支出|10.00|8.00|2.00|0.00|0.00|0.00',
    '22102|住房改革支出|10.00|8.00|2.00|0.00|0.00|0.00',
    '2210201|住房公积金|10.00|8.00|2.00|0.00|0.00|0.00',
  );

/** income by source and expenditure by kind. */
export const INCOME_RULES: readonly Rule[] = [
  tableRule({
    code: 'R-02-01',
    title: { en: 'Income of a row is the sum of its sources', zh: '各行收入合计等于各来源之和' },
    explanation: {
      en: 'In the income table the total column equals the columns of sources in every row; of-which columns (教育收费) are left out.',
      zh: '收入决算表各行的合计等于各来源栏之和；“其中”栏（如教育收费）不重复计算。',
    },
    severity: 'error',
    fires: [income({ service: '14.00' })],
    quiet: [income({})],
  }),
  tableRule({
    code: 'R-02-02',
    title: { en: 'Classes, divisions and items of income', zh: '收入决算表类款项加总' },
    explanation: {
      en: 'By the prefix of the code (3, 5, 7 digits) each class equals its divisions and each division its items, in every column.',
      zh: '按科目编码前缀（3、5、7位），类等于所属款之和，款等于所属项之和，逐栏核对。',
    },
    severity: 'error',
    fires: [income({ division: '55.00' })],
    quiet: [income({})],
  }),
  tableRule({
    code: 'R-02-03',
    title: { en: 'Total income is the sum of its classes', zh: '收入决算表合计等于各类之和' },
    explanation: {
      en: 'The total row of the income table equals its classes, in every column.',
      zh: '收入决算表合计行等于各类之和，逐栏核对。',
    },
    severity: 'error',
    fires: [income({ all: '66.00' })],
    quiet: [income({})],
  }),
  tableRule({
    code: 'R-03-01',
    title: { en: 'Expenditure of a row is the sum of its kinds', zh: '各行支出合计等于基本、项目等支出之和' },
    explanation: {
      en: 'In the expenditure table the total column equals basic, project and the other kinds of expenditure in every row.',
      zh: '支出决算表各行的合计等于基本支出、项目支出、上缴上级、经营及对附属单位补助支出之和。',
    },
    severity: 'error',
    fires: [expenditure({ project: '81.00' })],
    quiet: [expenditure({})],
  }),
  tableRule({
    code: 'R-03-02',
    title: { en: 'Classes, divisions and items of expenditure', zh: '支出决算表类款项加总' },
    explanation: {
      en: 'By the prefix of the code each class equals its divisions and each division its items, in every column.',
      zh: '按科目编码前缀，类等于所属款之和，款等于所属项之和，逐栏核对。',
    },
    severity: 'error',
    fires: [expenditure({ division: '55.00' })],
    quiet: [expenditure({})],
  }),
  tableRule({
    code: 'R-03-03',
    title: { en: 'Total expenditure is the sum of its classes', zh: '支出决算表合计等于各类之和' },
    explanation: {
      en: 'The total row of the expenditure table equals its classes, in every column.',
      zh: '支出决算表合计行等于各类之和，逐栏核对。',
    },
    severity: 'error',
    fires: [expenditure({ all: '66.00' })],
    quiet: [expenditure({})],
  }),
];
