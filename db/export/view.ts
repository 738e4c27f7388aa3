import { DICTIONARY } from '../dictionary.ts';
import type { Archive, Filters, QueryRow } from '../query.ts';
import { columnsOfView, type ExportColumn } from './column.ts';
import type { ExportTable } from './format.ts';
import type { ViewName } from './names.ts';
import { WIDE_COLUMNS, WIDE_SUMMARY } from './wide/columns.ts';
import { wideRows } from './wide/rows.ts';

/** What can be exported: its columns, and how its rows are asked for. */
export interface View {
  readonly name: ViewName;
  readonly summary: string;
  readonly key: readonly string[];
  readonly columns: () => readonly ExportColumn[];
  readonly rows: (archive: Archive, filters: Filters) => Generator<QueryRow, void>;
  /** The filters that it knows. */
  readonly filters: readonly (keyof Filters)[];
}

const facts: View = {
  name: 'facts',
  summary: DICTIONARY.v_facts?.summary ?? '',
  key: ['fact_id'],
  columns: () => columnsOfView('v_facts'),
  rows: (archive, filters) => archive.rows('facts', filters),
  filters: ['document', 'year', 'text'],
};

const findings: View = {
  name: 'findings',
  summary: DICTIONARY.v_findings?.summary ?? '',
  key: ['finding_id'],
  columns: () => columnsOfView('v_findings'),
  rows: (archive, filters) => archive.rows('findings', filters),
  filters: ['document', 'year', 'text', 'codes', 'severity'],
};

const linkFindings: View = {
  name: 'link-findings',
  summary: DICTIONARY.v_link_findings?.summary ?? '',
  key: ['link_finding_id'],
  columns: () => columnsOfView('v_link_findings'),
  rows: (archive, filters) => archive.rows('linkFindings', filters),
  filters: findings.filters,
};

const wide: View = {
  name: 'wide',
  summary: WIDE_SUMMARY,
  key: [],
  columns: () => WIDE_COLUMNS,
  rows: (archive, { year, ...filters }) => wideRows(archive.rows('prints', filters), year),
  filters: ['document', 'year'],
};

/** Every table that can be exported. */
export const VIEWS: Readonly<Record<ViewName, View>> = {
  facts,
  wide,
  findings,
  'link-findings': linkFindings,
};

/** A view as a table whose rows can be taken once. */
export const tableOf = ({ name, summary, key, columns }: View, rows: Iterable<QueryRow>): ExportTable => ({
  name,
  summary,
  key,
  columns: columns(),
  rows,
});
