import type { Fact } from '../../model/reading.ts';
import { onceFor } from '../../normalizers/once.ts';
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

/** How often a figure counts in a sum, the negative signs taken off, and for how much. */
interface Part {
  readonly fact: Fact;
  readonly weight: number;
  readonly value: Decimal;
}

/** A sum as its figures move it: what it comes to, and its parts by the id of the figure. */
interface Linear {
  readonly total: Interval;
  readonly parts: ReadonlyMap<string, Part>;
}

/** Once a sum: of thousands of addends each is tried, and none must be added up anew for it. Null for other formulas. */
const linearOf = onceFor(({ formula, operands }: StatementDraft): Linear | null => {
  if (formula.kind !== 'sum' && formula.kind !== 'rest') return null;
  const total = evaluate(
    formula,
    operands.map((fact) => Interval.of(fact.quantity)),
  );
  if (total === null) return null;
  const parts = new Map<string, Part>();
  for (const [i, fact] of operands.entries()) {
    const sign = formula.kind === 'sum' ? (formula.signs[i] ?? 1) : -1;
    const { weight, value } = parts.get(fact.id) ?? { weight: 0, value: new Decimal(0) };
    const term = fact.quantity.value.mul(sign);
    parts.set(fact.id, { fact, weight: weight + sign, value: value.plus(term) });
  }
  return { total, parts };
});

/** What the statement computes once the fact `id` has the given value; null where that is undefined. */
function computedWith(statement: StatementDraft, id: string, value: Decimal): Interval | null {
  const { formula, operands, computed } = statement;
  const linear = linearOf(statement);
  if (linear !== null) {
    const part = linear.parts.get(id);
    return part === undefined ? linear.total : linear.total.moved(value.mul(part.weight).minus(part.value));
  }
  if (formula.kind === 'opaque' && computed !== null)
    return new Interval(computed.low, computed.value, computed.high);
  return evaluate(
    formula,
    operands.map((fact) => intervalAt(fact, id, value)),
  );
}

/** True where the statement holds once the fact `id` has the given value. */
export function holdsWith(statement: StatementDraft, id: string, value: Decimal): boolean {
  if (statement.stated === null) return true;
  const stated = intervalAt(statement.stated, id, value);
  const computed = computedWith(statement, id, value);
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
  const target = stated.quantity.value;
  const linear = linearOf(statement);
  const part = linear?.parts.get(id);
  const unknown = part?.fact ?? operands.find((fact) => fact.id === id);
  if (unknown === undefined || statement.formula.kind === 'opaque') return null;
  const printed = (exact: Decimal): Decimal | null => {
    const value = asPrinted(unknown, exact);
    return holdsWith(statement, id, value) ? value : null;
  };
  if (linear !== null && part !== undefined)
    return part.weight === 0
      ? null
      : printed(target.minus(linear.total.value).plus(part.value).div(part.weight));
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
  return printed(x1);
}
