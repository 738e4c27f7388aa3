import type { Rule } from '../../../rule.ts';
import { report, tableRule } from '../define.ts';

const general = (cells: Readonly<{ basic?: string; item?: string; code?: string }>): string =>
  report(
    '一般公共预算财政拨款支出决算表',
    '万元',
    '科目编码|科目名称|小计|基本支出|项目支出',
    '合计|合计|65.00|45.00|20.00',
    '208|社会保障和就业支出|15.00|15.00|0.00',
    '20805|行政事业单位养老支出|15.00|15.00|0.00',
    `${cells.code ?? '2080505'}|机关事业单位基本养老保险缴费支出|10.00|10.00|0.00`,
    `2080506|机关事业单位职业年金缴费支出|${cells.item ?? '5.00'}|5.00|0.00`,
    `213|农林水支出|50.00|${cells.basic ?? '30.00'}|20.00`,
    '21303|水利|50.00|30.00|20.00',
    '2130301|行政运行|30.00|30.00|0.00',
    '2130305|水利工程建设|20.00|0.00|20.00',
  );

const balance = (closing: string): string =>
  report(
    '一般公共预算财政拨款收入支出决算表',
    '万元',
    '科目编码|科目名称|年初结转和结余|本年收入|本年支出|年末结转和结余',
    `合计|合计|5.00|60.00|58.00|${closing}`,
    '208|社会保障和就业支出|2.00|20.00|19.00|3.00',
    '213|农林水支出|3.00|40.00|39.00|4.00',
  );

const economic = (cells: Readonly<{ people?: string; wages?: string; all?: string }>): string =>
  report(
    '一般公共预算财政拨款基本支出决算表',
    '万元',
    '科目编码|科目名称|合计|人员经费|公用经费',
    `合计|合计|${cells.all ?? '45.00'}|36.00|9.00`,
    `301|工资福利支出|${cells.wages ?? '34.00'}|34.00|0.00`,
    '30101|基本工资|20.00|20.00|0.00',
    '30102|津贴补贴|14.00|14.00|0.00',
    '302|商品和服务支出|9.00|0.00|9.00',
    '30201|办公费|5.00|0.00|5.00',
    '30211|差旅费|4.00|0.00|4.00',
    '303|对个人和家庭的补助|2.00|2.00|0.00',
    '30302|退休费|2.00|2.00|0.00',
  );

const blocks = (people: string): string =>
  report(
    '一般公共预算财政拨款基本支出决算明细表',
    '万元',
    '科目编码|科目名称|决算数|科目编码|科目名称|决算数',
    '301|工资福利支出|34.00|302|商品和服务支出|9.00',
    '30101|基本工资|20.00|30201|办公费|5.00',
    '30102|津贴补贴|14.00|30211|差旅费|4.00',
    '303|对个人和家庭的补助|2.00|||',
    '30302|退休费|2.00|||',
    `人员经费合计|人员经费合计|${people}|公用经费合计|公用经费合计|9.00`,
  );

const fund = (closing: string): string =>
  report(
    '政府性基金预算财政拨款收入支出决算表',
    '万元',
    '科目编码|科目名称|年初结转和结余|本年收入|本年支出|年末结转和结余',
    `合计|合计|1.00|12.00|11.00|${closing}`,
    '212|城乡社区支出|1.00|12.00|11.00|2.00',
    '21208|国有土地使用权出让收入安排的支出|1.00|12.00|11.00|2.00',
  );

const capital = (project: string): string =>
  report(
    '国有资本经营预算财政拨款支出决算表',
    '万元',
    '科目编码|科目名称|合计|基本支出|项目支出',
    `合计|合计|8.00|0.00|${project}`,
    '223|国有资本经营预算支出|8.00|0.00|8.00',
    '22301|解决历史遗留问题及改革成本支出|8.00|0.00|8.00',
  );

