import type { Inserter } from './inserts.ts';
import { type DocumentRecord, WORD_LANGUAGES } from './record.ts';

/** How many rows below a document there are in each relation; `ROWS_OF` counts the same in the database. */
export type RowCounts = Readonly<Record<keyof typeof ROWS_OF, number>>;

const below = (relation: string): string =>
  `SELECT document_id, count(*) AS n FROM ${relation} WHERE document_id IS NOT NULL GROUP BY document_id`;
const belowParent = (relation: string, parent: string, key: string): string =>
  `SELECT p.document_id AS document_id, count(*) AS n FROM ${relation} c JOIN ${parent} p ON p.id = c.${key} GROUP BY p.document_id`;

/** Counts the rows that hang below each document, by relation. */
export const ROWS_OF = {
  pages: below('pages'),
  paragraphs: below('paragraphs'),
  tables: below('tables'),
  cells: belowParent('cells', 'tables', 'table_id'),
  facts: below('facts'),
  statements: below('statements'),
  operands: belowParent('operands', 'statements', 'statement_id'),
  findings: below('findings'),
  finding_words: belowParent('finding_words', 'findings', 'finding_id'),
  finding_operands: belowParent('finding_operands', 'findings', 'finding_id'),
  finding_statements: belowParent('finding_statements', 'findings', 'finding_id'),
  errors: below('errors'),
  document_units: below('document_units'),
  implied_amounts: below('implied_amounts'),
} as const;

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const present = (value: unknown): number => (value === undefined ? 0 : 1);

/** How many rows a record must come to, counted in the record and not while its rows are written. */
export function rowCountsOf({ report, pages, words, units, implied }: DocumentRecord): RowCounts {
  const { paragraphs, tables, facts, statements, findings, reasons } = report;
  const figures = new Set(facts.map(({ id }) => id));
  const claims = new Set(statements.map(({ id }) => id));
  return {
    pages: pages.length,
    paragraphs: paragraphs.length,
    tables: tables.length,
    cells: sum(tables.map(({ cells }) => cells.length)),
    facts: facts.length,
    statements: statements.length,
    operands: sum(statements.map(({ stated, operands }) => present(stated) + operands.length)),
    findings: findings.length,
    finding_words: sum(WORD_LANGUAGES.map((language) => Math.min(findings.length, words[language].length))),
    finding_operands: sum(
      findings.map(
        ({ stated, operands, diagnosis }) => present(stated) + operands.length + present(diagnosis?.suspect),
      ),
    ),
    finding_statements: sum(
      findings.map(({ explains }) => [...new Set(explains)].filter((key) => claims.has(key)).length),
    ),
    errors: reasons.length,
    document_units: units?.units.length ?? 0,
    implied_amounts: implied.filter(({ current, change }) => figures.has(current) && figures.has(change))
      .length,
  };
}

/** Writes down how many rows the document is loaded with. */
export function insertCounts(into: Inserter, documentId: number, record: DocumentRecord): void {
  into.insert('document_counts', { document_id: documentId, ...rowCountsOf(record) });
}
