import { describe, expect, it } from 'vitest';
import { makeTable } from '../../fixtures/tables/make.ts';
import { resolveGrid } from './grid.ts';
import { headerPath, isOrdinalRow, rowRanges } from './header.ts';

const gridOf = (text: string) => resolveGrid(makeTable(text));

describe('headers', () => {
  it('joins the words above a column from the top down', () => {
    const grid = gridOf(
      '预算数\t<\t决算数\t<\n合计\t接待费\t合计\t接待费\n1\t2\t3\t4\n5.00\t1.00\t4.00\t1.00',
    );
    expect(headerPath(grid, [0, 1, 2], 1)).toEqual(['预算数', '接待费']);
    expect(headerPath(grid, [0, 1, 2], 2)).toEqual(['决算数', '合计']);
  });

  it('knows the row that numbers the columns', () => {
    const grid = gridOf('栏次\t\t1\t2\n合计\t\t1\t2\n3\t4\t5\t6\n农林水\t1\t2\t3');
    expect(isOrdinalRow(grid, 0)).toBe(true);
    expect(isOrdinalRow(grid, 2)).toBe(false);
    expect(isOrdinalRow(grid, 3)).toBe(false);
  });

  it('splits a form at its inner headers', () => {
    const grid = gridOf(
      '项目名称\t堤防\t\t\n资金\t全年预算数\t全年执行数\t执行率\n总额\t8.00\t6.00\t75%\n一级指标\t三级指标\t分值\t得分\n产出\t长度\t10\t9',
    );
    expect(rowRanges(grid, 0)).toEqual([
      { header: [], body: [0] },
      { header: [1], body: [2] },
      { header: [3], body: [4] },
    ]);
  });

  it('knows a header one word of which was recognized as a figure', () => {
    const grid = gridOf(
      '项目\t预算\n总额\t8.00\n一级指标\t二级指标\t指标内容\t年度指标值\t实际完成值\t分值\t54\n产出\t数量\t人数\t5\t5\t4\t4',
    );
    expect(rowRanges(grid, 1)).toEqual([
      { header: [0], body: [1] },
      { header: [2], body: [3] },
    ]);
  });

  it('does not take a row of fund names for a header', () => {
    const grid = gridOf('项目\t类别\t金额\n其他资金\t小计\t\n其他资金\t事业收入\t');
    expect(rowRanges(grid, 1)).toEqual([{ header: [0], body: [1, 2] }]);
  });

  it('goes on where a header is printed again', () => {
    const grid = gridOf('三级指标\t指标值\t完成值\n甲\t1\t2\n三级指标\t指标值\t完成值\n乙\t3\t4');
    expect(rowRanges(grid, 1)).toEqual([{ header: [0], body: [1, 3] }]);
  });
});
