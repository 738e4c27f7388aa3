import type { FactKeys, Metric } from '../../model/keys.ts';
import type { ColumnReading, RowLabel, TableReading } from '../../model/reading.ts';
import { sectionsOf } from '../table/read.ts';
import { NO_LABEL } from '../table/row-label.ts';
import type { Section } from '../table/section.ts';
import { squeeze } from '../text/flat.ts';
import { areHeaded } from './columns.ts';
import { type KeyedCell, keysFrom, withoutTwins } from './facts.ts';
import { bareLabel, metricOfWords } from './vocabulary.ts';
import { isSilent, senseOf, WHOLE } from './words.ts';

type Said = Metric | 'whole' | null;

const OTHERS = /会议|培训/u;
const TOTAL = /^(?:合计|总计)$/u;
const SUBTOTAL = /^(?:合计|小计)$/u;
const VEHICLES = /公务用车/u;

const plain = (word: string): string => bareLabel(word, null).replace(/\((?:万|千)?元\)$/u, '');

/** 购置费 and 运行维护费 below 公务用车购置及运行维护费 say what they are of only together with it. */
function vehicleCosts(leaf: string, above: string): Metric | null {
  if (!VEHICLES.test(above)) return null;
  if (/^(?:其中:)?购置费?$/u.test(leaf)) return 'three-public.purchase';
  return /^(?:其中:)?运行(?:及?维护)?费?$/u.test(leaf) ? 'three-public.running' : null;
}

/**
 * What a column says: the item that its own words name, that above 小计, or the whole of its row.
 * @param pure false where other costs stand beside the three public ones, so that 合计 holds them too
 */
function columnSaid(column: ColumnReading, pure: boolean): Said {
  if (column.role !== 'amount') return null;
  const words = column.path
    .map((word) => plain(squeeze(word)))
    .filter((word) => SUBTOTAL.test(word) || !isSilent(word));
  const leaf = words.at(-1);
  const above = words.at(-2) ?? '';
  if (leaf === undefined) return 'whole';
  if (!SUBTOTAL.test(leaf)) return vehicleCosts(leaf, above) ?? metricOfWords(leaf);
  if (above !== '') return metricOfWords(above);
  return leaf === '合计' && pure ? 'whole' : null;
}

/** What a row says: the item that it names, or that it is the total. */
function rowSaid(label: RowLabel): Said {
  if (label.role === 'total' && TOTAL.test(label.name)) return 'whole';
  return metricOfWords(plain(label.name));
}

const isPure = (table: TableReading): boolean =>
  !sectionsOf(table).some(({ columns }) => columns.some(({ path }) => OTHERS.test(path.join('')))) &&
  !table.rows.some(({ labels }) => labels.some(({ name }) => OTHERS.test(name)));

/** The one line of a table with its items side by side and no labels; null where there are labels, or several lines. */
function onlyLine(table: TableReading, { body, columns }: Section): number | null {
  const labelled = body.some((row) => (table.rows[row]?.labels ?? []).some(({ text }) => text !== ''));
  const [only, ...others] = body.filter((row) =>
    columns.some(({ index }) => table.facts.has(`${row},${index}`)),
  );
  return labelled || only === undefined || others.length > 0 ? null : only;
}

function cellSaid(row: Said, column: Said, pure: boolean): Metric | null {
  if (row === null || column === null) return null;
  if (row !== 'whole') return column === 'whole' ? row : null;
  if (column !== 'whole') return column;
  return pure ? 'three-public' : null;
}

const keyed = (at: string, column: ColumnReading, metric: Metric | null): readonly KeyedCell[] => {
  const keys = keysFrom({ metric, fund: null, functionCode: null, economicCode: null });
  return keys === null ? [] : [{ at, column, keys }];
};

/** The keys of a table of the three public expenses, with its items in rows or side by side, by `row,column`. */
export function publicKeys(table: TableReading): ReadonlyMap<string, FactKeys> {
  const pure = isPure(table);
  const keys = new Map<string, FactKeys>();
  for (const section of sectionsOf(table)) {
    const { columns, body } = section;
    const headed = areHeaded(columns);
    const line = onlyLine(table, section);
    const said = columns.map((column) => (headed ? columnSaid(column, pure) : null));
    for (const row of body) {
      const cells = columns.flatMap((column, i): readonly KeyedCell[] => {
        const at = `${row},${column.index}`;
        if (!table.facts.has(at)) return [];
        const own = row === line ? 'whole' : rowSaid(table.rows[row]?.labels[column.block] ?? NO_LABEL);
        return keyed(at, column, cellSaid(own, said[i] ?? null, pure));
      });
      for (const [at, found] of withoutTwins(cells)) keys.set(at, found);
    }
  }
  return keys;
}

const isWhole = ({ role, path }: ColumnReading): boolean =>
  role === 'amount' &&
  path.map((word) => squeeze(word)).every((word) => isSilent(word) || senseOf(word) === WHOLE);

/** What a row of a table of purchases states: all of them, or those of one kind. */
function purchasesSaid(label: RowLabel): Metric | null {
  if (label.role === 'total') return 'procurement';
  const metric = metricOfWords(plain(label.name));
  return metric?.startsWith('procurement') === true ? metric : null;
}

/** The keys of a table of purchases: all of them, and goods, works and services where each is one row. */
export function purchaseKeys(table: TableReading): ReadonlyMap<string, FactKeys> {
  const keys = new Map<string, FactKeys>();
  const rows = sectionsOf(table).flatMap(({ columns, body }) =>
    body.flatMap((row) => {
      const metric = purchasesSaid(table.rows[row]?.labels[0] ?? NO_LABEL);
      return metric === null ? [] : [{ row, metric, columns: columns.filter(isWhole) }];
    }),
  );
  for (const same of Map.groupBy(rows, ({ metric }) => metric).values()) {
    const [only, ...others] = same;
    if (only === undefined || others.length > 0) continue;
    const cells = only.columns.flatMap((column) => {
      const at = `${only.row},${column.index}`;
      return table.facts.has(at) ? keyed(at, column, only.metric) : [];
    });
    for (const [at, found] of withoutTwins(cells)) keys.set(at, found);
  }
  return keys;
}
