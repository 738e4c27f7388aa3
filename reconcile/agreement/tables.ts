import type { ColumnReading, Fact, Phase, Reading, TableReading } from '../../model/reading.ts';
import { columnOfCell } from '../../normalizers/table/columns-of-row.ts';
import { squeeze } from '../../normalizers/text/flat.ts';
import { type Bound, fundOf, metricNamed } from './metric.ts';

/** What the total row of a table is, by its kind. */
const TOTAL_OF: Readonly<Partial<Record<TableReading['kind'], string>>> = {
  'three-public': 'three-public',
  basic: 'basic',
  'general-budget': 'expenditure',
  expenditure: 'expenditure',
  income: 'income',
  'running-costs': 'running-costs',
  procurement: 'procurement',
};

const THREE_PUBLIC = /^(?:three-public|meetings|training|running-costs)/u;
/**
 * Which metrics a kind of table states. A table by economic item holds the reception costs of basic expenditure only,
 * lists of projects and purchases hold parts of everything: neither states the metric.
 */
const STATES: Readonly<Partial<Record<TableReading['kind'], RegExp>>> = {
  'three-public': THREE_PUBLIC,
  total: /^(?:income|expenditure|class)/u,
  fiscal: /^(?:income|expenditure|class)/u,
  income: /^income/u,
  expenditure: /^(?:expenditure|basic|project|class)/u,
  'general-budget': /^(?:expenditure|basic|project|class)/u,
  basic: /^(?:basic|personnel|operating)/u,
  'budget-final-comparison': /./u,
  'running-costs': /^running-costs/,
  procurement: /^procurement/,
};

/** Columns that hold the whole of their row; any other column holds a part of it. */
const WHOLE_COLUMN =
  /^(?:合计|小计|总计|金额|总额|资金总额|(?:本年)?(?:收入|支出)合计)$|^(?:(?:19|20)\d\d年度?)?(?:年初|全年|调整后?|本年)?(?:预算|决算|执行|支出)?数?$/u;

const PHASE_WORD = /^(?:年初|全年|调整后?)?(?:预算|决算|执行)数?$/u;

/**
 * The metric of a column in a table that has its items side by side and no row labels: its own words, or for 小计 and
 * 合计 the words above it; the whole of a table that holds nothing but the three public expenses. 预算数 and 决算数
 * stand over the items in some places and under them in others.
 */
function metricOfColumn(table: TableReading, path: readonly string[]): string | null {
  const words = path
    .map((word) => squeeze(word))
    .filter((word, i, all) => word !== all[i - 1] && !PHASE_WORD.test(word));
  const leaf = words.at(-1) ?? '';
  if (!/^(?:小计|合计)$/u.test(leaf)) return metricNamed(leaf);
  const above = metricNamed(words.at(-2) ?? '');
  const pure = !table.columns.some((column) => /会议|培训/u.test(column.path.join('')));
  return above ?? (leaf === '合计' && pure ? 'three-public' : null);
}

/** 总计 on either side of a two-sided table: the header says whether of income or of expenditure. */
function grandTotal(table: TableReading, label: string, path: readonly string[]): string | null {
  if ((table.kind !== 'total' && table.kind !== 'fiscal') || !/^(?:收入|支出)?总计$/u.test(squeeze(label)))
    return null;
  const words = squeeze(path.join(''));
  if (/收入/u.test(words) === /支出/u.test(words)) return null;
  return /收入/u.test(words) ? 'income.grand' : 'expenditure.grand';
}

/** The metric that a cell of a table states, by its row and column, or null. */
export function metricAt(table: TableReading, row: number, column: number): string | null {
  const heading = columnOfCell(table, row, column);
  const labels = table.rows[row]?.labels ?? [];
  const label = labels[heading?.block ?? 0] ?? labels[0];
  if (label === undefined || heading === undefined) return null;
  const leaf = squeeze(heading.path.at(-1) ?? '').replace(/\(?(?:万元|元)\)?$/u, '');
  if (table.kind === 'three-public' && labels.every(({ text }) => text === ''))
    return metricOfColumn(table, heading.path);
  const total = label.role === 'total';
  // 基本支出 in the total row of a table by function is the metric of its column.
  if (!WHOLE_COLUMN.test(leaf)) return total ? metricNamed(leaf) : null;
  if (total)
    return (
      metricNamed(label.text) ?? grandTotal(table, label.text, heading.path) ?? TOTAL_OF[table.kind] ?? null
    );
  return metricNamed(label.name) ?? metricNamed(label.text);
}

/** Tables that print one year of a budget beside the standard ones, which the rules across tables compare. */
const APART: ReadonlySet<TableReading['kind']> = new Set(['three-public', 'running-costs', 'procurement']);

/** In a budget, 预算数 of these tables is the initial budget; in a final account it may be the adjusted one. */
function phaseOf(reading: Reading, table: TableReading, { phase, path, year }: ColumnReading): Phase {
  if (phase !== 'unknown' || reading.profile.kind !== 'budget' || !APART.has(table.kind)) return phase;
  const words = squeeze(path.join(''));
  const own = year === null || year === reading.profile.year;
  return own && /预算/u.test(words) && !/决算|执行/u.test(words) ? 'initial' : phase;
}

function boundOf(reading: Reading, table: TableReading, fact: Fact): Bound | null {
  if (fact.origin.kind !== 'table' || fact.quantity.unit !== '元') return null;
  const { row, column } = fact.origin;
  const heading = columnOfCell(table, row, column);
  if (heading === undefined || heading.role !== 'amount') return null;
  const phase = phaseOf(reading, table, heading);
  if (phase === 'unknown') return null;
  if (/差异|增减|差额|增长|结转|其中/u.test(heading.path.join(''))) return null;
  const metric = metricAt(table, row, column);
  if (metric === null || !(STATES[table.kind]?.test(metric) ?? false)) return null;
  const year = heading.year ?? reading.profile.year;
  const general = table.kind === 'general-budget' || table.kind === 'basic' ? '一般公共' : '';
  const fund = fundOf(metric, heading.path.join(''), table.title ?? '', general);
  const prior = phase === 'prior';
  const past = prior && heading.year === null && year !== null;
  return {
    fact,
    metric,
    year: past ? year - 1 : year,
    phase: prior ? 'final' : phase,
    explicit: true,
    fund,
  };
}

/** The amounts of tables whose row and column name a metric of the vocabulary, each metric once a table. */
export const boundInTables = (reading: Reading): readonly Bound[] =>
  reading.tables.flatMap((table) => {
    const bound = [...table.facts.values()].flatMap((fact) => boundOf(reading, table, fact) ?? []);
    const key = (b: Bound) => `${b.metric}|${b.year}|${b.phase}|${b.fund}`;
    const counts = new Map<string, number>();
    for (const b of bound) counts.set(key(b), (counts.get(key(b)) ?? 0) + 1);
    return bound.filter((b) => counts.get(key(b)) === 1);
  });
