import { describe, expect, it } from 'vitest';
import { type MadeTable, readingOfTables } from '../../../fixtures/tables/reading.ts';
import type { StatementDraft } from '../../rule.ts';
import { TABLE_RULES } from './index.ts';
import { allTableStatements } from './statements.ts';

const statements = (...made: readonly MadeTable[]): readonly StatementDraft[] =>
  allTableStatements(readingOfTables('', made));
const broken = (...made: readonly MadeTable[]): readonly string[] =>
  statements(...made)
    .filter(({ verdict }) => verdict === 'inconsistent')
    .map(({ rule, stated, severity }) => `${rule} ${stated?.id} ${severity}`);
const verdicts = (...made: readonly MadeTable[]): readonly string[] =>
  statements(...made).map(({ rule, verdict, reason }) => `${rule} ${reason ?? verdict}`);

describe('statements of tables', () => {
  it('learns the sign of a difference from its rows', () => {
    const head = '项目\t预算数\t决算数\t差异\n';
    expect(broken([`${head}甲\t9.00\t5.00\t4.00\n乙\t8.00\t1.00\t7.00\n丙\t6.00\t9.00\t3.00`])).toEqual([
      'R-10-01 t1r3c3 error',
    ]);
    expect(broken([`${head}甲\t9.00\t5.00\t-4.00\n乙\t8.00\t1.00\t-7.00\n丙\t6.00\t9.00\t3.00`])).toEqual([]);
  });

  it('says nothing of a difference that no two rows bear out', () => {
    expect(statements(['项目\t预算数\t决算数\t差异\n甲\t9.00\t5.00\t1.00\n乙\t8.00\t1.00\t2.00'])).toEqual(
      [],
    );
  });

  it('never lets rounding pass for an error', () => {
    const rows = '项目\t预算数\t决算数\n甲\t0.01\t3.33\n乙\t5.35\t3.33\n丙\t2.75\t3.33\n合计\t8.10\t10.00';
    expect(verdicts([rows])).toEqual(['R-10-03 rounding', 'R-10-03 rounding']);
  });

  it('reads a figure at the precision of its column', () => {
    const rows = '项目\t金额\n甲\t40\n乙\t0.62\n丙\t378\n合计\t';
    expect(verdicts([`${rows}418.62`])).toEqual(['R-10-03 exact']);
    expect(broken([`${rows}418.26`])).toEqual(['R-10-03 t1r4c1 warning']);
  });

  it('leaves a sum over a blank unchecked, until the report shows that blanks are zeros', () => {
    const one = '项目\t金额\n甲\t4.00\n乙\t\n丙\t3.00\n合计\t9.00';
    expect(verdicts([one])).toEqual(['R-10-03 operand-blank']);
    const closing = '项目\t金额\n甲\t4.00\n乙\t\n丙\t3.00\n合计\t7.00';
    expect(broken([closing], [closing], [one])).toEqual(['R-10-03 t3r4c1 error']);
  });

  it('leaves a sum over an unreadable figure unchecked', () => {
    expect(verdicts(['项目\t金额\n甲\t4.0.0\n乙\t2.00\n丙\t3.00\n合计\t9.00'])).toEqual([
      'R-10-03 operand-unreadable',
    ]);
  });

  it('adds up numbered items, not what stands below them', () => {
    const text = (total: string) =>
      `项目\t年初预算\t决算数\n一、基本支出\t5.00\t6.00\n人员经费\t3.00\t4.00\n公用经费\t2.00\t2.00\n二、项目支出\t7.00\t8.00\n其中：基建\t1.00\t9.00\n本年支出合计\t12.00\t${total}`;
    expect(broken([text('14.00')])).toEqual(['R-10-04 t1r5c2 error']);
    expect(broken([text('41.00')])).toContain('R-10-04 t1r6c2 error');
  });

  it('finds the total in the first row and over subtotals', () => {
    expect(broken(['项目\t金额\n合计\t9.00\n甲\t4.00\n乙\t5.50'])).toEqual(['R-10-03 t1r1c1 error']);
    const grouped =
      '项目\t预算数\t决算数\n甲\t1.00\t2.00\n乙\t2.00\t2.00\n小计\t3.00\t4.00\n丙\t4.00\t1.00\n丁\t5.00\t1.00\n小计\t9.00\t2.00\n合计\t12.00\t6.00';
    expect(broken([grouped])).toEqual([]);
  });

  it('never adds up averages and rates', () => {
    expect(broken(['单位\t人均支出\t增长率\n甲\t1.00\t5.00%\n乙\t2.00\t6.00%\n合计\t1.50\t5.50%'])).toEqual(
      [],
    );
  });

  it('takes a row under a wrong prefix for two opposite gaps', () => {
    const text = (code: string) =>
      `科目编码\t科目名称\t金额\n208\t社会保障和就业支出\t9.00\n20805\t养老支出\t9.00\n2080505\t养老保险\t4.20\n${code}\t职业年金\t4.80\n210\t卫生健康支出\t7.00\n21011\t行政事业单位医疗\t7.00\n2101101\t行政单位医疗\t3.00\n2101102\t事业单位医疗\t4.00`;
    expect(broken([text('2080506')])).toEqual([]);
    expect(broken([text('2101103')])).toEqual(['R-05-02 t1r2c2 error', 'R-05-02 t1r6c2 error']);
  });

  it('does not trust a sum over codes that may lack a row', () => {
    const text =
      '科目编码\t科目名称\t金额\n208\t社会保障和就业支出\t9.00\n20805\t养老支出\t6.00\n?\t抚恤\t3.00\n221\t住房保障支出\t1.00';
    expect(verdicts([text])).toContain('R-05-02 operand-missing');
  });

  it('takes two columns that lack the same row for a lost row', () => {
    const text =
      '科目编码\t科目名称\t合计\t基本支出\n合计\t\t9.00\t8.00\n208\t社会保障\t4.00\t4.00\n221\t住房保障\t3.00\t3.00';
    expect(verdicts([text])).toEqual(['R-10-03 parts-not-exhaustive', 'R-10-03 parts-not-exhaustive']);
  });

  it('does not call a rate over a base of zero wrong', () => {
    const text =
      '项目\t预算数\t决算数\t执行率\n甲\t8.00\t4.00\t50.00%\n乙\t0.00\t3.00\t100%\n丙\t5.00\t4.00\t80.00%';
    expect(verdicts([text])).toEqual(['R-10-02 exact', 'R-10-02 zero-base', 'R-10-02 exact']);
  });

  it('calls a rate that was cut off information', () => {
    const text =
      '项目\t预算数\t决算数\t执行率\n甲\t8.00\t4.00\t50.00%\n乙\t3000.00\t2000.00\t66.66%\n丙\t5.00\t4.00\t80.00%';
    expect(broken([text])).toEqual(['R-10-02 t1r2c3 info']);
  });

  it('measures execution by the adjusted budget, and by the initial one where the rows do', () => {
    const head = '项目\t年初预算数\t全年预算数\t全年执行数\t执行率\n';
    expect(broken([`${head}资金总额\t60.00\t80.00\t40.00\t66.67%`])).toEqual([]);
    expect(broken([`${head}资金总额\t60.00\t80.00\t40.00\t55.00%`])).toEqual(['R-10-02 t1r1c4 error']);
  });

  it('never tells a completion rate that is capped', () => {
    const head = '三级指标\t指标值\t实际完成值\t完成率\n';
    expect(broken([`${head}次数\t≥2次\t10次\t100%\n成本\t≤10万元\t9.85万元\t100%`])).toEqual([]);
    expect(broken([`${head}次数\t≥2次\t3次\t105%`])).toEqual(['R-50-07 t1r1c3 info']);
  });

  const scores = (total: string, lost = '') =>
    `一级指标\t三级指标\t实际完成值\t分值\t得分\n产出\t长度\t3公里\t40\t40\n产出\t质量\t好${lost === '' ? '\t30\t28' : '\t\t'}\n效益\t人数\t5人\t30\t29\n总分\t\t\t100\t${total}`;

  it('adds up scores, unless a row lost its own', () => {
    expect(broken([scores('79')])).toEqual(['R-50-05 t1r4c4 error']);
    expect(broken([scores('97')])).toEqual([]);
    expect(verdicts([scores('99', 'lost')])).toContain('R-50-05 operand-missing');
    expect(broken([scores('99', 'lost')])).toEqual([]);
  });

  it('adds up a form that was cut into two tables', () => {
    const title = '项目支出绩效自评表';
    const funds = '项目资金\t全年预算数\t全年执行数\t分值\t得分\n资金总额\t8.00\t8.00\t10\t10';
    const rest =
      '一级指标\t三级指标\t实际完成值\t分值\t得分\n产出\t长度\t3公里\t50\t49\n效益\t人数\t5人\t40\t40\n总分\t\t\t100\t99';
    expect(verdicts([funds, { title }], [rest, { title }])).toEqual(
      expect.arrayContaining(['R-50-04 exact', 'R-50-05 exact']),
    );
  });

  it('says each thing once', () => {
    const found = statements([
      '科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t9.00\t5.00\t4.00\n205\t教育支出\t6.00\t3.00\t3.00\n221\t住房保障支出\t3.00\t2.00\t1.00',
    ]);
    const subjects = found.map(({ stated, operands }) =>
      [stated, ...operands]
        .map((fact) => fact?.id)
        .sort()
        .join(),
    );
    expect(new Set(subjects).size).toBe(subjects.length);
    expect(found.length).toBe(6);
  });

  it('has one rule for each code', () => {
    const codes = new Set(TABLE_RULES.map(({ code }) => code));
    expect(codes.size).toBe(TABLE_RULES.length);
  });
});
