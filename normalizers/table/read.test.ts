import { describe, expect, it } from 'vitest';
import { makeTable, type TableText } from '../../fixtures/tables/make.ts';
import { readTable, sectionsOf } from './read.ts';

const read = (text: string, about: TableText = {}, unit: string | null = null) =>
  readTable(makeTable(text, about), { fallbackUnit: unit, documentYear: 2024 });

describe('reading a table', () => {
  const comparison = read(
    '功能科目编码\t项目\t预算数\t决算数\t差异金额\t执行情况\n201\t一、一般公共服务支出\t2.00\t0.20\t1.80\t10.00%\n229\t二、其他支出\t0.00\t0.53\t-0.53\t-\n\t合计\t2.00\t0.73\t1.27\t36.50%',
    { title: '预、决算差异情况', unitLine: '单位：万元' },
  );

  it('finds kind, unit and rows', () => {
    expect(comparison).toMatchObject({
      kind: 'budget-final-comparison',
      unit: '万元',
      unitBasis: 'table-line',
    });
    expect(comparison.rows[1]?.labels[0]).toMatchObject({ code: '201', name: '一般公共服务支出' });
    expect(comparison.rows[3]?.labels[0]?.role).toBe('total');
  });

  it('makes facts of figures only, with their unit, label and row', () => {
    expect([...comparison.facts.keys()].filter((key) => key.startsWith('2,'))).toEqual(['2,2', '2,3', '2,4']);
    expect(comparison.facts.get('1,3')).toMatchObject({
      id: 't1r1c3',
      label: '一般公共服务支出 决算数',
      phase: 'final',
      quote: '201 | 一、一般公共服务支出 | 2.00 | 0.20 | 1.80 | 10.00%',
    });
    expect(comparison.facts.get('1,3')?.quantity.value.toFixed()).toBe('2000');
  });

  it('keeps blanks, dashes and text apart', () => {
    expect(comparison.values[2]?.[5]).toEqual({ kind: 'dash', mark: '-' });
    expect(comparison.values[3]?.[0]).toEqual({ kind: 'blank' });
    expect(comparison.values[1]?.[0]).toEqual({ kind: 'text' });
  });

  it('reads two sides as two blocks', () => {
    const total = read(
      '收入\t<\t<\t支出\t<\t<\n项目\t行次\t金额\t项目\t行次\t金额\n一、财政拨款收入\t1\t5.00\t一、教育支出\t31\t4.00\n本年收入合计\t27\t5.00\t本年支出合计\t57\t4.00\n总计\t30\t5.00\t总计\t60\t5.00',
      { headerRows: 2 },
    );
    expect(total.kind).toBe('total');
    expect(total.columns.map(({ block }) => block)).toEqual([0, 0, 0, 1, 1, 1]);
    expect(total.rows[2]?.labels.map(({ name }) => name)).toEqual(['财政拨款收入', '教育支出']);
    expect([...total.facts.keys()]).not.toContain('2,1');
  });

  it('joins codes over three columns, and lends what is not printed again', () => {
    const split = read(
      '科目编码\t<\t<\t科目名称\t金额\n类\t款\t项\t^\t^\n208\t\t\t社会保障和就业支出\t9.00\n208\t5\t\t养老支出\t9.00\n\t\t05\t基本养老保险缴费\t9.00',
      { headerRows: 2 },
    );
    expect(split.rows.slice(2).map((row) => row.labels[0]?.code)).toEqual(['208', '20805', '2080505']);
  });

  it('takes the count that ends a label for the unit of a row among amounts', () => {
    const counted = read(
      '项目\t预算数\t决算数\n公务接待费\t3.00\t2.50\n国内公务接待批次（个）\t—\t25\n公务用车保有量（辆）\t—\t3\n因公出国（境）费\t0.00\t0.00',
      { unitLine: '单位：万元' },
    );
    const quantity = (key: string) => counted.facts.get(key)?.quantity;
    expect(quantity('2,2')).toMatchObject({ raw: '25', unit: '个' });
    expect(quantity('3,2')?.value.toFixed()).toBe('3');
    expect(quantity('4,2')).toMatchObject({ unit: '元', printedUnit: '万元' });
  });

  it('gives targets and actual values the unit of their row', () => {
    const grid = read(
      '三级指标\t指标性质\t指标值\t度量单位\t完成值\n参保人数\t≥\t21.27\t万人\t21.94万人\n覆盖率\t≥\t57.2\t%\t61%',
    );
    expect(grid.kind).toBe('indicators');
    expect(grid.facts.get('1,2')?.quantity).toMatchObject({ unit: '人', printedUnit: '万人' });
    expect(grid.facts.get('2,4')).toMatchObject({ phase: 'final', quantity: { unit: '%' } });
  });

  it('reads a form by its sections', () => {
    const form = read(
      '项目名称\t堤防维修\t<\t<\t<\n项目资金(万元)\t全年预算数\t全年执行数\t分值\t得分\n资金总额\t8.00\t6.00\t10\t7.5\n一级指标\t三级指标\t实际完成值\t分值\t得分\n产出指标\t长度\t13公里\t90\t88\n总分\t<\t<\t100\t95.5',
      { headerRows: 0, title: '项目支出绩效自评表' },
    );
    expect(form.kind).toBe('performance-project');
    expect(sectionsOf(form).map(({ header }) => header)).toEqual([[], [1], [3]]);
    expect(form.facts.get('4,2')?.quantity.unit).toBe('公里');
    expect(form.facts.get('2,3')?.quantity.unit).toBe('分');
  });

  it('inherits a unit only where the figures allow it', () => {
    expect(read('项目\t金额\n甲\t12.00', {}, '万元')).toMatchObject({ unit: '万元', unitBasis: 'document' });
    expect(read('项目\t金额\n甲\t37,364,402.61', {}, '万元')).toMatchObject({
      unit: null,
      unitBasis: 'unknown',
    });
  });

  it('takes no page number of a table of contents for a fact', () => {
    expect(read('一、部门概况\t3\n二、决算说明\t7', { title: '目 录', headerRows: 0 }).facts.size).toBe(0);
  });
});
