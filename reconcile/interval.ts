import type { Quantity } from '../model/quantity.ts';
import { Decimal } from '../normalizers/number/numeral.ts';

/** Decimal is re-exported so that rules need one import for arithmetic. */
export { Decimal };

/**
 * The values that a printed or computed figure can stand for, ends included. Immutable; `value` is the figure
 * taken at its word, [low, high] its envelope of rounding.
 */
export class Interval {
  readonly low: Decimal;
  readonly value: Decimal;
  readonly high: Decimal;

  constructor(low: Decimal, value: Decimal, high: Decimal) {
    this.low = low;
    this.value = value;
    this.high = high;
  }

  static point(value: Decimal | number | string): Interval {
    const point = new Decimal(value);
    return new Interval(point, point, point);
  }

  /** [value − half, value + half] of a printed quantity, in its canonical unit. */
  static of(quantity: Quantity): Interval {
    return new Interval(
      quantity.value.minus(quantity.half),
      quantity.value,
      quantity.value.plus(quantity.half),
    );
  }

  static sum(terms: readonly Interval[]): Interval {
    return terms.reduce((total, term) => total.plus(term), Interval.point(0));
  }

  plus(other: Interval): Interval {
    return new Interval(this.low.plus(other.low), this.value.plus(other.value), this.high.plus(other.high));
  }

  /** The same interval somewhere else. */
  moved(by: Decimal): Interval {
    return new Interval(this.low.plus(by), this.value.plus(by), this.high.plus(by));
  }

  negate(): Interval {
    return new Interval(this.high.neg(), this.value.neg(), this.low.neg());
  }

  minus(other: Interval): Interval {
    return this.plus(other.negate());
  }

  times(factor: Decimal | number): Interval {
    const scaled = new Interval(this.low.mul(factor), this.value.mul(factor), this.high.mul(factor));
    return new Decimal(factor).isNegative() ? new Interval(scaled.high, scaled.value, scaled.low) : scaled;
  }

  /** Quotient over the boxes; null where the divisor can be zero (the quotient is undefined there). */
  over(divisor: Interval): Interval | null {
    if (divisor.low.lte(0) && divisor.high.gte(0)) return null;
    // A point over a point has one corner, and divisions of sixty digits cost the most of all arithmetic here.
    if (this.low.eq(this.high) && divisor.low.eq(divisor.high))
      return Interval.point(this.value.div(divisor.value));
    const corners = [this.low, this.high].flatMap((a) => [a.div(divisor.low), a.div(divisor.high)]);
    return new Interval(Decimal.min(...corners), this.value.div(divisor.value), Decimal.max(...corners));
  }

  abs(): Interval {
    if (this.low.gte(0)) return this;
    if (this.high.lte(0)) return this.negate();
    return new Interval(new Decimal(0), this.value.abs(), Decimal.max(this.low.abs(), this.high));
  }

  contains(value: Decimal): boolean {
    return this.low.lte(value) && this.high.gte(value);
  }

  /** True where the two share more than a single touching point, or one is a point inside the other. */
  meets(other: Interval): boolean {
    const low = Decimal.max(this.low, other.low);
    const high = Decimal.min(this.high, other.high);
    if (low.lt(high)) return true;
    if (!low.eq(high)) return false;
    return this.low.eq(this.high) || other.low.eq(other.high);
  }
}
