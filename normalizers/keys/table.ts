import type { FactKeys, Fund, Metric } from '../../model/keys.ts';
import type { ColumnReading, RowLabel, TableReading } from '../../model/reading.ts';
import { sectionsOf } from '../table/read.ts';
import { NO_LABEL } from '../table/row-label.ts';
import type { Section } from '../table/section.ts';
import { squeeze } from '../text/flat.ts';
import { areHeaded, type ColumnSense, columnSense } from './columns.ts';
import { type KeyedCell, keysFrom, withoutTwins } from './facts.ts';
import { accountRows, comparisonRows, distinct, type RowSense, type Side, sideRows, TOTAL } from './rows.ts';
import { listsUnits, type Subject } from './subject.ts';
import { fundWithin, metricWithin } from './within.ts';

/** What a block of columns is a list of, and what its whole column measures. */
interface Block {
  readonly rows: ReadonlyMap<number, RowSense>;
  readonly whole: Metric | null;
}

/** 合计 in a table that also has a column of what was carried over holds that too. */
function wholeOf(subject: Subject, columns: readonly (ColumnSense | null)[]): Metric | null {
  const has = (metric: Metric) => columns.some((column) => column?.metric === metric);
  if (subject.whole === 'income') return has('opening') ? 'income.grand' : 'income';
  if (subject.whole === 'expenditure') return has('closing') ? 'expenditure.grand' : 'expenditure';
  return subject.whole;
}

/** The side of a block of columns by the words above it, or by where it stands. */
function sideOf(columns: readonly ColumnReading[], block: number): Side {
  const words = columns.map(({ path }) => squeeze(path[0] ?? '')).join('|');
  const [income, expenditure] = [/收入/u.test(words), /支出/u.test(words)];
  if (income !== expenditure) return income ? 'income' : 'expenditure';
  return block === 0 ? 'income' : 'expenditure';
}

function sensesOf(subject: Subject, table: TableReading, labels: readonly RowLabel[], side: Side) {
  if (subject.sides) return sideRows(labels, side);
  if (table.kind === 'budget-final-comparison') return comparisonRows(labels);
  return accountRows(labels, subject.codes);
}

/** The rows of a block; the one line of a table without labels is its total. */
function blockOf(
  table: TableReading,
  section: Section,
  subject: Subject,
  block: number,
  columns: readonly (ColumnSense | null)[],
): Block {
  const own = section.columns.filter((column) => column.block === block);
  const labels = section.body.map((row) => table.rows[row]?.labels[block] ?? NO_LABEL);
  const filled = section.body.filter((row) =>
    section.columns.some(({ index }) => table.facts.has(`${row},${index}`)),
  );
  const [only, ...others] = filled;
  const unlabelled = !subject.sides && others.length === 0 && labels.every(({ text }) => text === '');
  const senses = unlabelled
    ? section.body.map((row) => (row === only ? TOTAL : null))
    : distinct(sensesOf(subject, table, labels, sideOf(own, block)));
  const rows = new Map<number, RowSense>();
  const units = listsUnits(table);
  section.body.forEach((row, i) => {
    const sense = senses[i] ?? null;
    if (sense === null) return;
    const item = sense.functionCode !== null || sense.economicCode !== null;
    rows.set(row, units && item ? { ...sense, sure: false } : sense);
  });
  return { rows, whole: wholeOf(subject, columns) };
}

/** What a whole with balances in it is of the year alone. */
const yearly = (whole: Metric | null): Metric | null =>
  whole === 'income.grand' ? 'income' : whole === 'expenditure.grand' ? 'expenditure' : null;

function metricOf(row: RowSense, column: ColumnSense, whole: Metric | null): Metric | null {
  const item = row.economicCode !== null;
  // Where 人员经费 only heads a list of items, an item of it is one of basic expenditure like any other.
  const said = item && column.grouped ? null : column.metric;
  const own = metricWithin(row.metric ?? whole, said);
  if (own !== undefined) return own;
  const within = row.metric === null ? yearly(whole) : row.within;
  const narrower = within === null ? undefined : metricWithin(within, said);
  if (narrower !== undefined) return narrower;
  return row.metric === null && said !== null && /^(?:opening|closing)$/u.test(said) ? said : null;
}

function fundOf(subject: Fund | null, row: Fund | null, column: Fund | null): Fund | null | undefined {
  const cell = fundWithin(row, column) ?? fundWithin(column, row);
  return cell === undefined ? undefined : fundWithin(subject, cell);
}

function cellKeys(
  subject: Subject,
  block: Block,
  row: RowSense,
  column: ColumnSense | null,
): FactKeys | null {
  const economicCode = row.economicCode ?? column?.economicCode ?? null;
  const account = { functionCode: row.functionCode, economicCode };
  if (column === null || !row.sure) return keysFrom({ metric: null, fund: null, ...account });
  const metric = metricOf(row, column, block.whole);
  const fund = fundOf(subject.fund, row.fund, column.fund);
  if (fund === undefined) return keysFrom({ metric: null, fund: null, ...account });
  return keysFrom({ metric, fund, ...account });
}

/** The keys of the cells of a standard table, by `row,column`. Every row and every column is looked at once. */
export function standardKeys(table: TableReading, subject: Subject): ReadonlyMap<string, FactKeys> {
  const keys = new Map<string, FactKeys>();
  const heads = { economic: table.kind === 'general-budget-economic', sides: subject.sides };
  for (const section of sectionsOf(table)) {
    const headed = areHeaded(section.columns);
    const columns = section.columns.map((column) => (headed ? columnSense(column, heads) : null));
    const blocks = new Map<number, Block>();
    for (const { block } of section.columns)
      if (!blocks.has(block)) blocks.set(block, blockOf(table, section, subject, block, columns));
    for (const row of section.body) {
      const cells = section.columns.flatMap((column, i): readonly KeyedCell[] => {
        const at = `${row},${column.index}`;
        const block = blocks.get(column.block);
        const sense = block?.rows.get(row);
        if (block === undefined || sense === undefined || !table.facts.has(at)) return [];
        const found = cellKeys(subject, block, sense, columns[i] ?? null);
        return found === null ? [] : [{ at, column, keys: found }];
      });
      const byBlock = Map.groupBy(cells, ({ column }) => column.block);
      for (const side of byBlock.values()) for (const [at, found] of withoutTwins(side)) keys.set(at, found);
    }
  }
  return keys;
}
