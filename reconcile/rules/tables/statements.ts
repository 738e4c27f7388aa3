import type { Reading } from '../../../model/reading.ts';
import { onceFor } from '../../../normalizers/once.ts';
import { discoveredColumns } from '../../discovery/columns.ts';
import type { StatementDraft } from '../../rule.ts';
import { type Candidate, fails, holds } from './claim.ts';
import { averageStatements, differenceStatements, rateStatements } from './column-pairs.ts';
import { hierarchySums } from './hierarchy.ts';
import { economicTotals, namedRowSums, numberedSums, ofWhichLimits } from './named-rows.ts';
import { outlineSums } from './outline.ts';
import {
  completionStatements,
  executionScores,
  fundStatements,
  scoreLimits,
  scoreTotals,
} from './performance.ts';
import { balanceStatements, rowSumStatements } from './row-sums.ts';
import { sideStatements } from './sides.ts';
import { totalRowSums } from './total-row.ts';
import { type TableView, viewOf } from './view.ts';

type Family = (view: TableView) => readonly Candidate[];

/** Known formulas of one table, the most specific first: of two families that say the same, the first one says it. */
const FAMILIES: readonly Family[] = [
  sideStatements,
  hierarchySums,
  economicTotals,
  outlineSums,
  namedRowSums,
  fundStatements,
  rowSumStatements,
  balanceStatements,
  totalRowSums,
  numberedSums,
  differenceStatements,
  rateStatements,
  averageStatements,
  executionScores,
  completionStatements,
  scoreLimits,
  ofWhichLimits,
];

/** What a statement is about, whatever rule makes it and whichever of its figures it calls the result. */
const subject = ({ stated, operands, kind }: StatementDraft): string => {
  const ids = [stated?.id ?? '', ...operands.map((fact) => fact.id)].sort().join(' ');
  return kind === 'order' ? `order ${ids}` : kind === 'ratio' ? `ratio ${stated?.id} ${ids}` : ids;
};

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ draft }) => {
    const key = subject(draft);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Sums that close without their blank cells, before blanks count as zeros in a whole report. */
const BLANK_PROOFS = 2;

/** Blanks are zeros only where the report's own sums show it: they close over blanks, again and again. */
function blanksAreZeros(candidates: readonly Candidate[]): boolean {
  const over = candidates.filter(({ blanks }) => blanks);
  const closed = over.filter((candidate) => holds(candidate) && candidate.telling).length;
  return closed >= BLANK_PROOFS && over.filter(fails).length * 2 <= closed;
}

const settle = (candidates: readonly Candidate[]): readonly StatementDraft[] => {
  const zeros = blanksAreZeros(candidates);
  return candidates.map(({ draft, blanks }) =>
    blanks && draft.verdict === 'inconsistent' && !zeros
      ? { ...draft, verdict: 'unchecked', reason: 'operand-blank' }
      : draft,
  );
};

function statementsOf(reading: Reading): readonly StatementDraft[] {
  const views = reading.tables.filter((table) => table.kind !== 'contents').map(viewOf);
  const known = views.map((view) => FAMILIES.flatMap((family) => family(view)));
  const found = views.map((view, i) => discoveredColumns(view, known[i] ?? []));
  return settle(distinct([...known.flat(), ...scoreTotals(views), ...found.flat()]));
}

const statementsByRule = onceFor((reading: Reading) =>
  Map.groupBy(statementsOf(reading), (statement) => statement.rule),
);

/** The statements of all tables that belong to one rule. All families run once for a reading. */
export const tableStatements = (reading: Reading, rule: string): readonly StatementDraft[] =>
  statementsByRule(reading).get(rule) ?? [];

/** Every statement of every table, in the order of the tables. */
export const allTableStatements = (reading: Reading): readonly StatementDraft[] =>
  [...statementsByRule(reading).values()].flat();
