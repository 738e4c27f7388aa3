import { describe, expect, it } from 'vitest';
import type { QueryRow } from '../../query.ts';
import { WIDE_COLUMNS } from './columns.ts';
import { wideRows } from './rows.ts';

const BASE: QueryRow = {
  account: '青石县图书馆',
  document_id: 1,
  document: 'a.txt',
  entity: '青石县图书馆',
  region_code: null,
  scope: 'unit',
  document_kind: 'final-account',
  document_year: 2024,
  fact_id: 1,
  metric: 'expenditure',
  fund: 'all',
  phase: 'final',
  year: 2024,
  raw: '500.00',
  printed_unit: '万元',
  value: '5000000',
  value_fen: 500_000_000,
  named: 0,
};
const NO_FACT = { metric: null, fund: null, phase: null, value: null, value_fen: null, raw: null };
const other = { raw: '501.00', value: '5010000', value_fen: 501_000_000 };
const wide = (rows: readonly Partial<QueryRow>[], year?: number) => [
  ...wideRows(
    rows.map((row) => ({ ...BASE, ...row }) as QueryRow),
    year,
  ),
];
const given = (row: QueryRow | undefined) =>
  Object.fromEntries(
    Object.entries(row ?? {}).filter(
      ([name, value]) => value !== null && /_(initial|adjusted|final)$/u.test(name),
    ),
  );

describe('the wide table', () => {
  it('has exactly its columns', () => {
    const [row] = wide([{}]);
    expect(Object.keys(row ?? {})).toEqual(WIDE_COLUMNS.map(({ name }) => name));
    expect(new Set(WIDE_COLUMNS.map(({ name }) => name)).size).toBe(WIDE_COLUMNS.length);
  });

  it('has one row an entity and year, and a column a phase', () => {
    const budget = { document_id: 2, document_kind: 'budget', phase: 'initial', ...other };
    const rows = wide([
      {},
      { phase: 'prior', year: 2023, ...other },
      budget,
      { account: '青石县文化馆', entity: '青石县文化馆' },
    ]);
    expect(rows.map(({ entity, year, documents }) => [entity, year, documents])).toEqual([
      ['青石县图书馆', 2023, 1],
      ['青石县图书馆', 2024, 2],
      ['青石县文化馆', 2024, 1],
    ]);
    expect(given(rows[0])).toEqual({ expenditure_final: '5010000' });
    expect(given(rows[1])).toEqual({ expenditure_final: '5000000', expenditure_initial: '5010000' });
  });

  it('leaves what disagrees empty, and counts and names it', () => {
    const [row] = wide([{}, other, { metric: 'basic' }, { metric: 'basic' }]);
    expect(given(row)).toEqual({ basic_final: '5000000' });
    expect(row).toMatchObject({ conflicts: 1, conflicting: 'expenditure_final', doubtful: null });
  });

  it('keeps funds apart, and takes any where the metric alone says it', () => {
    const [row] = wide([
      {},
      { fund: 'general-public', ...other },
      { fund: null, ...other },
      { metric: 'three-public', fund: null },
      { metric: 'three-public', fund: 'fiscal' },
    ]);
    expect(given(row)).toEqual({
      expenditure_final: '5000000',
      expenditure_general_public_final: '5010000',
      three_public_final: '5000000',
    });
  });

  it('is not led astray by metrics that it does not know', () => {
    expect(given(wide([{ metric: 'execution-rate' }, { phase: 'plan' }])[0])).toEqual({});
  });

  it('keeps the department and the unit apart, and puts what does not say with the only one told', () => {
    const rows = wide([
      {},
      { scope: 'department', document_id: 2, ...other },
      { scope: 'unknown', document_id: 3 },
    ]);
    expect(rows.map(({ scope, expenditure_final }) => [scope, expenditure_final])).toEqual([
      ['department', '5010000'],
      ['unit', '5000000'],
      ['unknown', '5000000'],
    ]);
    const folded = wide([{}, { scope: 'unknown', document_id: 3, metric: 'basic' }]);
    expect(folded.map(({ scope, documents }) => [scope, documents])).toEqual([['unit', 2]]);
  });

  it('has a row for a document without any amount, but none that says nothing', () => {
    expect(wide([NO_FACT])).toMatchObject([{ year: 2024, documents: 1, conflicts: 0, conflicting: null }]);
    expect(wide([{ ...NO_FACT, entity: null }])).toEqual([]);
  });

  it('never takes two documents without an entity for one', () => {
    const rows = wide([
      { account: 'document:1', entity: null },
      { account: 'document:2', entity: null, document_id: 2, ...other },
    ]);
    expect(rows.map(({ expenditure_final }) => expenditure_final)).toEqual(['5000000', '5010000']);
  });

  it('keeps one year where that is asked for', () => {
    const rows = [{}, { phase: 'prior', year: 2023 }];
    expect(wide(rows, 2023).map(({ year }) => year)).toEqual([2023]);
    expect(wide(rows, 1999)).toEqual([]);
  });
});
