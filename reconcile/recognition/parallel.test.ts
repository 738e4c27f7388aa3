import { expect, it } from 'vitest';
import type { Statement } from '../../model/audit.ts';
import type { Fact } from '../../model/reading.ts';
import { crookedStatements } from './parallel.ts';
import { factOf, sumOf } from './testing.ts';

const cell = (row: number, column: number, text: string): Fact =>
  factOf(`r${row}c${column}`, text, { origin: { kind: 'table', table: 't1', row, column } });

/** The total of a column of three rows. */
const total = (column: number, texts: readonly string[], more: Partial<Statement> = {}): Statement => {
  const [stated = '', ...terms] = texts;
  return sumOf(
    terms.map((text, index) => cell(index + 1, column, text)),
    cell(0, column, stated),
    more,
  );
};

const EXACT = { verdict: 'exact' } as const;
const UNREAD = { verdict: 'unchecked', reason: 'operand-unreadable' } as const;
const wrong = total(1, ['30.00', '10.00', '5.00']);

const isCrooked = (...others: readonly Statement[]): boolean =>
  crookedStatements([wrong, ...others]).has(wrong);

it('doubts a total whose parallels all fail or were not read', () => {
  expect(isCrooked(total(2, ['60.00', '20.00', '10.00']))).toBe(true);
  expect(isCrooked(total(2, ['60.00', '20.00'], UNREAD))).toBe(true);
});

it('does not where a parallel comes out, is blank, or there is none', () => {
  expect(isCrooked(total(2, ['9.00', '4.00', '5.00'], EXACT), total(3, ['60.00', '20.00', '10.00']))).toBe(
    false,
  );
  expect(isCrooked(total(2, ['0.00', '0.00', '0.00'], EXACT))).toBe(false);
  expect(isCrooked()).toBe(false);
});

it('knows parallels by their rule and table only', () => {
  const other = total(2, ['60.00', '20.00', '10.00'], { rule: 'R-10-01' });
  expect(isCrooked(other)).toBe(false);
});
