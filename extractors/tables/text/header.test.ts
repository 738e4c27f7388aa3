import { describe, expect, it } from 'vitest';
import { headerAt } from './header.ts';
import { rowsOf, textsOf } from './testing.ts';

describe('headerAt', () => {
  it('joins a head torn over lines into one level and leaves scraps out', () => {
    const rows = rowsOf(
      '年度\t一级\t二级\t- 12 11\t完成',
      '目标\t指标\t指标\t三级指标\t率',
      '\t产出\t数量\t场次\t100%',
    );
    const header = headerAt(rows, 0, true);
    expect(header?.taken).toBe(2);
    expect(header?.levels.map(textsOf)).toEqual([['年度目标', '一级指标', '二级指标', '三级指标', '完成率']]);
  });
  it('keeps sub-heads and column numbers as levels of their own', () => {
    const rows = rowsOf('项目\t预算数\t\t备注', '\t合计\t财政拨款', '栏次\t1\t2', '水费\t3.00\t3.00');
    const header = headerAt(rows, 0, true);
    expect(header?.levels.length).toBe(3);
    expect(header?.taken).toBe(3);
  });
  it('does not take torn rows in the middle of a table for a head', () => {
    const rows = rowsOf('指标\t指标\t按季度核定的用', '\t\t水计量收费标准');
    expect(headerAt(rows, 0, false)).toBeNull();
  });
  it('never takes a row with an amount', () => {
    expect(headerAt(rowsOf('项目\t预算数\t12.00', '水费\t1\t2'), 0, true)).toBeNull();
  });
});
