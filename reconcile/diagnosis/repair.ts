import type { Fact } from '../../model/reading.ts';
import { Decimal, Interval } from '../interval.ts';
import type { StatementDraft } from '../rule.ts';
import { evaluate } from '../statement.ts';

const printedPlace = (fact: Fact): Decimal =>
  fact.quantity.scale.div(new Decimal(10).pow(fact.quantity.decimals));

/** A value as the fact would print it: rounded to its own decimals and unit. */
export function asPrinted(fact: Fact, value: Decimal): Decimal {
  const place = printedPlace(fact);
  return value.div(place).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).mul(place);
}

/** How a canonical value is written in the fact's own unit and decimals. */
export const writeLike = (fact: Fact, value: Decimal): string =>
  value.div(fact.quantity.scale).toFixed(fact.quantity.decimals);

function intervalAt(fact: Fact, id: string, value: Decimal): Interval {
  if (fact.id !== id) return Interval.of(fact.quantity);
  return new Interval(value.minus(fact.quantity.half), value, value.plus(fact.quantity.half));
}

/** True where the statement holds once the fact `id` has the given value. */
export function holdsWith(statement: StatementDraft, id: string, value: Decimal): boolean {
  if (statement.stated === null) return true;
  const terms = statement.operands.map((fact) => intervalAt(fact, id, value));
  const stated = intervalAt(statement.stated, id, value);
  const computed =
    statement.formula.kind === 'opaque' && statement.computed !== null
      ? new Interval(statement.computed.low, statement.computed.value, statement.computed.high)
      : evaluate(statement.formula, terms);
  if (computed === null) return true;
  if (statement.formula.kind === 'at-most') return stated.value.lte(computed.value);
  return computed.value.eq(stated.value) || computed.meets(stated);
}

const STEPS = 6;

/**
 * The value of one fact that makes a statement hold, all others kept; null where none can be found.
 * Sums and differences are solved in one step, quotients by secants.
 */
export function solveFor(statement: StatementDraft, id: string): Decimal | null {
  const { stated, operands, computed } = statement;
  if (stated === null || computed === null) return null;
  if (stated.id === id) return asPrinted(stated, computed.value);
  const unknown = operands.find((fact) => fact.id === id);
  if (unknown === undefined || statement.formula.kind === 'opaque') return null;
  const target = stated.quantity.value;
  const at = (value: Decimal): Decimal | null => {
    const terms = operands.map((fact) =>
      fact.id === id ? Interval.point(value) : Interval.point(fact.quantity.value),
    );
    return evaluate(statement.formula, terms)?.value.minus(target) ?? null;
  };
  let x0 = unknown.quantity.value;
  let x1 = x0.isZero() ? printedPlace(unknown).mul(100) : x0.mul('1.01');
  let y0 = at(x0);
  let y1 = at(x1);
  for (let i = 0; i < STEPS; i++) {
    if (y0 === null || y1 === null || y1.eq(y0)) return null;
    if (y1.isZero()) break;
    const next: Decimal = x1.minus(y1.mul(x1.minus(x0)).div(y1.minus(y0)));
    [x0, y0, x1] = [x1, y1, next];
    y1 = at(x1);
  }
  const value = asPrinted(unknown, x1);
  return holdsWith(statement, id, value) ? value : null;
}
