import { DIAGNOSES, type Diagnosis, type Statement } from '../../model/audit.ts';
import type { Fact } from '../../model/reading.ts';
import { FallingQueue } from './queue.ts';
import { writeLike } from './repair.ts';
import { countPrints, factsOf, type Repair, repairsOf } from './repairs.ts';
import { slipBetween } from './slip.ts';

/** A broken statement with every other broken statement that the same figure explains. */
export interface Cause {
  readonly main: Statement;
  readonly statements: readonly Statement[];
  readonly diagnosis: Diagnosis;
}

/** The figure that a finding suspects, and what it would have to say; undecided where two repairs explain it equally well. */
function diagnose(repairs: ReadonlyMap<string, readonly Repair[]>, best: Repair): Diagnosis {
  const about = new Set([...best.mends].flatMap(factsOf).map(({ id }) => id));
  about.delete(best.fact.id);
  const rivals = [...about].flatMap((id) => repairs.get(id) ?? []);
  const isRival = (repair: Repair): boolean =>
    repair.isOpen && repair.score >= best.score && [...repair.mends].some((one) => best.mends.has(one));
  if (rivals.some(isRival)) return UNDECIDED;
  const slip = slipBetween(best.fact.quantity.value, best.value, best.fact.quantity.decimals);
  // A figure over its bound would have to be less, but nothing says how much.
  if (slip === null && [...best.mends].every(({ formula }) => formula.kind === 'at-most')) return UNDECIDED;
  return { kind: slip ?? 'one-cell', suspect: best.fact, suggested: writeLike(best.fact, best.value) };
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
  const prints = countPrints(facts);
  const causes: Cause[] = [];
  for (const group of gather(
    broken.filter((s) => tieOf(s) !== null),
    (s) => tieOf(s) ?? '',
  )) {
    const main = group.find(holdsSuspect) ?? mainOf(group, null);
    if (main !== undefined) causes.push({ main, statements: group, diagnosis: tiedDiagnosis(main) });
  }
  const open = new Set(broken.filter((s) => tieOf(s) === null));
  const repairs = repairsOf({ open, about: aboutFacts(statements) }, prints);
  const queue = new FallingQueue([...repairs.values()].flat());
  for (let best = queue.best(); best !== undefined; best = queue.best()) {
    const diagnosis = diagnose(repairs, best);
    const mends = [...best.mends];
    const main = mainOf(mends, diagnosis.suspect);
    if (main === undefined) break;
    causes.push({ main, statements: mends, diagnosis });
    for (const statement of mends) {
      open.delete(statement);
      for (const fact of new Set(factsOf(statement)))
        for (const repair of repairs.get(fact.id) ?? []) repair.close(statement);
    }
  }
  const noted = gather(
    statements.filter((s) => s.verdict === 'inconsistent' && s.severity === 'info'),
    (s) => `${s.rule}|${s.stated?.origin.kind === 'table' ? s.stated.origin.table : s.id}`,
  ).flatMap((group): readonly Cause[] => {
    const [main] = group;
    return main === undefined ? [] : [{ main, statements: group, diagnosis: UNDECIDED }];
  });
  const rest = [...open].map((main) => ({ main, statements: [main], diagnosis: UNDECIDED }));
  return [...causes, ...rest, ...noted];
}

function aboutFacts(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const about = new Map<string, Statement[]>();
  for (const statement of statements)
    for (const { id } of new Set(factsOf(statement))) {
      const known = about.get(id);
      if (known === undefined) about.set(id, [statement]);
      else known.push(statement);
    }
  return about;
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
