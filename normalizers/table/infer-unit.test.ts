import { describe, expect, it } from 'vitest';
import type { Fact } from '../../model/reading.ts';
import { parseNumeral } from '../number/numeral.ts';
import { makeQuantity } from '../number/quantity.ts';
import { inferUnit, looksLikeYuan } from './infer-unit.ts';

const anchor = (digits: string, unit = '万元'): Fact => ({
  id: `f${digits}`,
  label: '本年收入',
  quantity: makeQuantity({
    raw: digits,
    numeral: parseNumeral(digits) ?? { value: makeZero(), decimals: 0 },
    unit,
  }),
  year: 2024,
  phase: 'final',
  place: { line: 1, column: 1 },
  quote: '',
  origin: { kind: 'prose', sentence: 0, start: 0, end: 1 },
});
const makeZero = () =>
  makeQuantity({ raw: '0', numeral: { value: parseNumeral('0')?.value ?? never(), decimals: 0 }, unit: '元' })
    .value;
const never = (): never => {
  throw new Error('0 is a numeral');
};

describe('unit by anchor', () => {
  it('finds 元 where the prose rounds a cell', () => {
    expect(inferUnit(['37,364,402.61', '0.00'], [anchor('3736.44')])).toBe('元');
  });

  it('finds 万元 where the prose repeats cells', () => {
    expect(inferUnit(['5740.04', '5528.78'], [anchor('5528.78'), anchor('5740.04')])).toBe('万元');
  });

  it('needs more than one short figure', () => {
    expect(inferUnit(['2.94', '126.22'], [anchor('2.94')])).toBeNull();
    expect(inferUnit(['1,234.00'], [])).toBeNull();
  });

  it('tells amounts that can only be 元', () => {
    expect(looksLikeYuan(['37,364,402.61'])).toBe(true);
    expect(looksLikeYuan(['3736.44', '12'])).toBe(false);
  });
});
