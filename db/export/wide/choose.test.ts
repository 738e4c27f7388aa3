import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../normalizers/number/numeral.ts';
import { choose, type Print } from './choose.ts';

const printed = (raw: string, unit: '元' | '万元', more: Partial<Print> = {}): Print => {
  const value = new Decimal(raw.replace(/[^\d.]/gu, '') || 0).mul(unit === '元' ? 1 : 10_000);
  const isWhole = value.mul(100).isInteger();
  return { raw, unit, value: value.toFixed(), isWhole, isExplicit: true, isNamed: false, ...more };
};
const value = (text: string, isDoubtful = false) => ({ kind: 'value', value: text, isDoubtful });
const conflict = { kind: 'conflict' };

describe('the amount that several prints stand for', () => {
  it('is the most exact one where all agree within their rounding', () => {
    const prints = [printed('5528. 78', '万元'), printed('55, 287, 751.16', '元'), printed('5528.8', '万元')];
    expect(choose(prints)).toEqual(value('55287751.16'));
    expect(choose(prints.toReversed())).toEqual(value('55287751.16'));
  });

  it('is none where prints of equal precision differ, however little', () => {
    expect(choose([printed('21.94', '万元'), printed('21.95', '万元')])).toEqual(conflict);
  });

  it('is none where rounding does not explain the difference', () => {
    expect(choose([printed('5528.79', '万元'), printed('55287751.16', '元')])).toEqual(conflict);
    expect(choose([printed('12.3', '万元'), printed('12.36', '万元')])).toEqual(conflict);
  });

  it('may be rounded either way where it lies in the middle', () => {
    for (const rounded of ['12.34', '12.35'])
      expect(choose([printed('123450.00', '元'), printed(rounded, '万元')])).toEqual(value('123450'));
    const both = [printed('123450.00', '元'), printed('12.34', '万元'), printed('12.35', '万元')];
    expect(choose(both)).toEqual(conflict);
  });

  it('keeps 0 apart from nothing', () => {
    expect(choose([])).toBe(null);
    expect(choose([printed('0.00', '万元')])).toEqual(value('0'));
  });

  it('reads signs and brackets as marks of the value', () => {
    const negative = { value: '-18000' };
    expect(choose([printed('(1.80)', '万元', negative), printed('-1.80', '万元', negative)])).toEqual(
      value('-18000'),
    );
  });

  it('must be met exactly by what is no plain numeral', () => {
    const words = { raw: '一百二十万', value: '1200000' };
    expect(choose([printed('120', '万元'), printed('120', '万元', words)])).toEqual(value('1200000'));
    expect(choose([printed('120.004', '万元'), printed('120', '万元', words)])).toEqual(conflict);
  });

  it('is none where it is no whole 分', () => {
    expect(choose([printed('1.005', '元')])).toEqual(conflict);
  });

  it('comes from prints that name their phase before those that do not', () => {
    const weak = { isExplicit: false };
    expect(choose([printed('3.00', '万元', weak)])).toEqual(value('30000'));
    expect(choose([printed('3.00', '万元', weak), printed('2.00', '万元')])).toEqual(value('20000', true));
    expect(choose([printed('2.0', '万元', weak), printed('2.00', '万元')])).toEqual(value('20000'));
    expect(choose([printed('3.00', '万元', weak), printed('2.00', '万元', weak)])).toEqual(conflict);
  });

  it('is doubtful where a finding names a print of it', () => {
    const named = { isNamed: true };
    expect(choose([printed('2.00', '万元'), printed('2.00', '万元', named)])).toEqual(value('20000', true));
  });

  it('is what was rounded, whatever the unit and precision of the others', () => {
    const exact = fc.integer({ min: 0, max: 10 ** 12 }).map((fen) => new Decimal(fen).div(100));
    const places = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 5 });
    fc.assert(
      fc.property(exact, places, (amount, decimals) => {
        const rounded = decimals.map((d) => printed(amount.div(10_000).toFixed(d), '万元'));
        return (
          JSON.stringify(choose([...rounded, printed(amount.toFixed(2), '元')])) ===
          JSON.stringify(value(amount.toFixed()))
        );
      }),
    );
  });
});
