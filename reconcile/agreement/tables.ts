import type { Fact, Reading, TableReading } from '../../model/reading.ts';
import { type Bound, metricNamed } from './metric.ts';

/** Rows that hold the whole of their table; what the whole is, the kind of the table says. */
const TOTAL_OF: Readonly<Partial<Record<TableReading['kind'], string>>> = {
  'three-public': 'three-public',
  basic: 'basic',
  'general-budget': 'general-expenditure',
  expenditure: 'expenditure',
  income: 'income',
};

function metricOf(table: TableReading, row: number, column: number): string | null {
  const heading = table.columns[column];
  const labels = table.rows[row]?.labels ?? [];
  const label = labels[heading?.block ?? 0] ?? labels[0];
  if (label === undefined || heading === undefined) return null;
  if (label.role === 'total') return metricNamed(label.text) ?? TOTAL_OF[table.kind] ?? null;
  return metricNamed(label.name) ?? metricNamed(label.text);
}

function boundOf(reading: Reading, table: TableReading, fact: Fact): Bound | null {
  if (fact.origin.kind !== 'table' || fact.quantity.unit !== '元') return null;
  const { row, column } = fact.origin;
  const heading = table.columns[column];
  if (heading === undefined || heading.role !== 'amount' || heading.phase === 'unknown') return null;
  if (/差异|增减|差额|增长|结转|其中/u.test(heading.path.join(''))) return null;
  const metric = metricOf(table, row, column);
  if (metric === null) return null;
  const year = heading.year ?? reading.profile.year;
  const prior = heading.phase === 'prior';
  const past = prior && heading.year === null && year !== null;
  return {
    fact,
    metric,
    year: past ? year - 1 : year,
    phase: prior ? 'final' : heading.phase,
    explicit: true,
  };
}

/** The amounts of tables whose row and column name a metric of the vocabulary. */
export const boundInTables = (reading: Reading): readonly Bound[] =>
  reading.tables.flatMap((table) =>
    [...table.facts.values()].flatMap((fact) => boundOf(reading, table, fact) ?? []),
  );
