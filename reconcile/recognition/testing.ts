import type { Statement } from '../../model/audit.ts';
import type { Fact } from '../../model/reading.ts';
import { parseCell } from '../../normalizers/number/cell.ts';
import { Decimal } from '../interval.ts';

/** A figure of a recognized table, unproved, in 元 where its text names no other unit. */
export function factOf(id: string, text: string, more: Partial<Fact> = {}): Fact {
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
    ...more,
  };
}

/** A sum that fails, whatever it comes to. */
export function sumOf(terms: readonly Fact[], stated: Fact, more: Partial<Statement> = {}): Statement {
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
    ...more,
  };
}
