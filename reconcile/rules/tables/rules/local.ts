import type { Rule } from '../../../rule.ts';
import { report, tableRule } from '../define.ts';

const threePublic = (cells: Readonly<{ total?: string; cars?: string }>): string =>
  report(
    '财政拨款“三公”经费支出决算表',
    '万元',
    '项目|预算数|决算数',
    `合计|30.00|${cells.total ?? '22.00'}`,
    '因公出国（境）费|4.00|3.00',
    `公务用车购置及运行维护费|20.00|${cells.cars ?? '15.00'}`,
    '公务用车购置费|8.00|7.00',
    '公务用车运行维护费|12.00|8.00',
    '公务接待费|6.00|4.00',
  );

const comparison = (cells: Readonly<{ difference?: string; rate?: string; total?: string }>): string =>
  report(
    '预、决算差异情况',
    '万元',
    '项目|预算数|决算数|预决算差异金额|预算执行率',
    '一、教育支出|200.00|180.00|20.00|90.00%',
    `二、农林水支出|80.00|60.00|${cells.difference ?? '20.00'}|75.00%`,
    `三、住房保障支出|40.00|38.00|2.00|${cells.rate ?? '95.00%'}`,
    '四、其他支出|0.00|3.00|-3.00|-',
    `合计|320.00|${cells.total ?? '281.00'}|39.00|87.81%`,
  );

const listed = (total: string): string =>
  report(
    '项目支出情况表',
    '万元',
    '项目名称|预算数|决算数',
    '堤防维修|12.50|12.00',
    '水质监测|7.30|7.10',
    '河道清淤|20.20|19.90',
    `合计|40.00|${total}`,
  );

const nature = (total: string, part: string): string =>
  report(
    '支出预、决算对比表',
    '万元',
    '项目（按支出性质）|年初预算数|全年预算数|决算数',
    '一、基本支出|50.00|55.00|54.00',
    '二、项目支出|30.00|42.00|40.00',
    `其中：基本建设类项目|5.00|6.00|${part}`,
    '三、经营支出|0.00|0.00|0.00',
    `本年支出合计|80.00|97.00|${total}`,
  );

const assets = (sum: string, each: string): string =>
  report(
    '部门人均资产情况表',
    '万元',
    '年度|固定资产净值|无形资产净值|资产合计|编制内实有人数|人均占有资产',
    `2024|120.00|20.00|${sum}|70|2.00`,
    `2023|130.00|21.00|151.00|70|${each}`,
    '2022|111.00|27.00|138.00|60|2.30',
  );

/** three-public expenses and the tables that places add. */
export const LOCAL_RULES: readonly Rule[] = [
  tableRule({
    code: 'R-07-01',
    title: { en: 'Three-public total', zh: '“三公”经费合计' },
    explanation: {
      en: 'The total equals travel abroad + official vehicles + reception, for the budget, the final figure and their difference.',
      zh: '合计等于因公出国（境）费、公务用车购置及运行费、公务接待费之和，预算数、决算数及差额分别核对。',
    },
    severity: 'error',
    fires: [threePublic({ total: '32.00' })],
    quiet: [threePublic({})],
  }),
  tableRule({
    code: 'R-07-02',
    title: { en: 'Official vehicles = purchase + running', zh: '公务用车费等于购置费加运行费' },
    explanation: {
      en: 'The expense of official vehicles equals purchase plus running costs.',
      zh: '公务用车购置及运行费等于公务用车购置费与运行维护费之和。',
    },
    severity: 'error',
    fires: [threePublic({ cars: '51.00', total: '58.00' })],
    quiet: [threePublic({})],
  }),
  tableRule({
    code: 'R-10-01',
    title: { en: 'Difference columns', zh: '差异栏' },
    explanation: {
      en: 'A difference follows from two columns of its row. Which is taken from which is learnt from at least two rows, then held for all.',
      zh: '差异由同行两栏相减得出；相减方向由至少两行确定后适用于全表。',
    },
    severity: 'error',
    fires: [comparison({ difference: '2.00' })],
    quiet: [comparison({})],
  }),
  tableRule({
    code: 'R-10-02',
    title: { en: 'Execution, deviation and growth rates', zh: '执行率、差异率、增减率' },
    explanation: {
      en: 'A rate column equals the quotient of two columns of its row within the rounding of the three figures. A base of 0 leaves no rate. A rate cut off instead of rounded is information.',
      zh: '比率栏等于同行两栏之商，允许三者四舍五入的误差；基数为0时不应有比率；截尾而未四舍五入的仅作提示。',
    },
    severity: 'error',
    fires: [comparison({ rate: '59.00%' })],
    quiet: [comparison({})],
  }),
  tableRule({
    code: 'R-10-03',
    title: { en: 'Total row or column', zh: '合计等于各行（栏）之和' },
    explanation: {
      en: 'A total row equals its rows, for every column that adds up; a total column equals its columns. Of-which rows and lower levels are left out. What the total is about is decided by the reading that most columns bear out.',
      zh: '合计行等于各行之和，逐栏核对；合计栏等于各栏之和。“其中”及下级项目不重复计算；合计口径以多数栏成立者为准。',
    },
    severity: 'error',
    fires: [listed('93.00')],
    quiet: [listed('39.00')],
  }),
  tableRule({
    code: 'R-10-04',
    title: { en: 'Numbered items and of-which parts', zh: '按编号加总及“其中”项' },
    explanation: {
      en: 'A total equals its items numbered 一、二、三; a part marked 其中 is not larger than the row that it is a part of.',
      zh: '总计等于一、二、三……各项之和；“其中”项不大于其所属项目。',
    },
    severity: 'error',
    fires: [nature('49.00', '5.00'), nature('94.00', '45.00')],
    quiet: [nature('94.00', '5.00')],
  }),
  tableRule({
    code: 'R-10-05',
    title: { en: 'Assets are the sum of their kinds', zh: '资产合计等于各类资产之和' },
    explanation: {
      en: 'In asset tables the total equals the kinds of assets beside it.',
      zh: '资产情况表中，资产合计等于各类资产之和。',
    },
    severity: 'error',
    fires: [assets('410.00', '2.16')],
    quiet: [assets('140.00', '2.16')],
  }),
  tableRule({
    code: 'R-10-06',
    title: { en: 'Formulas found in the table itself', zh: '表内规律' },
    explanation: {
      en: 'Averages, rates of use and other formulas between columns that most rows of a table bear out are taken for its own law; the row that breaks it is told.',
      zh: '人均数、利用率等多数行成立的栏间关系视为该表的规律，对不符合的行予以提示。',
    },
    severity: 'error',
    fires: [assets('140.00', '2.61')],
    quiet: [assets('140.00', '2.16')],
  }),
];
