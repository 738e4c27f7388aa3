import { describe, expect, it } from 'vitest';
import { rowsOf, textsOf } from './testing.ts';
import { wrapRows } from './wrap.ts';

const NONE = new Set<number>();

describe('wrapRows', () => {
  it('joins wrapped texts to the line that has the values, and drops what was read twice', () => {
    const rows = rowsOf(
      '参加节水知识讲座的居民总\t=2 人\t100%',
      '人数\t3 / (\t10070',
      '安装智能远传水表单位的家\t> 260 1 14\t1.020/',
      '数\t≥250家\t102%',
      '水质检测合格率\t100%\t100%',
    );
    expect(wrapRows(rows, 3, NONE).map(textsOf)).toEqual([
      ['参加节水知识讲座的居民总人数', '=2 人', '100%'],
      ['安装智能远传水表单位的家数', '≥250家', '102%'],
      ['水质检测合格率', '100%', '100%'],
    ]);
  });
  it('keeps headings of groups and totals as rows of their own', () => {
    const rows = rowsOf(
      '一、基本支出',
      '人员经费\t3.00',
      '公用经费\t1.00',
      '二、项目支出',
      '维修费\t2.00',
      '合计\t6.00',
    );
    expect(wrapRows(rows, 2, NONE).length).toBe(6);
  });
  it('joins prose cells that stop short of the full stop that others have', () => {
    const rows = rowsOf(
      '保供水\t一是抢修主管网不过夜。',
      '强水质\t一是加密取样的次数。二是更新设备',
      '监测\t清单。',
      '抓节水\t一是推广节水型器具。',
    );
    expect(wrapRows(rows, 2, NONE).map(textsOf)[1]).toEqual([
      '强水质监测',
      '一是加密取样的次数。二是更新设备清单。',
    ]);
  });
});
