import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../prose/figures.ts';
import { parseCell } from './cell.ts';
import { restoreQuantity } from './quantity.ts';

const digits = fc
  .tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 4 }))
  .map(([whole, places]) => (whole / 10 ** places).toFixed(places));
const unit = fc.constantFrom('元', '万元', '亿元', '%', '人', '万人次', '元/人次');

describe('a quantity that was stored', () => {
  const comesBack = (text: string, inherited: string): boolean => {
    const cell = parseCell(text, inherited);
    const found = cell.kind === 'number' ? [cell.quantity] : findFigures(text).map((f) => f.quantity);
    for (const quantity of found) {
      const { raw, printedUnit, value, approximate, bound } = quantity;
      const restored = restoreQuantity({
        raw,
        unit: printedUnit,
        value: value.toFixed(),
        valueUnit: quantity.unit,
        approximate,
        bound,
      });
      expect(restored).toEqual(quantity);
    }
    return found.length > 0;
  };

  it('is the same again, from a cell', () =>
    fc.assert(fc.property(digits, unit, (text, inherited) => comesBack(text, inherited))));
  it('is the same again, from a sentence', () =>
    fc.assert(fc.property(digits, unit, (text, own) => comesBack(`支出${text}${own}。`, ''))));
  it.each([
    '(1,234.50)',
    '△12.3',
    '37, 364, 402. 61',
    '１２３．４５',
    '-5.00',
    '≥350',
    '约1.5',
    '一千二百万元',
  ])('as printed: %s', (text) => expect(comesBack(text, '万元')).toBe(true));
});
