import type { Blame, Statement } from '../../model/audit.ts';
import type { Fact } from '../../model/reading.ts';
import type { How } from '../../model/recognition.ts';
import type { Cause } from '../diagnosis/cause.ts';
import { holdsWith, solveFor, writeLike } from '../diagnosis/repair.ts';
import { factsOf } from '../diagnosis/repairs.ts';
import { isMisreading } from './misreading.ts';
import { hasLostTerms, hasStrayTerms } from './stray.ts';
import type { Testimony } from './testimony.ts';

/** Whether a figure stands on a recognized page, where the words and lines about it were read but once. */
export const isRecognized = ({ how }: Fact): boolean => how !== undefined && how !== 'text';

/** Whether nothing but one reading stands for a figure. */
const isUnsure = ({ id, how }: Fact, proved: ReadonlySet<string>): boolean =>
  how === 'unproved' && !proved.has(id);

/** The figures of a broken statement that may have been misread: that a likely misreading would have broken it. */
function misreadIn(statement: Statement, proved: ReadonlySet<string>): readonly Fact[] {
  return factsOf(statement).filter((fact) => {
    if (!isRecognized(fact) || proved.has(fact.id)) return false;
    const right = solveFor(statement, fact.id);
    const read = writeLike(fact, fact.quantity.value);
    return right !== null && isMisreading(read, writeLike(fact, right), fact.how === 'voted');
  });
}

const SHORT = /^\d{1,3}$/u;

/**
 * Whether a short whole number stands among amounts with decimals: the number of its row where the head of the column was
 * misread, or what is left of a figure that fell apart.
 */
const hasShortAmount = (facts: readonly Fact[]): boolean =>
  facts.some(({ quantity }) => quantity.unit === '元' && quantity.decimals > 0) &&
  facts.some(
    ({ quantity }) => quantity.unit === '元' && !quantity.value.isZero() && SHORT.test(quantity.raw),
  );

/** Whether figures only count on: numbers of rows that stand where amounts are expected. */
function isCount(facts: readonly Fact[]): boolean {
  const numbers = facts.map(({ quantity }) => (SHORT.test(quantity.raw) ? Number(quantity.raw) : null));
  const sorted = numbers.flatMap((number) => number ?? []).toSorted((a, b) => a - b);
  return (
    sorted.length === facts.length &&
    sorted.length > 2 &&
    sorted.every((number, index) => index === 0 || number - (sorted[index - 1] ?? 0) === 1)
  );
}

/** Whether a figure lost the words that name it. */
const hasLostName = (facts: readonly Fact[]): boolean => facts.some(({ label }) => !/\p{L}/u.test(label));

const TENTHOUSANDS = [4, 8] as const;

/** Whether a figure of the prose fits once the 万 or 亿 of its unit, a word that was read but once, is taken as lost. */
const hasLostUnit = (statement: Statement): boolean =>
  factsOf(statement).some(
    ({ id, origin, quantity: { value, unit, printedUnit } }) =>
      origin.kind === 'prose' &&
      (unit === '元' || unit === '') &&
      !/[万亿]/u.test(printedUnit) &&
      TENTHOUSANDS.some((places) => holdsWith(statement, id, value.mul(10 ** places))),
  );

/**
 * `reading` where one of a cause's figures is unsure, or where what engines do to a page would explain all of it: a figure
 * misread, fallen apart or without its name, a term too many or too few, a number taken for an amount, a unit lost, rows
 * lost, a sentence torn.
 */
export function blameOfCause({ main, statements }: Cause, testimony: Testimony): Blame {
  const { proved, crooked, torn, beside } = testimony;
  const facts = factsOf(main);
  const unsure = statements.flatMap(factsOf).some((fact) => isUnsure(fact, proved));
  const explained = (): boolean =>
    facts.some(({ id }) => torn.has(id)) ||
    hasStrayTerms(main) ||
    hasLostTerms(main, beside(main)) ||
    isCount(facts) ||
    hasShortAmount(facts) ||
    hasLostName(facts) ||
    hasLostUnit(main) ||
    crooked.has(main) ||
    misreadIn(main, proved).length > 0;
  return unsure || (facts.some(isRecognized) && explained()) ? 'reading' : 'report';
}

/** How every recognized figure was read, after arithmetic has spoken: proved, or contradicted. */
export function howAfter(
  facts: readonly Fact[],
  causes: readonly Cause[],
  proved: ReadonlySet<string>,
): ReadonlyMap<string, How> {
  const contradicted = new Set(
    causes
      .flatMap(({ statements }) => statements.flatMap((one) => misreadIn(one, proved)))
      .map(({ id }) => id),
  );
  return new Map(
    facts.flatMap(({ id, how }): readonly (readonly [string, How])[] => {
      if (how === undefined) return [];
      if (contradicted.has(id)) return [[id, 'unproved']];
      return [[id, how === 'unproved' && proved.has(id) ? 'voted' : how]];
    }),
  );
}
