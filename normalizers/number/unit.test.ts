import { describe, expect, it } from 'vitest';
import { Decimal } from './numeral.ts';
import { makeQuantity } from './quantity.ts';
import { parseUnit, sameUnit } from './unit.ts';

describe('units', () => {
  it.each([
    ['万元', '元', '10000'],
    ['亿元', '元', '100000000'],
    ['万', '元', '10000'],
    ['%', '%', '1'],
    ['万人次', '人次', '10000'],
    ['台(套)', '台', '1'],
    ['元/人·月', '元/人·月', '1'],
    ['万元/家', '元/家', '10000'],
  ])('%s is %s times %s', (printed, canonical, scale) => {
    const unit = parseUnit(printed);
    expect([unit?.canonical, unit?.scale.toFixed()]).toEqual([canonical, scale]);
  });
  it('knows what is no unit', () =>
    expect(['', '甲', '元人', '个人'].map(parseUnit)).toEqual([null, null, null, null]));
  it('counts people alike', () =>
    expect([sameUnit('人', '名'), sameUnit('人', '人次')]).toEqual([true, false]));
});

describe('the interval that a printed figure stands for', () => {
  const half = (digits: string, decimals: number, unit: string) =>
    makeQuantity({ raw: digits, numeral: { value: new Decimal(digits), decimals }, unit }).half.toFixed();
  it('is half a unit of the last place', () => expect(half('5528.78', 2, '万元')).toBe('50'));
  it('is nothing for counts and for 元 with two decimals', () =>
    expect([half('71', 0, '人'), half('12.34', 2, '元')]).toEqual(['0', '0']));
  it('is half a 元 for whole 元', () => expect(half('12', 0, '元')).toBe('0.5'));
  it('is half the last place of a count in 万', () => expect(half('3.92', 2, '万人')).toBe('50'));
});
