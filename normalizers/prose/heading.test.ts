import { describe, expect, it } from 'vitest';
import { headingLevel, headingNumber, numberingLevel } from './heading.ts';

describe('headings', () => {
  it.each([
    ['第一部分 部门概况', 0],
    ['一、收入支出决算总体情况说明', 1],
    ['(一)基本支出情况', 2],
    ['1.预算编制', 3],
    ['(2)支出执行进度', 4],
    ['2024年度部门决算', null],
    ['1.5万元用于培训', null],
    ['(1)贯彻执行上级方针政策,拟定规划,并组织实施。', null],
  ])('%s', (text, level) => expect(headingLevel(text)).toBe(level));
  it('an item of a list is numbered without being a heading', () =>
    expect([numberingLevel('(1)贯彻执行上级方针政策,拟定规划。'), headingNumber('(1)贯彻执行')]).toEqual([
      4,
      '1',
    ]));
});