/** expenditure by code. */
export const GENERAL_RULES: readonly Rule[] = [
  tableRule({
    code: 'R-05-01',
    title: { en: 'Expenditure of a row = basic + project', zh: '各行合计等于基本支出加项目支出' },
    explanation: {
      en: 'In the tables by code the total column equals basic plus project expenditure in every row.',
      zh: '按功能分类列示的表中，各行合计等于基本支出与项目支出之和。',
    },
    severity: 'error',
    fires: [general({ basic: '33.00' })],
    quiet: [general({})],
  }),
  tableRule({
    code: 'R-05-02',
    title: { en: 'Classes, divisions and items by code', zh: '类、款、项按编码加总' },
    explanation: {
      en: 'By the prefix of the code (3, 5, 7 digits, also split over three columns) each class equals its divisions and each division its items. A row under a wrong code shows as two equal and opposite gaps.',
      zh: '按科目编码前缀（3、5、7位，含分三栏列示），类等于款之和，款等于项之和；编码错列会表现为两个相等而相反的差额。',
    },
    severity: 'error',
    fires: [general({ item: '6.00' }), general({ code: '2130306' })],
    quiet: [general({})],
  }),
  tableRule({
    code: 'R-05-03',
    title: { en: 'Opening + income − expenditure = closing', zh: '年初结转加收入减支出等于年末结转' },
    explanation: {
      en: 'Where a table prints all four, the closing balance of each row follows from the other three.',
      zh: '表中同时列示年初结转、本年收入、本年支出和年末结转时，各行应保持平衡。',
    },
    severity: 'error',
    fires: [balance('9.00')],
    quiet: [balance('7.00')],
  }),
  tableRule({
    code: 'R-06-01',
    title: { en: 'Basic expenditure = personnel + public use', zh: '基本支出等于人员经费加公用经费' },
    explanation: {
      en: 'Basic expenditure equals personnel plus public-use expenditure, as columns of a row or as rows of a column.',
      zh: '基本支出等于人员经费与公用经费之和，无论按栏还是按行列示。',
    },
    severity: 'error',
    fires: [economic({ all: '54.00' })],
    quiet: [economic({})],
  }),
  tableRule({
    code: 'R-06-02',
    title: { en: 'Personnel = 301 + 303, public use = 302 + …', zh: '人员经费、公用经费与经济分类' },
    explanation: {
      en: 'The total of personnel equals the economic classes 301 and 303, the total of public use 302, 307, 309 to 313 and 399.',
      zh: '人员经费合计等于301、303类之和；公用经费合计等于302、307、309至313、399类之和。',
    },
    severity: 'error',
    fires: [blocks('63.00')],
    quiet: [blocks('36.00')],
  }),
  tableRule({
    code: 'R-06-03',
    title: { en: 'Economic classes are the sum of their divisions', zh: '经济分类类级等于款级之和' },
    explanation: {
      en: 'Each economic class (301, 302 …) equals its divisions, in all blocks of the table together.',
      zh: '经济分类各类（301、302等）等于所属款之和，各栏组合并核对。',
    },
    severity: 'error',
    fires: [economic({ wages: '43.00' })],
    quiet: [economic({})],
  }),
  tableRule({
    code: 'R-08-01',
    title: { en: 'Government funds balance', zh: '政府性基金收支平衡' },
    explanation: {
      en: 'In the government fund table: opening balance + income − expenditure = closing balance; subtotal = basic + project; sums by code.',
      zh: '政府性基金表中：年初结转加本年收入减本年支出等于年末结转；小计等于基本支出加项目支出；类款项加总。',
    },
    severity: 'error',
    fires: [fund('20.00')],
    quiet: [fund('2.00')],
  }),
  tableRule({
    code: 'R-09-01',
    title: {
      en: 'State capital expenditure = basic + project',
      zh: '国有资本经营支出等于基本支出加项目支出',
    },
    explanation: {
      en: 'In the state capital table the total column equals basic plus project expenditure in every row.',
      zh: '国有资本经营预算表中，各行合计等于基本支出与项目支出之和。',
    },
    severity: 'error',
    fires: [capital('80.00')],
    quiet: [capital('8.00')],
  }),
];
