import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../model/reading.ts';
import { parseCell } from '../../../normalizers/number/cell.ts';
import { amountsNear } from './amounts-near.ts';
import { agree } from './entry.ts';

function fact(text: string): Fact {
  const cell = parseCell(text, '万元');
  if (cell.kind !== 'number') throw new Error(text);
  return {
    id: text,
    label: '',
    quantity: cell.quantity,
    year: null,
    phase: 'unknown',
    place: { line: 1, column: 1 },
    quote: text,
    origin: { kind: 'table', table: 't', row: 0, column: 0 },
  };
}

const printed = fc
  .tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 0, max: 2 }))
  .map(([cents, decimals]) => fact((cents / 10).toFixed(decimals)));

describe('amounts near another', () => {
  it('are those that agree with it, and no others', () =>
    fc.assert(
      fc.property(fc.array(printed), printed, (facts, wanted) => {
        const found = new Set(amountsNear(facts, (one) => one).near(wanted));
        expect(facts.filter((one) => agree(one, wanted)).every((one) => found.has(one))).toBe(true);
        expect([...found].every((one) => agree(one, wanted))).toBe(true);
      }),
    ));
});
