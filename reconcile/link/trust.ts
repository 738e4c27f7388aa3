import type { LinkReason, LinkStatement } from '../../model/link.ts';

/** So many contradictions at once have one cause beyond a slip: another scope, another entity, restated accounts. */
const MANY = 3;

export const contradicts = ({ verdict }: LinkStatement): boolean =>
  verdict === 'inconsistent' || verdict === 'improbable';

/** An agreement that says something: zeros agree with the zeros of anybody. */
export const agrees = ({ verdict, stated }: LinkStatement): boolean =>
  (verdict === 'exact' || verdict === 'rounding') && stated !== null && !stated.quantity.value.isZero();

const withdrawn = (statement: LinkStatement, reason: LinkReason): LinkStatement =>
  contradicts(statement) ? { ...statement, verdict: 'unchecked', reason } : statement;

const count = (statements: readonly LinkStatement[]) => ({
  wrong: statements.filter(contradicts).length,
  right: statements.filter(agrees).length,
});

/** Withdraws the contradictions of a rule about one slice where they are many and outnumber what agrees. */
export function unlessSystematic(statements: readonly LinkStatement[]): readonly LinkStatement[] {
  const { wrong, right } = count(statements);
  return wrong >= MANY && wrong > right
    ? statements.map((statement) => withdrawn(statement, 'not-comparable'))
    : statements;
}

/** Withdraws the contradictions of an entity whose name may have a namesake, unless at least as many figures agree. */
export function unlessNamesake(statements: readonly LinkStatement[]): readonly LinkStatement[] {
  const { wrong, right } = count(statements);
  return wrong > right ? statements.map((statement) => withdrawn(statement, 'entity-uncertain')) : statements;
}
