import type { Statement } from '../../model/audit.ts';
import type { Fact } from '../../model/reading.ts';
import type { Decimal } from '../interval.ts';
import { holdsWith, solveFor } from './repair.ts';
import { slipBetween } from './slip.ts';

/** Every figure that a statement rests on. */
export const factsOf = (statement: Pick<Statement, 'stated' | 'operands'>): readonly Fact[] =>
  statement.stated === null ? statement.operands : [statement.stated, ...statement.operands];

/** How often a figure is printed: a value that many places share is rarely the wrong one. */
type Prints = (fact: Fact) => number;

export function countPrints(facts: readonly Fact[]): Prints {
  const key = (fact: Fact) => `${fact.quantity.value.abs().toFixed()}|${fact.quantity.unit}`;
  const counts = new Map<string, number>();
  for (const fact of facts) counts.set(key(fact), (counts.get(key(fact)) ?? 0) + 1);
  // Short figures recur by chance: only those with three digits or more are recognised by their value.
  const exempt = (fact: Fact) =>
    fact.quantity.raw.replace(/\D|^0+/gu, '').length < 3 || fact.quantity.value.abs().eq(100);
  return (fact) => (exempt(fact) ? 1 : (counts.get(key(fact)) ?? 1));
}

const MOST_PRINTS = 4;
const SLIP_BONUS: Readonly<Record<string, number>> = {
  transposed: 3,
  scale: 2,
  sign: 2,
  'dropped-digit': 2,
  'one-cell': 1,
};

/** A rate follows from its amounts, so one that a repair would break weighs less than a sum or a second print. */
const costOf = ({ kind }: Statement): number => (kind === 'ratio' ? 1 : 2);

/**
 * Values that are tried for one figure: those that most of its broken statements ask for. A figure that stands against
 * thousands of others, each asking for another value, explains none of them.
 */
const MOST_VALUES = 24;

/** Another value for one figure, and what it would mend of what is still open. */
export class Repair {
  readonly fact: Fact;
  readonly value: Decimal;
  /** Open statements that hold with the value. */
  readonly mends: Set<Statement>;
  /** Open statements that ask for just this value. */
  readonly #sources: Set<Statement>;
  readonly #worth: number;
  #breaks: number;

  constructor(
    fact: Fact,
    value: Decimal,
    broken: BrokenStatements,
    sources: Iterable<Statement>,
    worth: number,
  ) {
    const { about, open } = broken;
    const all = about.get(fact.id) ?? [];
    this.fact = fact;
    this.value = value;
    this.#sources = new Set(sources);
    this.#worth = worth;
    this.mends = new Set(all.filter((one) => open.has(one) && holdsWith(one, fact.id, value)));
    this.#breaks = all
      .filter((one) => !open.has(one) && one.verdict !== 'unchecked' && !holdsWith(one, fact.id, value))
      .reduce((cost, one) => cost + costOf(one), 0);
  }

  get isOpen(): boolean {
    return this.#sources.size > 0 && this.mends.size > 0;
  }

  get score(): number {
    return 4 * this.mends.size - this.#breaks + this.#worth;
  }

  /** The statement is explained by another repair; what this one does to it counts as to any other that holds. */
  close(statement: Statement): void {
    this.#sources.delete(statement);
    if (!this.mends.delete(statement)) this.#breaks += costOf(statement);
  }
}

/** The broken statements that no cause has been found for yet, and every statement about each figure. */
export interface BrokenStatements {
  readonly open: ReadonlySet<Statement>;
  readonly about: ReadonlyMap<string, readonly Statement[]>;
}

/** By the id of the figure, the repairs of every figure of the broken statements, in the order of the statements. */
export function repairsOf(broken: BrokenStatements, prints: Prints): ReadonlyMap<string, readonly Repair[]> {
  const facts = new Map([...broken.open].flatMap(factsOf).map((fact) => [fact.id, fact]));
  return new Map([...facts].map(([id, fact]) => [id, repairsOfFact(fact, broken, prints)]));
}

function repairsOfFact(fact: Fact, broken: BrokenStatements, prints: Prints): readonly Repair[] {
  const asked = new Map<string, { readonly value: Decimal; readonly sources: Statement[] }>();
  for (const statement of broken.about.get(fact.id) ?? []) {
    const value = broken.open.has(statement) ? solveFor(statement, fact.id) : null;
    if (value === null || value.eq(fact.quantity.value)) continue;
    const same = asked.get(value.toFixed());
    if (same === undefined) asked.set(value.toFixed(), { value, sources: [statement] });
    else same.sources.push(statement);
  }
  const repeated = Math.min(MOST_PRINTS, prints(fact) - 1);
  return [...asked.values()]
    .toSorted((a, b) => b.sources.length - a.sources.length)
    .slice(0, MOST_VALUES)
    .map(({ value, sources }) => {
      const slip = slipBetween(fact.quantity.value, value, fact.quantity.decimals);
      const worth = (slip === null ? 0 : (SLIP_BONUS[slip] ?? 0)) - 3 * repeated;
      return new Repair(fact, value, broken, sources, worth);
    });
}
