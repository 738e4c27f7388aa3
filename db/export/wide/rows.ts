import { PHASES, type Phase } from '../../../model/reading.ts';
import type { QueryRow } from '../../query.ts';
import { choose, type Print } from './choose.ts';
import { columnOf } from './columns.ts';
import { FAMILIES, type Family } from './families.ts';
import { phaseOf } from './period.ts';

const UNKNOWN = 'unknown';

/** What is known of one entity in one year: its documents, and the prints of every column. */
interface Account {
  readonly entity: QueryRow[string];
  readonly regionCode: QueryRow[string];
  readonly scope: string;
  readonly year: number | null;
  readonly documents: Set<number>;
  readonly prints: Map<string, Print[]>;
}

const textOf = (value: QueryRow[string] | undefined): string => (typeof value === 'string' ? value : '');
const numberOf = (value: QueryRow[string] | undefined): number | null =>
  typeof value === 'number' ? value : null;

const families = (metric: string, fund: string): readonly Family[] =>
  FAMILIES.filter(
    ({ metrics, funds }) =>
      metrics.some((known) => known === metric) && (funds === null || funds.some((known) => known === fund)),
  );

/** The columns that a print is evidence for; its phase may be its own or that of its report. */
function columnsOf(row: QueryRow): readonly { readonly column: string; readonly isExplicit: boolean }[] {
  const found = phaseOf({
    phase: PHASES.find((known) => known === row.phase) ?? UNKNOWN,
    year: numberOf(row.year),
    documentYear: numberOf(row.document_year),
    documentKind: textOf(row.document_kind),
  });
  if (found === null) return [];
  const { phase, isExplicit } = found;
  const has = (family: Family, wanted: Phase) => family.phases.includes(wanted);
  return families(textOf(row.metric), textOf(row.fund))
    .filter((family) => has(family, phase))
    .map((family) => ({ column: columnOf(family, phase), isExplicit }));
}

/** Rows of one entity after the other. */
function* groups(rows: Iterable<QueryRow>): Generator<readonly QueryRow[]> {
  let group: QueryRow[] = [];
  for (const row of rows) {
    if (group.length > 0 && group[0]?.account !== row.account) {
      yield group;
      group = [];
    }
    group.push(row);
  }
  if (group.length > 0) yield group;
}

/** What the documents of an entity say about it: the first one that says anything. */
const firstOf = (group: readonly QueryRow[], column: string): QueryRow[string] =>
  group.find((row) => row[column] !== null)?.[column] ?? null;

/**
 * Which scope a document counts for. One that does not say whether it is of the department or of the unit alone goes
 * with the others of its entity where these are all of one scope.
 */
function scopeIn(group: readonly QueryRow[]): (row: QueryRow) => string {
  const told = new Set(group.map((row) => textOf(row.scope)).filter((scope) => scope !== UNKNOWN));
  const [only] = told;
  const fallback = told.size === 1 && only !== undefined ? only : UNKNOWN;
  return (row) => (row.scope === UNKNOWN ? fallback : textOf(row.scope));
}

function accountsOf(group: readonly QueryRow[]): readonly Account[] {
  const accounts = new Map<string, Account>();
  const scopeOf = scopeIn(group);
  const entity = firstOf(group, 'entity');
  const regionCode = firstOf(group, 'region_code');
  const accountFor = (row: QueryRow, year: number | null): Account => {
    const scope = scopeOf(row);
    const key = `${scope}|${year ?? ''}`;
    const known = accounts.get(key);
    const account = known ?? { entity, regionCode, scope, year, documents: new Set(), prints: new Map() };
    if (known === undefined) accounts.set(key, account);
    account.documents.add(numberOf(row.document_id) ?? 0);
    return account;
  };
  for (const row of group) {
    accountFor(row, numberOf(row.document_year));
    for (const { column, isExplicit } of columnsOf(row)) {
      const { prints } = accountFor(row, numberOf(row.year));
      const print: Print = {
        raw: textOf(row.raw),
        unit: textOf(row.printed_unit),
        value: textOf(row.value),
        isWhole: row.value_fen !== null,
        isExplicit,
        isNamed: row.named === 1,
      };
      const known = prints.get(column);
      if (known === undefined) prints.set(column, [print]);
      else known.push(print);
    }
  }
  return [...accounts.values()].sort(
    (a, b) => (a.year ?? 0) - (b.year ?? 0) || (a.scope < b.scope ? -1 : Number(a.scope > b.scope)),
  );
}

const ORDER = FAMILIES.flatMap((family) => family.phases.map((phase) => columnOf(family, phase)));

function rowOf({ entity, regionCode, scope, year, documents, prints }: Account): QueryRow {
  const chosen = ORDER.map((column) => ({ column, choice: choose(prints.get(column) ?? []) }));
  const values = chosen.map(({ column, choice }): [string, string | null] => [
    column,
    choice?.kind === 'value' ? choice.value : null,
  ]);
  const conflicting = chosen.filter(({ choice }) => choice?.kind === 'conflict');
  const doubtful = chosen.filter(({ choice }) => choice?.kind === 'value' && choice.isDoubtful);
  const named = (columns: typeof chosen): string | null =>
    columns.length === 0 ? null : columns.map(({ column }) => column).join(' ');
  return {
    entity,
    region_code: regionCode,
    scope,
    year,
    documents: documents.size,
    ...Object.fromEntries(values),
    conflicts: conflicting.length,
    conflicting: named(conflicting),
    doubtful: named(doubtful),
  };
}

/** A row says something where it names an entity or has an amount. */
const saysSomething = ({ entity, prints }: Account): boolean => entity !== null || prints.size > 0;

/**
 * Turns prints of headline metrics, all of one entity together, into one row an entity and year.
 * @param year only rows of this year
 */
export function* wideRows(prints: Iterable<QueryRow>, year?: number): Generator<QueryRow> {
  for (const group of groups(prints)) {
    for (const account of accountsOf(group)) {
      if (saysSomething(account) && (year === undefined || account.year === year)) yield rowOf(account);
    }
  }
}
