import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCell } from '../../../normalizers/number/cell.ts';
import { isUnmet, senseOf } from './unmet.ts';

const read = (text: string) => {
  const cell = parseCell(text);
  if (cell.kind !== 'number') throw new Error(`no number: ${text}`);
  return cell.quantity;
};
const unmet = (target: string, actual: string, sign = '≥', indicator = '演出场次') =>
  isUnmet(read(target), read(actual), senseOf(sign) ?? 'plain', indicator);

describe('a target that is missed', () => {
  it('is one that a least or an exact number falls short of, or a most exceeds', () => {
    expect(unmet('≥90%', '89.9%')).toBe(true);
    expect(unmet('20场', '19场', '=')).toBe(true);
    expect(unmet('≤10天', '11天', '≤')).toBe(true);
  });
  it('is not one that is just reached, whatever became of the sign in print', () => {
    expect(unmet('5', '5', '>')).toBe(false);
    expect(unmet('20场', '23场', '=')).toBe(false);
    expect(unmet('≤10天', '9天', '≤')).toBe(false);
  });
  it('is not known of what should be little, of other units, of shares and of bounds', () => {
    expect(unmet('13.1万元', '12.5万元', '', '项目总成本')).toBeNull();
    expect(unmet('20场', '19人', '=')).toBeNull();
    expect(unmet('95%', '0.98', '')).toBeNull();
    expect(unmet('≥95%', '≥90%')).toBeNull();
    expect(unmet('约90场', '80场', '')).toBeNull();
  });
  it('is read in one unit where only one of the two prints it', () => {
    expect(unmet('93.84万人', '94.61', '')).toBe(false);
    expect(unmet('≥23份', '22')).toBe(true);
  });
  it('is missed by every lower number and by no higher one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (a, b) => {
        expect(unmet(`≥${a}`, `${b}`)).toBe(b < a);
        expect(unmet(`≤${a}`, `${b}`, '≤')).toBe(b > a);
      }),
    );
  });
  it('has no sense where it is qualitative', () => {
    expect(senseOf('定性')).toBeNull();
  });
});
