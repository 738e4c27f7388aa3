import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasLostTerms, hasStrayTerms } from './stray.ts';
import { factOf, sumOf } from './testing.ts';

const facts = (texts: readonly string[]) => texts.map((text, index) => factOf(`f${index}`, text));
const strays = (texts: readonly string[], stated: string): boolean =>
  hasStrayTerms(sumOf(facts(texts), factOf('s', stated)));
const loses = (texts: readonly string[], stated: string, others: readonly string[]): boolean =>
  hasLostTerms(sumOf(facts(texts), factOf('s', stated)), facts(others));

it('tells a year, or the rows of another level, among the terms of a sum', () => {
  expect(strays(['2024', '120.50', '79.50'], '200.00')).toBe(true);
  expect(strays(['61234.56', '40000.11', '21234.45', '30000.07'], '91234.63')).toBe(true);
});

it('tells nothing where no terms come out, or small figures would by chance', () => {
  expect(strays(['120.50', '79.50'], '300.00')).toBe(false);
  expect(strays(['5', '5', '4', '3', '7', '8', '6', '2'], '31')).toBe(false);
});

it('finds the terms of a sum among the figures beside it', () => {
  expect(loses(['49639372.55', '2870.40'], '49694185.06', ['51942.11', '6643206.46'])).toBe(true);
  expect(loses(['49639372.55', '2870.40'], '49694185.06', ['51942.12', '6643206.46'])).toBe(false);
  expect(loses(['100.00'], '90.00', ['10.00'])).toBe(false);
});

it('finds any terms too many that are large enough to tell', () => {
  const cents = fc.integer({ min: 1_000_000_000, max: 9_999_999_999 });
  const figure = (amount: number): string => (amount / 100).toFixed(2);
  fc.assert(
    fc.property(
      fc.array(cents, { minLength: 1, maxLength: 6 }),
      fc.array(cents, { minLength: 1, maxLength: 6 }),
      (right, wrong) => {
        const sum = right.reduce((total, amount) => total + amount, 0);
        expect(strays([...wrong, ...right].map(figure), figure(sum))).toBe(true);
      },
    ),
  );
});
