import { describe, expect, it } from 'vitest';
import { periodOf } from './period.ts';

const period = (words: string, title = '', year: number | null = 2024) =>
  periodOf('amount', words.split('>'), title, year);

describe('periods', () => {
  it.each([
    ['年初预算数', 'initial'],
    ['全年预算数', 'adjusted'],
    ['调整', 'adjusted'],
    ['决算数', 'final'],
    ['全年执行数', 'final'],
    ['预决算差异金额', 'unknown'],
    ['预算数', 'unknown'],
  ] as const)('%s', (words, phase) => {
    expect(period(words)).toEqual({ year: 2024, phase });
  });

  it('sets a printed year against the year of the report', () => {
    expect(period('2023年度')).toEqual({ year: 2023, phase: 'prior' });
    expect(period('2024年度')).toEqual({ year: 2024, phase: 'final' });
    expect(period('上年决算数')).toEqual({ year: 2023, phase: 'prior' });
  });

  it('falls back on the title', () => {
    expect(period('基本支出', '支出决算表').phase).toBe('final');
    expect(period('基本支出', '支出预算总表').phase).toBe('initial');
    expect(period('基本支出', '一般公共预算财政拨款支出决算表').phase).toBe('final');
  });

  it('calls targets plans and actual values final', () => {
    expect(periodOf('target', ['指标值'], '', 2024).phase).toBe('plan');
    expect(periodOf('actual', ['完成值'], '', null)).toEqual({ year: null, phase: 'final' });
  });
});
