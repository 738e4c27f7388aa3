import type { ColumnReading, TableKind } from '../../../model/reading.ts';
import type { Section } from '../../../normalizers/table/section.ts';
import { type Candidate, sumOf } from './claim.ts';
import { codedRows, hasUncoded, rootsOf, unlessLacking } from './hierarchy.ts';
import { type Hypothesis, lawful, type Support, unlessRowsLack } from './law.ts';
import { additiveColumns, blocksOf, labelOf, leastOf, type TableView } from './view.ts';

const RULES: Partial<Record<TableKind, string>> = { income: 'R-02-03', expenditure: 'R-03-03' };

interface Span {
  readonly total: number;
  readonly rows: readonly number[];
}

const hasFigures = (view: TableView, row: number, columns: readonly ColumnReading[]): boolean =>
  columns.some((column) => view.reading.facts.has(`${row},${column.index}`));

/** Each total row with the rows that it can be about: those above it up to the total before, or those below the first. */
function spansOf(
  view: TableView,
  section: Section,
  block: number,
  columns: readonly ColumnReading[],
): readonly Span[] {
  const rows = section.body.filter(
    (row) => hasFigures(view, row, columns) || labelOf(view.reading, row, block).role !== 'blank',
  );
  const isTotal = (row: number) =>
    labelOf(view.reading, row, block).role === 'total' && hasFigures(view, row, columns);
  const places = rows.flatMap((row, at) => (isTotal(row) ? [at] : []));
  return places.flatMap((at, i) => {
    const total = rows[at] ?? 0;
    const before = rows.slice((places[i - 1] ?? -1) + 1, at);
    const after = rows.slice(at + 1, places[i + 1]);
    return [
      ...(before.length > 0 ? [{ total, rows: before }] : []),
      ...(before.length === 0 && after.length > 0 ? [{ total, rows: after }] : []),
    ];
  });
}

interface PartSet {
  readonly rows: readonly number[];
  readonly rule: string;
  readonly support: Support;
}

/** The sets of rows that a total can add up, the most likely first. */
function partsOf(view: TableView, block: number, span: Span): readonly PartSet[] {
  const label = (row: number) => labelOf(view.reading, row, block);
  const counted = span.rows.filter((row) => label(row).role !== 'blank');
  const items = counted.filter((row) => label(row).role === 'item' || label(row).role === 'subtotal');
  const ordinals = items.filter((row) => label(row).ordinal !== null);
  const top = leastOf(ordinals.map((row) => label(row).level));
  const numbered = ordinals.filter((row) => label(row).level === top);
  const subtotals = counted.filter((row) => label(row).role === 'subtotal');
  const single = items.filter((row) => label(row).role === 'item');
  const sets: PartSet[] = [];
  if (numbered.length >= 2) sets.push({ rows: numbered, rule: 'R-10-04', support: 'known' as const });
  if (subtotals.length >= 1) {
    const first = subtotals[0] ?? 0;
    sets.push({ rows: subtotals, rule: 'R-10-03', support: 'worded' as const });
    sets.push({
      rows: [...subtotals, ...single.filter((row) => row > (subtotals.at(-1) ?? 0) || row < first)],
      rule: 'R-10-03',
      support: 'worded' as const,
    });
  }
  const support = numbered.length === 0 && subtotals.length === 0 ? ('known' as const) : ('worded' as const);
  sets.push({ rows: single, rule: 'R-10-03', support });
  return sets.filter(
    (set, i) =>
      set.rows.length >= 2 && sets.findIndex((other) => other.rows.join() === set.rows.join()) === i,
  );
}

function overColumns(
  view: TableView,
  columns: readonly ColumnReading[],
  total: number,
  rows: readonly number[],
  rule: string,
): readonly Candidate[] {
  return columns.flatMap(
    (column) =>
      sumOf(view.reading, {
        rule,
        stated: { row: total, column: column.index },
        terms: rows.map((row) => ({ row, column: column.index })),
      }) ?? [],
  );
}

/** A table with more totals is many tables one below the other: none of its totals is about all the codes. */
const MOST_TOTALS = 50;

/** A table of codes: its total adds up the rows without a parent. */
function codedTotals(view: TableView, section: Section): readonly Candidate[] {
  const rows = codedRows(view, section);
  const roots = rootsOf(rows);
  if (roots.length === 0 || rows.length < 2 || view.reading.kind === 'basic') return [];
  const columns = additiveColumns(section, 0);
  const totals = section.body.filter((row) => labelOf(view.reading, row, 0).role === 'total');
  if (totals.length > MOST_TOTALS) return [];
  const lacking = hasUncoded(view, section);
  const parts = roots.map((row) => row.row);
  return totals.flatMap((total) => {
    const candidates = overColumns(view, columns, total, parts, RULES[view.reading.kind] ?? 'R-10-03');
    return unlessLacking(unlessRowsLack(lawful([{ support: 'known', candidates }])), lacking);
  });
}

/** Total row = Σ of its rows, first or last, for every column that adds up (R-10-03, R-10-04, R-02-03, R-03-03). */
export function totalRowSums(view: TableView): readonly Candidate[] {
  if (view.reading.kind === 'basic') return [];
  return view.sections.flatMap((section) => {
    const sided =
      blocksOf(section).length > 1 && (view.reading.kind === 'total' || view.reading.kind === 'fiscal');
    if (sided) return [];
    if (
      section.columns.some((column) => column.role === 'score' || column.role === 'target') &&
      additiveColumns(section).length === 0
    )
      return [];
    const coded = codedTotals(view, section);
    if (coded.length > 0) return coded;
    return blocksOf(section).flatMap((block) => {
      const columns = additiveColumns(section, block);
      return spansOf(view, section, block, columns).flatMap((span) => {
        const readings: readonly Hypothesis[] = partsOf(view, block, span).map(({ rows, rule, support }) => ({
          support,
          candidates: overColumns(view, columns, span.total, rows, rule),
        }));
        return unlessRowsLack(lawful(readings));
      });
    });
  });
}
