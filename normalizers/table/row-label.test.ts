import { describe, expect, it } from 'vitest';
import { ordinalLevel, readLabel } from './row-label.ts';

describe('row labels', () => {
  it.each([
    ['一、一般公共服务支出', '一般公共服务支出', '一、', 0, 'item'],
    ['（二）公用经费', '公用经费', '(二)', 1, 'item'],
    ['1.一般公共预算', '一般公共预算', '1.', 2, 'item'],
    ['其中：公务用车运行维护费', '公务用车运行维护费', null, 1, 'of-which'],
    ['合 计', '合计', null, 0, 'total'],
    ['本年支出合计', '本年支出合计', null, 0, 'total'],
    ['人员经费合计', '人员经费合计', null, 0, 'subtotal'],
    ['小计', '小计', null, 0, 'subtotal'],
    ['', '', null, 0, 'blank'],
  ] as const)('%s', (printed, name, ordinal, level, role) => {
    expect(readLabel(printed, null)).toMatchObject({ name, ordinal, level, role });
  });

  it('takes the code out of a label and its depth from the code', () => {
    expect(readLabel('2080505 机关事业单位基本养老保险缴费支出', null)).toMatchObject({
      code: '2080505',
      name: '机关事业单位基本养老保险缴费支出',
      level: 2,
    });
    expect(readLabel('行政运行', '2130301')).toMatchObject({ code: '2130301', level: 2, role: 'item' });
  });

  it('does not take a year for a code', () => {
    expect(readLabel('2024年就业补助资金', null).code).toBeNull();
  });

  it('orders numberings', () => {
    expect(['一、', '(一)', '1.', '(1)', null].map(ordinalLevel)).toEqual([0, 1, 2, 3, null]);
  });
});
