import { DIAGNOSES, type Diagnosis, type Statement } from '../../model/audit.ts';
import type { Fact } from '../../model/reading.ts';
import type { Decimal } from '../interval.ts';
import { holdsWith, solveFor, writeLike } from './repair.ts';
import { slipBetween } from './slip.ts';

/** A broken statement with every other broken statement that the same figure explains. */
export interface Cause {
  readonly main: Statement;
  readonly statements: readonly Statement[];
  readonly diagnosis: Diagnosis;
}

interface Repair {
  readonly fact: Fact;
  readonly value: Decimal;
  readonly mends: readonly Statement[];
  readonly score: number;
}

const factsOf = (statement: Statement): readonly Fact[] =>
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
const costOf = (breaks: readonly Statement[]): number =>
  breaks.reduce((cost, { kind }) => cost + (kind === 'ratio' ? 1 : 2), 0);

function repairsOf(
  broken: readonly Statement[],
  about: ReadonlyMap<string, readonly Statement[]>,
  prints: Prints,
): readonly Repair[] {
  const brokenIds = new Set(broken.map((statement) => statement.id));
  const repairs: Repair[] = [];
  const facts = new Map(broken.flatMap(factsOf).map((fact) => [fact.id, fact]));
  for (const fact of facts.values()) {
    const all = about.get(fact.id) ?? [];
    const mine = all.filter((statement) => brokenIds.has(statement.id));
    const values = new Map<string, Decimal>();
    for (const statement of mine) {
      const value = solveFor(statement, fact.id);
      if (value !== null && !value.eq(fact.quantity.value)) values.set(value.toFixed(), value);
    }
    for (const value of values.values()) {
      const mends = mine.filter((statement) => holdsWith(statement, fact.id, value));
      const breaks = all.filter(
        (statement) =>
          !brokenIds.has(statement.id) &&
          statement.verdict !== 'unchecked' &&
          !holdsWith(statement, fact.id, value),
      );
      if (mends.length === 0) continue;
      const slip = slipBetween(fact.quantity.value, value, fact.quantity.decimals);
      const repeated = Math.min(MOST_PRINTS, prints(fact) - 1);
      const score =
        4 * mends.length - costOf(breaks) - 3 * repeated + (slip === null ? 0 : (SLIP_BONUS[slip] ?? 0));
      repairs.push({ fact, value, mends, score });
    }
  }
  return repairs.sort((a, b) => b.score - a.score);
}

/** The figure that a finding suspects, and what it would have to say; undecided where two repairs explain it equally well. */
function diagnose(repairs: readonly Repair[], best: Repair): Diagnosis {
  const rival = repairs.find(
    (repair) =>
      repair.fact.id !== best.fact.id && repair.mends.some((statement) => best.mends.includes(statement)),
  );
  if (rival !== undefined && rival.score >= best.score) return UNDECIDED;
  const slip = slipBetween(best.fact.quantity.value, best.value, best.fact.quantity.decimals) ?? 'one-cell';
  return { kind: slip, suspect: best.fact, suggested: writeLike(best.fact, best.value) };
}

const UNDECIDED: Diagnosis = { kind: 'undecided', suspect: null, suggested: null };
const GRAVITY = { error: 2, warning: 1, info: 0 } as const;

function mainOf(statements: readonly Statement[], suspect: Fact | null): Statement | undefined {
  const rank = (s: Statement) =>
    GRAVITY[s.severity] * 8 + (s.stated?.id === suspect?.id ? 4 : 0) + (s.formula.kind === 'opaque' ? 0 : 1);
  return statements.reduce<Statement | undefined>(
    (best, s) => (best === undefined || rank(s) > rank(best) ? s : best),
    undefined,
  );
}

/** Broken statements that a rule has tied together itself (one printed rate over many items, one misplaced row). */
const tieOf = (statement: Statement): string | null => statement.parameters.tie ?? null;

const gather = <T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] => [
  ...Map.groupBy(items, key).values(),
];

/**
 * Groups broken statements by root cause: repeatedly the single-figure repair that mends most and breaks least takes
 * the statements it explains; what no repair explains stands alone.
 * @param statements every statement of the document, for what a repair would break
 */
export function findCauses(statements: readonly Statement[], facts: readonly Fact[]): readonly Cause[] {
  const isBroken = (s: Statement) =>
    (s.verdict === 'inconsistent' || s.verdict === 'improbable') && s.severity !== 'info';
  const broken = statements.filter(isBroken);
  const about = new Map<string, Statement[]>();
  for (const statement of statements) {
    for (const fact of new Set(factsOf(statement)))
      about.set(fact.id, [...(about.get(fact.id) ?? []), statement]);
  }
  const prints = countPrints(facts);
  const causes: Cause[] = [];
  for (const group of gather(
    broken.filter((s) => tieOf(s) !== null),
    (s) => tieOf(s) ?? '',
  )) {
    const main = group.find(holdsSuspect) ?? mainOf(group, null);
    if (main !== undefined) causes.push({ main, statements: group, diagnosis: tiedDiagnosis(main) });
  }
  let open: readonly Statement[] = broken.filter((s) => tieOf(s) === null);
  while (open.length > 0) {
    const repairs = repairsOf(open, about, prints);
    const best = repairs[0];
    if (best === undefined) break;
    const diagnosis = diagnose(repairs, best);
    const mends = best.mends;
    const main = mainOf(mends, diagnosis.suspect);
    if (main === undefined) break;
    causes.push({ main, statements: mends, diagnosis });
    const taken = new Set(mends.map((statement) => statement.id));
    open = open.filter((statement) => !taken.has(statement.id));
  }
  const noted = gather(
    statements.filter((s) => s.verdict === 'inconsistent' && s.severity === 'info'),
    (s) => `${s.rule}|${s.stated?.origin.kind === 'table' ? s.stated.origin.table : s.id}`,
  ).flatMap((group): readonly Cause[] => {
    const [main] = group;
    return main === undefined ? [] : [{ main, statements: group, diagnosis: UNDECIDED }];
  });
  const rest = open.map((main) => ({ main, statements: [main], diagnosis: UNDECIDED }));
  return [...causes, ...rest, ...noted];
}

/** The statement of a tied group that the suspect itself stands in: it shows the slip best. */
const holdsSuspect = (statement: Statement): boolean =>
  factsOf(statement).some(({ id }) => id === statement.parameters.suspect);

function tiedDiagnosis(main: Statement): Diagnosis {
  const { suspect, slip, suggested } = main.parameters;
  const fact = factsOf(main).find((candidate) => candidate.id === suspect) ?? null;
  if (fact === null) return UNDECIDED;
  const kind = DIAGNOSES.find((known) => known === slip) ?? 'one-cell';
  return { kind, suspect: fact, suggested: suggested ?? null };
}
