import type { Fund, Metric } from '../../model/keys.ts';
import type { RowLabel } from '../../model/reading.ts';
import { type Account, namedAccount, printedAccount } from './account.ts';
import { CARRIED } from './vocabulary.ts';
import { senseOf } from './words.ts';

/** What a row of a standard table says. */
export interface RowSense extends Account {
  /** The metric that its name is of; null for accounts and totals, which state what their table is about. */
  readonly metric: Metric | null;
  /** The metric that its columns are parts of, where that is another. */
  readonly within: Metric | null;
  readonly fund: Fund | null;
  /** False where several rows say the same, or the row is that of one unit among several: then only its account is known. */
  readonly sure: boolean;
}

export type Side = 'income' | 'expenditure';

/** A row of totals: what it states is what its table is about. */
export const TOTAL: RowSense = {
  metric: null,
  within: null,
  fund: null,
  functionCode: null,
  economicCode: null,
  sure: true,
};
const of = (metric: Metric, fund: Fund | null = null): RowSense => ({ ...TOTAL, metric, fund });

/** 其他支出 is the name of a class and of much else: it needs other classes beside it. */
const OTHER = '229';
const ANY_TOTAL = /^(?:收入|支出)?(?:合计|总计)$/u;
const GRAND = /总计$/u;
const YEAR_TOTAL = /^[本当]年(?:收入|支出)(?:合计|小计)?$/u;

const classesAmong = (labels: readonly RowLabel[]): ReadonlySet<string> =>
  new Set(
    labels.flatMap((label) => (namedAccount(label, 'function') ?? printedAccount(label))?.functionCode ?? []),
  );

/** The account that a row names, if the rows around it bear it out. */
function accountAmong(label: RowLabel, around: ReadonlySet<string>): Account | null {
  const printed = printedAccount(label);
  if (printed !== null) return printed;
  const named = namedAccount(label, 'function');
  return named?.functionCode === OTHER && around.size < 2 ? null : named;
}

/**
 * What the rows of one side of a two-sided table say, from the top down: a fund below the opening balance is a part of
 * that balance. 合计 and 总计 hold what was carried over where the side has rows for that.
 */
export function sideRows(labels: readonly RowLabel[], side: Side): readonly (RowSense | null)[] {
  const carries = labels.some(({ name }) => YEAR_TOTAL.test(name) || CARRIED.test(name));
  const classes = side === 'expenditure' ? classesAmong(labels) : new Set<string>();
  let section: Metric = side;
  return labels.map((label) => {
    if (ANY_TOTAL.test(label.name)) {
      const grand = carries || GRAND.test(label.name);
      return { ...of(grand ? `${side}.grand` : side), within: carries ? null : side };
    }
    // 国有资本经营预算支出 is the name of a class, and would be that of a fund on the other side.
    const account = side === 'expenditure' ? accountAmong(label, classes) : null;
    if (account !== null) return { ...of(side), ...account };
    const sense = senseOf(label.name);
    if (sense === null) return null;
    if (sense.metric === null) return sense.fund === null ? null : of(section, sense.fund);
    section = sense.metric === 'opening' || sense.metric === 'closing' ? sense.metric : side;
    return of(sense.metric, sense.fund);
  });
}

/** What the rows of a list of accounts say: their account, the total, or (人员经费合计) a metric of their own. */
export function accountRows(
  labels: readonly RowLabel[],
  codes: 'function' | 'economic',
): readonly (RowSense | null)[] {
  const classes = codes === 'function' ? classesAmong(labels) : new Set<string>();
  const carries = labels.some(({ name }) => CARRIED.test(name));
  return labels.map((label) => {
    if (label.role === 'of-which') return null;
    const account =
      codes === 'function'
        ? accountAmong(label, classes)
        : (printedAccount(label) ?? namedAccount(label, codes));
    if (account !== null) return { ...TOTAL, ...account };
    const sense = senseOf(label.name);
    if (sense?.metric != null) return of(sense.metric, sense.fund);
    // 总计 below a row of what is carried over holds that too.
    if (label.role !== 'total' || (carries && GRAND.test(label.name))) return null;
    return TOTAL;
  });
}

/**
 * What the rows of a comparison of budget and final account say. Its total is that of income or of expenditure where most
 * of its rows are known and all are of one side.
 */
export function comparisonRows(labels: readonly RowLabel[]): readonly (RowSense | null)[] {
  const rows = accountRows(labels, 'function');
  const items = labels.filter(({ role }) => role === 'item');
  const known = rows.filter((row, i) => row !== null && labels[i]?.role === 'item');
  const income = rows.some((row) => row?.metric?.startsWith('income') === true);
  const expenditure = rows.some(
    (row) =>
      row != null && (row.functionCode !== null || /^(?:basic|project|expenditure)/u.test(row.metric ?? '')),
  );
  const side = income === expenditure ? null : income ? 'income' : 'expenditure';
  const complete = side !== null && known.length * 2 > items.length;
  return rows.map((row) => {
    if (row === null) return null;
    if (row.functionCode !== null) return { ...row, metric: 'expenditure' };
    if (row !== TOTAL) return row;
    return complete ? of(side) : null;
  });
}

/** Rows that say the same twice are of different units, or were cut in two: none of them is sure. */
export function distinct(rows: readonly (RowSense | null)[]): readonly (RowSense | null)[] {
  const keyOf = (row: RowSense): string =>
    `${row.metric}|${row.fund}|${row.functionCode}|${row.economicCode}`;
  const counts = new Map<string, number>();
  for (const row of rows) if (row !== null) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return rows.map((row) => (row === null || counts.get(keyOf(row)) === 1 ? row : { ...row, sure: false }));
}
