import type { Blame, Statement } from '../../model/audit.ts';
import type { Fact } from '../../model/reading.ts';
import type { How } from '../../model/recognition.ts';
import type { Cause } from '../diagnosis/cause.ts';
import { solveFor, writeLike } from '../diagnosis/repair.ts';
import { factsOf } from '../diagnosis/repairs.ts';
import { isMisreading } from './misreading.ts';

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
    return right !== null && isMisreading(writeLike(fact, fact.quantity.value), writeLike(fact, right));
  });
}

/** Whether a recognized sum comes out without one of its terms: a head lost on the page has put a year or a number among them. */
const hasStrayTerm = ({ formula, operands, stated, computed }: Statement): boolean =>
  formula.kind === 'sum' &&
  stated !== null &&
  computed !== null &&
  operands.some(
    (fact) =>
      isRecognized(fact) && fact.quantity.value.abs().eq(computed.value.minus(stated.quantity.value).abs()),
  );

/** `reading` where one of a cause's figures is unsure, or where a likely misreading would explain all of it. */
export function blameOfCause({ main, statements }: Cause, proved: ReadonlySet<string>): Blame {
  const unsure = statements.flatMap(factsOf).some((fact) => isUnsure(fact, proved));
  return unsure || hasStrayTerm(main) || misreadIn(main, proved).length > 0 ? 'reading' : 'report';
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
