import { describe, expect, it } from 'vitest';
import type { Fact } from '../model/reading.ts';
import { parseNumeral } from '../normalizers/number/numeral.ts';
import { makeQuantity } from '../normalizers/number/quantity.ts';
import { Interval } from './interval.ts';
import { equalityStatement, ratioStatement, sumStatement } from './statement.ts';

let count = 0;
function fact(raw: string, unit = '万元', approximate = false): Fact {
  const numeral = parseNumeral(raw.replace('-', ''));
  if (numeral === null) throw new Error(raw);
  count += 1;
  const quantity = makeQuantity({ raw, numeral, negative: raw.startsWith('-'), unit, approximate });
  return {
    id: `f${count}`,
    label: raw,
    quantity,
    year: 2024,
    phase: 'final',
    place: { line: 1, column: count },
    quote: raw,
    origin: { kind: 'prose', sentence: 0, start: 0, end: 1 },
  };
}
const sum = (stated: string, ...parts: readonly string[]) =>
  sumStatement({ rule: 'R-30-05', stated: fact(stated), operands: parts.map((part) => fact(part)) }).verdict;
const share = (stated: string, item: string, total: string) =>
  ratioStatement(
    { rule: 'R-30-01', stated: fact(stated, '%') },
    Interval.of(fact(item).quantity),
    Interval.of(fact(total).quantity),
    [],
  ).verdict;

describe('sums', () => {
  it('that are equal to the digit are exact', () => expect(sum('8.10', '5.35', '2.75')).toBe('exact'));
  it('within the envelope of rounding are rounding', () =>
    expect(sum('8.09', '5.35', '2.75')).toBe('rounding'));
  it('beyond it are inconsistent', () => expect(sum('8.06', '5.35', '2.75')).toBe('inconsistent'));
  it('of eight terms that are off by more than 3σ are improbable', () =>
    expect(sum('8.05', ...Array.from({ length: 8 }, () => '1.00'), '0.01', '0.01')).toBe('improbable'));
  it('with an approximate figure stay unchecked', () =>
    expect(
      sumStatement({ rule: 'R-30-05', stated: fact('8', '万元', true), operands: [fact('5'), fact('2')] })
        .verdict,
    ).toBe('unchecked'));
});

describe('rates', () => {
  it('rounded half up are exact', () => expect(share('66.52', '12.32', '18.52')).toBe('exact'));
  it('with exchanged digits are inconsistent', () =>
    expect(share('66.25', '12.32', '18.52')).toBe('inconsistent'));
  it('of a base that may be zero stay unchecked', () => expect(share('0', '0', '0')).toBe('unchecked'));
  it('of a small base have a wide interval', () => expect(share('0.45', '0.05', '12.27')).toBe('rounding'));
});

describe('two prints of one fact', () => {
  const same = (a: Fact, b: Fact) => equalityStatement({ rule: 'R-00-03', stated: a }, b).verdict;
  it('at equal precision are equal or contradict, though their intervals touch', () =>
    expect(same(fact('21.94', '万人'), fact('21.95', '万人'))).toBe('inconsistent'));
  it('of different units agree within their precision', () =>
    expect(same(fact('5528.78'), fact('55287751.16', '元'))).toBe('rounding'));
});
