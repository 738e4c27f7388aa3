import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOf, sameFigure } from './recognized.ts';

describe('figureOf', () => {
  it.each([
    ['24.934.03', '24,934.03'],
    ['1 .608.16', '1,608.16'],
    ['2,.063.93', '2,063.93'],
    ['8,192,486.57', '8,192,486.57'],
    ['1,234', '1,234'],
    ['12.345', '12.345'],
    ['—35．23％', '-35.23%'],
    ['67.69%%', '67.69%'],
    ['O.OO', '0.00'],
    ['|40', '40'],
    ['201', '201'],
    ['△0．06', '△0.06'],
    ['▲ 4,614.34', '▲4,614.34'],
    ['（1.204,50)', '(1,204.50)'],
  ])('%s is %s', (text, figure) => expect(figureOf(text)).toBe(figure));

  it.each(['', '合计', '4a6.57', '12.345678.90', '1,23,456.00', '5.', '之98%', '(5', '(-5)'])(
    '%s is no figure',
    (text) => expect(figureOf(text)).toBeNull(),
  );

  it('never changes a digit, whatever its separators were taken for', () => {
    const separators = fc.constantFrom('.', ',', '，', '. ', ',.');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        fc.array(separators, { minLength: 4, maxLength: 4 }),
        fc.boolean(),
        (whole, hundredths, taken, negative) => {
          const printed = `${negative ? '-' : ''}${whole.toLocaleString('en')}.${String(hundredths).padStart(2, '0')}`;
          let at = 0;
          const read = printed.replace(/[.,]/gu, () => taken[at++ % taken.length] ?? '.');
          expect(figureOf(read)).toBe(printed);
        },
      ),
    );
  });
});

describe('sameFigure', () => {
  it('looks at digits, sign, point and percent sign, not at commas', () => {
    expect(sameFigure('1,234.50', '1234.50')).toBe(true);
    expect(sameFigure('1,234.50', '-1,234.50')).toBe(false);
    expect(sameFigure('12.5', '12.5%')).toBe(false);
  });
});
