import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCell } from './cell.ts';
import { Decimal } from './numeral.ts';

const value = (printed: string, unit = '') => {
  const cell = parseCell(printed, unit);
  return cell.kind === 'number' ? `${cell.quantity.value.toFixed()}${cell.quantity.unit}` : cell.kind;
};

describe('what a cell says', () => {
  it.each([
    ['37, 364, 402. 61', '元', '37364402.61元'],
    ['１２３．４５', '万元', '1234500元'],
    ['-139.11', '万元', '-1391100元'],
    ['－1.8', '万元', '-18000元'],
    ['−1.8', '万元', '-18000元'],
    ['△3.2', '', '-3.2'],
    ['(1.80)', '万元', '-18000元'],
    ['（1.80）', '万元', '-18000元'],
    ['73. 15%', '', '73.15%'],
    ['≥21.27万 人', '', '212700人'],
    ['100.81 万元', '', '1008100元'],
    ['0 起', '', '0起'],
    ['0', '万元', '0元'],
  ])('%s in %s is %s', (printed, unit, expected) => expect(value(printed, unit)).toBe(expected));

  it('keeps blank, dash, zero, text and unreadable apart', () => {
    expect(
      ['', ' ', '—', '-', '无', '0', '优', '1.020/', '12,34'].map((text) => parseCell(text).kind),
    ).toEqual(['blank', 'blank', 'dash', 'dash', 'dash', 'number', 'text', 'unreadable', 'unreadable']);
  });

  it('keeps the figure as printed', () => {
    const cell = parseCell('37, 364, 402. 61', '元');
    expect(cell.kind === 'number' && cell.quantity.raw).toBe('37, 364, 402. 61');
  });

  const written = fc.tuple(
    fc.integer({ min: 0, max: 99_999_999 }),
    fc.integer({ min: 0, max: 2 }),
    fc.constantFrom('', '-', '－', '−', '△', '()', '（）'),
    fc.constantFrom('元', '千元', '万元', '百万元', '亿元'),
  );
  it('is the amount that was written, for every form of sign and unit', () => {
    const scale: Record<string, number> = { 元: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 亿元: 1e8 };
    fc.assert(
      fc.property(written, ([digits, places, sign, unit]) => {
        const plain = new Decimal(digits).div(10 ** places);
        const figure = plain.toFixed(places).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/gu, ',');
        const printed =
          sign === '()' ? `(${figure})` : sign === '（）' ? `（${figure}）` : `${sign}${figure}`;
        const cell = parseCell(`${printed}${sign.endsWith(')') || sign.endsWith('）') ? '' : unit}`, unit);
        const expected = plain.mul(scale[unit] ?? 1).mul(sign === '' ? 1 : -1);
        return cell.kind === 'number' && cell.quantity.value.eq(expected);
      }),
    );
  });
  it('takes print that nobody could read neither for blank nor for text', () => {
    expect(parseCell('\uFFFD').kind).toBe('unreadable');
    expect(parseCell('项\uFFFD').kind).toBe('text');
  });
  it('never makes a figure of a text without digits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => /\d/u.test(text.normalize('NFKC')) || parseCell(text).kind !== 'number',
      ),
    );
  });
});
