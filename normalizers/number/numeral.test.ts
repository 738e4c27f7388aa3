import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf, Decimal, parseChineseNumeral, parseNumeral } from './numeral.ts';

const amount = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => new Decimal(digits.toString()).div(new Decimal(10).pow(places)).toFixed(places));
const grouped = (printed: string, comma: string) =>
  printed.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/gu, comma);

describe('Arabic numerals', () => {
  it('come back as they were written, plain or grouped, with the blanks that text layers put in', () => {
    fc.assert(
      fc.property(
        amount,
        fc.constantFrom('', ',', ', '),
        fc.constantFrom('.', '. '),
        (printed, comma, point) => {
          const written = (comma === '' ? printed : grouped(printed, comma)).replace('.', point);
          const read = parseNumeral(written);
          return read !== null && read.value.toFixed(read.decimals) === printed;
        },
      ),
    );
  });
  it.each(['12,34', '1,2345', '1.2.3', '1 234', '', '.', '1234567890123456789', '12,', ',123', '1,23,456'])(
    '%s is malformed and becomes nothing',
    (text) => {
      expect(parseNumeral(text)).toBeNull();
    },
  );
  it('never makes a number of what is not one', () => {
    fc.assert(fc.property(fc.string(), (text) => parseNumeral(text) === null || /^[\d., ]+$/u.test(text)));
  });
});

const DIGITS = '零一二三四五六七八九';
/** Writes 1 … 9999 the way reports do. */
function write(n: number): string {
  const parts = [1000, 100, 10, 1].map((unit, i) => ({
    digit: Math.floor(n / unit) % 10,
    unit: '千百十'[i] ?? '',
  }));
  const words = parts.map(({ digit, unit }) => (digit === 0 ? '零' : `${DIGITS[digit]}${unit}`)).join('');
  return words
    .replace(/零+/gu, '零')
    .replace(/^零|零$/gu, '')
    .replace(/^一十/u, '十');
}

describe('Chinese numerals', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (n) => parseChineseNumeral(write(n))?.toNumber() === n),
    );
  });
  it('hold 万 and 亿', () => {
    expect(parseChineseNumeral('一千二百万')?.toNumber()).toBe(12_000_000);
    expect(parseChineseNumeral('三亿五千万')?.toNumber()).toBe(350_000_000);
  });
  it('read digit by digit years', () => expect(parseChineseNumeral('二〇二四')?.toNumber()).toBe(2024));
  it('read 廿', () => expect(parseChineseNumeral('廿三')?.toNumber()).toBe(23));
  it.each(['', '十百', '万', '一二十', '甲'])('%s is malformed', (text) =>
    expect(parseChineseNumeral(text)).toBeNull(),
  );
});

describe('counts', () => {
  it('are read in digits and in words alike', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        (n) => countOf(String(n)) === n && countOf(write(n)) === n,
      ),
    );
  });
  it.each(['', '1.2', '3个', '-1', '十百'])('%s is none', (text) => expect(countOf(text)).toBeNull());
});
