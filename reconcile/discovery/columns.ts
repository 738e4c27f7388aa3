import type { ColumnReading } from '../../model/reading.ts';
import type { Section } from '../../normalizers/table/section.ts';
import { type Candidate, rateOf, sumOf } from '../rules/tables/claim.ts';
import { type Hypothesis, lawful } from '../rules/tables/law.ts';
import { blocksOf, columnsOf, factAt, type TableView } from '../rules/tables/view.ts';

const RULE = 'R-10-06';

/** Blocks wider than this are not searched: the number of formulas grows with the square of the columns. */
const MOST_COLUMNS = 10;
const LONGEST_RUN = 6;

/** Columns whose cells a known formula already states or uses along the row: a second law about them says nothing new. */
function boundColumns(known: readonly Candidate[], tableId: string): ReadonlySet<number> {
  const bound = new Set<number>();
  for (const { draft } of known) {
    const origin = draft.stated?.origin;
    if (origin?.kind !== 'table' || origin.table !== tableId) continue;
    const along = draft.operands.every(
      (fact) => fact.origin.kind === 'table' && fact.origin.row === origin.row,
    );
    if (!along) continue;
    bound.add(origin.column);
    // The parts of a known sum are what it leaves of them: no news either.
    if (draft.kind === 'sum' || draft.kind === 'difference')
      for (const { origin: part } of draft.operands) if (part.kind === 'table') bound.add(part.column);
  }
  return bound;
}

/** c = a + b + … over a run of neighbours, c = a − b over any two columns. */
function sumHypotheses(
  view: TableView,
  section: Section,
  columns: readonly ColumnReading[],
  c: ColumnReading,
): readonly Hypothesis[] {
  const at = columns.indexOf(c);
  const shapes: { readonly terms: readonly ColumnReading[]; readonly signs: readonly number[] }[] = [];
  for (let length = 2; length <= LONGEST_RUN; length++) {
    for (const start of [at + 1, at - length]) {
      const run = start < 0 ? [] : columns.slice(start, start + length);
      if (run.length === length && !run.includes(c)) shapes.push({ terms: run, signs: run.map(() => 1) });
    }
  }
  const others = columns.filter((column) => column !== c && column.unit === c.unit);
  for (const a of others) for (const b of others) if (a !== b) shapes.push({ terms: [a, b], signs: [1, -1] });
  return shapes.map(({ terms, signs }) => ({
    support: 'none',
    candidates: section.body.flatMap(
      (row) =>
        sumOf(view.reading, {
          rule: RULE,
          stated: { row, column: c.index },
          terms: terms.map(({ index }) => ({ row, column: index })),
          signs,
        }) ?? [],
    ),
  }));
}

function rateHypotheses(
  view: TableView,
  section: Section,
  columns: readonly ColumnReading[],
  c: ColumnReading,
): readonly Hypothesis[] {
  return columns.flatMap((a) =>
    columns
      .filter((b) => b !== a && a !== c && b !== c)
      .flatMap((b) =>
        (['share', 'deviation'] as const).map((kind) => ({
          support: 'none' as const,
          candidates: section.body.flatMap((row) => {
            const [stated, top, base] = [c, a, b].map(({ index }) => factAt(view.reading, row, index));
            return stated && top && base ? [rateOf(RULE, kind, stated, top, base)] : [];
          }),
        })),
      ),
  );
}

/** Formulas between the columns of a table that most of its rows bear out, for columns that no known formula binds. */
export function discoveredColumns(view: TableView, known: readonly Candidate[]): readonly Candidate[] {
  const bound = boundColumns(known, view.reading.table.id);
  return view.sections.flatMap((section) =>
    blocksOf(section).flatMap((block) => {
      const amounts = columnsOf(section, ['amount', 'count'], block);
      if (section.body.length < 3 || amounts.length < 2 || amounts.length > MOST_COLUMNS) return [];
      const taken = new Set(bound);
      const sums = amounts.flatMap((column) => {
        if (taken.has(column.index)) return [];
        const free = amounts.filter((other) => other === column || !taken.has(other.index));
        const found = lawful(sumHypotheses(view, section, free, column));
        // a = b + c, b = a − c and c = a − b are one law: the first of its columns speaks for all three.
        for (const { draft } of found)
          for (const fact of [draft.stated, ...draft.operands])
            if (fact?.origin.kind === 'table') taken.add(fact.origin.column);
        return found;
      });
      const rates = columnsOf(section, ['rate'], block)
        .filter((column) => !bound.has(column.index))
        .flatMap((column) => lawful(rateHypotheses(view, section, amounts, column)));
      return [...sums, ...rates];
    }),
  );
}
