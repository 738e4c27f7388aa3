import { expect, it } from 'vitest';
import type { Statement } from '../../model/audit.ts';
import type { Fact } from '../../model/reading.ts';
import { parseCell } from '../../normalizers/number/cell.ts';
import { Decimal } from '../interval.ts';
import { type Alternative, jointRepair } from './joint.ts';

function factOf(id: string, text: string): Fact {
  const value = parseCell(text, '元');
  if (value.kind !== 'number') throw new Error(`${text} is no figure`);
  return {
    id,
    label: id,
    quantity: value.quantity,
    year: null,
    phase: 'unknown',
    place: { line: 1, column: 1 },
    quote: '',
    how: 'unproved',
    origin: { kind: 'table', table: 't1', row: 0, column: 0 },
  };
}

function sumOf(terms: readonly Fact[], stated: Fact): Statement {
  const value = terms.reduce((sum, { quantity }) => sum.plus(quantity.value), new Decimal(0));
  return {
    id: 'c1',
    rule: 'R-10-06',
    kind: 'sum',
    operands: terms,
    stated,
    formula: { kind: 'sum', signs: terms.map(() => 1) },
    verdict: 'inconsistent',
    reason: null,
    computed: { value, low: value, high: value },
    severity: 'error',
    parameters: {},
    statedTotal: true,
  };
}

const others =
  (readings: Readonly<Record<string, readonly string[]>>) =>
  (fact: Fact): readonly Alternative[] =>
    (readings[fact.id] ?? []).map((text) => ({ text, value: new Decimal(text) }));

const terms = [factOf('a', '34.46'), factOf('b', '434.27'), factOf('c', '10.00')];

it('finds the other readings that make a sum come out together', () => {
  const found = jointRepair(
    sumOf(terms, factOf('s', '17.73')),
    others({ a: ['3.46'], b: ['4.27'], c: ['70.00'] }),
  );
  expect([...(found ?? [])].map(([fact, text]) => [fact.id, text])).toEqual([
    ['a', '3.46'],
    ['b', '4.27'],
  ]);
});

it('decides nothing where no readings do, or two do alike', () => {
  const statement = sumOf(terms, factOf('s', '17.73'));
  expect(jointRepair(statement, others({ a: ['3.46'] }))).toBeNull();
  const twins = sumOf([factOf('a', '5.00'), factOf('b', '5.00')], factOf('s', '9.00'));
  expect(jointRepair(twins, others({ a: ['4.00'], b: ['4.00'] }))).toBeNull();
});
