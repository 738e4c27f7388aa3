import { describe, expect, it } from 'vitest';
import type { Layout } from '../../model/layout.ts';
import { normalize } from '../normalize.ts';
import { keysOf } from './keys.ts';

const layout = (lines: readonly string[]): Layout => ({
  source: { name: 'x.txt', sha256: '', mediaType: 'text/plain', pages: 1 },
  status: 'ok',
  reasons: [],
  tables: [],
  paragraphs: ['云溪县文化馆2024年度部门决算', ...lines].map((text, i) => ({
    text,
    before: null,
    segments: [{ start: 0, length: text.length, line: i + 1, column: 1 }],
  })),
});

/** What the figures of a text say: printed figure, metric, fund, function. */
function said(...lines: readonly string[]): readonly string[] {
  const reading = normalize(layout(lines));
  const keys = keysOf(reading);
  return reading.facts.flatMap(({ id, quantity }) => {
    const found = keys.get(id);
    if (found === undefined) return [];
    const { metric, fund, functionCode } = found;
    return [[quantity.raw, metric, fund, functionCode].filter((part) => part !== undefined).join(' ')];
  });
}

describe('amounts of the text', () => {
  it('have the metric that their own words name, and the fund of the nearest heading', () =>
    expect(
      said(
        '三、支出决算情况说明',
        '2024年度本年支出合计500.00万元，其中：基本支出300.00万元，占60.00%；项目支出200.00万元，占40.00%。',
        '五、一般公共预算财政拨款支出决算情况说明',
        '基本支出290.00万元，其中：人员经费200.00万元；公用经费90.00万元。',
      ),
    ).toEqual([
      '500.00 expenditure all',
      '300.00 basic all',
      '200.00 project all',
      '290.00 basic general-public',
      '200.00 personnel general-public',
      '90.00 operating general-public',
    ]));

  it('have the fund that stands in their own words before that of a heading', () =>
    expect(
      said('四、财政拨款收入支出决算总体情况说明', '2024年政府性基金预算财政拨款支出5.00万元。'),
    ).toEqual(['5.00 expenditure government-fund']));

  it('have no fund from a list item above them, nor from the name of a class', () =>
    expect(
      said(
        '1.财政拨款收入总计90.00万元',
        '一般公共服务支出(类)商贸事务(款)招商引资(项)(2011308)支出决算数为2.94万元。',
      ),
    ).toEqual(['90.00 income.grand fiscal', '2.94 expenditure 2011308']));

  it.each([
    '较上年度减少公务接待费1.00万元。',
    '年末结转和结余3.00万元。',
    '市本级项目支出4.00万元。',
    '国内公务接待费支出5.00万元。',
    '约有公务接待费6.00万元左右。',
    '全年预算数为7.00万元，支出决算为7.00万元。',
    '公务接待28批次，287人次。',
  ])('%s says nothing for sure', (text) => expect(said(text)).toEqual([]));
});

describe('functional items of the text', () => {
  it('have the code that is printed, and only their first amount states them', () =>
    expect(
      said(
        '教育支出(类)普通教育(款)高等教育(项)(2050205)支出决算为9.00万元，完成预算的90%，比上年增加1.00万元。',
      ),
    ).toEqual(['9.00 expenditure 2050205']));

  it('have the code that their names lead to', () =>
    expect(
      said('社会保障和就业支出(类)行政事业单位养老支出(款)机关事业单位职业年金缴费支出(项)3.00万元。'),
    ).toEqual(['3.00 expenditure 2080506']));

  it('have none where the code is not that of the names', () =>
    expect(
      said('卫生健康支出(类)行政事业单位医疗(款)行政单位医疗(项)(2100102)支出决算数为4.80万元。'),
    ).toEqual([]));
});
