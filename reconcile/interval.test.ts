import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, Interval } from './interval.ts';

const printed = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => {
    const value = new Decimal(digits).div(new Decimal(10).pow(places));
    const half = new Decimal(10).pow(-places).div(2);
    return new Interval(value.minus(half), value, value.plus(half));
  });
const same = (a: Interval, b: Interval) => a.low.eq(b.low) && a.value.eq(b.value) && a.high.eq(b.high);

describe('interval', () => {
  it('negates twice to itself', () => fc.assert(fc.property(printed, (a) => same(a.negate().negate(), a))));
  it('adds commutatively', () =>
    fc.assert(fc.property(printed, printed, (a, b) => same(a.plus(b), b.plus(a)))));
  it('keeps low ≤ value ≤ high through every operation', () => {
    const ordered = (a: Interval) => a.low.lte(a.value) && a.value.lte(a.high);
    fc.assert(
      fc.property(printed, printed, fc.integer({ min: -9, max: 9 }), (a, b, factor) => {
        const quotient = a.over(b);
        expect(
          [a.plus(b), a.minus(b), a.times(factor), a.abs(), ...(quotient ? [quotient] : [])].every(ordered),
        ).toBe(true);
      }),
    );
  });
  it('meets what it overlaps, and does not meet what it only touches', () => {
    const a = new Interval(new Decimal('21.935'), new Decimal('21.94'), new Decimal('21.945'));
    const b = new Interval(new Decimal('21.945'), new Decimal('21.95'), new Decimal('21.955'));
    expect(a.meets(b)).toBe(false);
    expect(a.meets(a)).toBe(true);
    expect(a.meets(Interval.point('21.945'))).toBe(true);
  });
  it('has no quotient over an interval that holds zero', () =>
    expect(Interval.point(1).over(new Interval(new Decimal(-1), new Decimal(0), new Decimal(1)))).toBeNull());
});
