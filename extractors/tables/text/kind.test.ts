import { describe, expect, it } from 'vitest';
import { isFigure, isYear, kindOf } from './kind.ts';

describe('kindOf', () => {
  it.each([
    ['12, 345, 678. 90', 'figure'],
    ['≥260人次', 'figure'],
    ['300 元/户·年', 'text'],
    ['-4. 18%', 'percent'],
    ['（1,234.50）', 'figure'],
    ['>', 'sign'],
    ['定性', 'sign'],
    ['—', 'dash'],
    ['数量指标', 'label'],
    ['12 月底前', 'text'],
    ['', 'blank'],
    ['100/0', 'junk'],
    ['> 260 1 14', 'junk'],
    ['4.0.04', 'junk'],
    ['2 /\\', 'junk'],
    ['110 +', 'junk'],
  ])('%s is %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
  it('does not take two groups of digits for one figure', () => {
    expect(isFigure('12 34')).toBe(false);
    expect(isFigure('1日小')).toBe(false);
  });
  it('knows years', () => {
    expect(isYear('2024 年度')).toBe(true);
    expect(isYear('2024.5')).toBe(false);
  });
});
