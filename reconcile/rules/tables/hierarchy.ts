import type { TableKind } from '../../../model/reading.ts';
import type { Section } from '../../../normalizers/table/section.ts';
import { type Candidate, fails, sumOf } from './claim.ts';
import { type Hypothesis, lawful, unlessRowsLack } from './law.ts';
import { additiveColumns, blocksOf, labelOf, type Position, type TableView } from './view.ts';

/** A row that carries a code, with the figures of its block. */
export interface CodedRow {
  readonly code: string;
  readonly row: number;
  readonly columns: readonly number[];
}

/** The coded rows of a section. Blocks side by side (the basic expenditure table) are one list of codes. */
export function codedRows({ reading }: TableView, section: Section): readonly CodedRow[] {
  return blocksOf(section).flatMap((block) => {
    const columns = additiveColumns(section, block).map((column) => column.index);
    return section.body.flatMap((row) => {
      const { code, role } = labelOf(reading, row, block);
      return code === null || role === 'of-which' || columns.length === 0 ? [] : [{ code, row, columns }];
    });
  });
}

/** The longest code of the table that another begins with, itself left out; null for a row that nothing contains. */
function parentIn(codes: ReadonlySet<string>, code: string): string | null {
  for (let length = code.length - 1; length > 0; length--)
    if (codes.has(code.slice(0, length))) return code.slice(0, length);
  return null;
}

/** The rows right below each code, and under null those that nothing contains. */
function byParent(rows: readonly CodedRow[]): ReadonlyMap<string | null, readonly CodedRow[]> {
  const codes = new Set(rows.map((row) => row.code));
  return Map.groupBy(rows, (row) => parentIn(codes, row.code));
}

/** Where codes repeat (a table of several units), a row belongs to the nearest prefix above it. */
function childrenByOrder(rows: readonly CodedRow[]): ReadonlyMap<CodedRow, readonly CodedRow[]> {
  const children = new Map<CodedRow, CodedRow[]>();
  const open: CodedRow[] = [];
  for (const row of rows) {
    while (
      open.length > 0 &&
      !(row.code.startsWith(open.at(-1)?.code ?? '') && row.code !== open.at(-1)?.code)
    )
      open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) {
      const known = children.get(parent);
      if (known === undefined) children.set(parent, [row]);
      else known.push(row);
    }
    open.push(row);
  }
  return children;
}

const hasRepeats = (rows: readonly CodedRow[]): boolean =>
  new Set(rows.map((row) => row.code)).size < rows.length;

/** Parent and children of every class and division that has any. */
export function families(rows: readonly CodedRow[]): readonly (readonly [CodedRow, readonly CodedRow[]])[] {
  if (hasRepeats(rows)) return [...childrenByOrder(rows)];
  const below = byParent(rows);
  return rows.flatMap((parent) => {
    const children = parent.code.length > 5 ? undefined : below.get(parent.code);
    return children === undefined ? [] : [[parent, children] as const];
  });
}

/** Rows of no parent in the table: what its total adds up. Empty where codes repeat without order. */
export function rootsOf(rows: readonly CodedRow[]): readonly CodedRow[] {
  if (hasRepeats(rows)) {
    const below = new Set([...childrenByOrder(rows).values()].flat());
    return rows.filter((row) => !below.has(row));
  }
  return byParent(rows).get(null) ?? [];
}

/** True where a row of figures stands among codes without one: a sum over codes may lack it. */
export function hasUncoded({ reading }: TableView, section: Section): boolean {
  const columns = additiveColumns(section, 0);
  return section.body.some((row) => {
    const label = labelOf(reading, row, 0);
    return (
      label.role === 'item' &&
      label.code === null &&
      columns.some(({ index }) => reading.facts.has(`${row},${index}`))
    );
  });
}

/** A failed sum that may lack a row proves nothing. */
export const unlessLacking = (candidates: readonly Candidate[], lacking: boolean): readonly Candidate[] =>
  lacking
    ? candidates.map((candidate) =>
        fails(candidate)
          ? { ...candidate, draft: { ...candidate.draft, verdict: 'unchecked', reason: 'operand-missing' } }
          : candidate,
      )
    : candidates;

const RULES: Partial<Record<TableKind, string>> = {
  income: 'R-02-02',
  expenditure: 'R-03-02',
  basic: 'R-06-03',
  'government-fund': 'R-08-01',
};

const at = (row: CodedRow, k: number): Position => ({ row: row.row, column: row.columns[k] ?? -1 });

/** Class = Σ divisions = Σ items, by code prefix, for every column that adds up. */
export function hierarchySums(view: TableView): readonly Candidate[] {
  const rule = RULES[view.reading.kind] ?? 'R-05-02';
  return view.sections.flatMap((section) => {
    const rows = codedRows(view, section);
    const groups = families(rows);
    const candidates = groups.flatMap(([parent, children]) =>
      unlessRowsLack(
        parent.columns.flatMap(
          (_, k) =>
            sumOf(view.reading, {
              rule,
              stated: at(parent, k),
              terms: children.map((child) => at(child, k)),
            }) ?? [],
        ),
      ),
    );
    // The prefix makes the sum meant; only a table that breaks it all over lists its items in part.
    const hypothesis: Hypothesis = { support: 'known', candidates };
    return unlessLacking(lawful([hypothesis]), hasUncoded(view, section));
  });
}
