import { expect, it } from 'vitest';
import type { Fact } from '../../model/reading.ts';
import { Decimal } from '../interval.ts';
import { type Alternative, jointRepair } from './joint.ts';
import { factOf, sumOf } from './testing.ts';

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
