import type { Severity } from '../model/audit.ts';
import { toSearch } from './grams.ts';
import { type Connection, openForReading } from './open.ts';
import { attempt, type DatabaseResult } from './problem.ts';

export type QueryRow = Readonly<Record<string, string | number | null>>;
export type OnRow = (row: QueryRow) => void;

/** What a query may ask for; every filter that is given must hold. */
export interface Filters {
  readonly codes?: readonly string[];
  readonly severity?: Severity;
  readonly document?: string;
  readonly year?: number;
  readonly text?: string;
}

interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

const NOTHING: Condition = { sql: '0', values: [] };
const escaped = (text: string): string => text.replace(/[\\%_]/gu, '\\$&');

/** Columns of v_findings and v_facts that `document` may name: a part of the file's name or of the entity. */
function ofDocument({ document }: Filters): readonly Condition[] {
  if (document === undefined) return [];
  const like = `%${escaped(document)}%`;
  const sql = "(document LIKE ? ESCAPE '\\' OR entity LIKE ? ESCAPE '\\')";
  return [{ sql, values: [like, like] }];
}

const ofYear = ({ year }: Filters): readonly Condition[] =>
  year === undefined ? [] : [{ sql: 'year = ?', values: [year] }];

/** A code or the beginning of one: R-10 stands for its whole family. */
function ofCodes({ codes }: Filters): readonly Condition[] {
  if (codes === undefined || codes.length === 0) return [];
  const sql = codes.map(() => "(code = ? OR code LIKE ? ESCAPE '\\')").join(' OR ');
  return [{ sql: `(${sql})`, values: codes.flatMap((code) => [code, `${escaped(code)}-%`]) }];
}

const ofSeverity = ({ severity }: Filters): readonly Condition[] =>
  severity === undefined ? [] : [{ sql: 'severity = ?', values: [severity] }];

function ofSearch({ text }: Filters, sql: string): readonly Condition[] {
  if (text === undefined) return [];
  const search = toSearch(text);
  return [search === null ? NOTHING : { sql, values: [search] }];
}

function ofWords({ text }: Filters, columns = ['quote', 'message_en', 'message_zh']): readonly Condition[] {
  if (text === undefined) return [];
  const like = `%${escaped(text)}%`;
  const sql = columns.map((column) => `${column} LIKE ? ESCAPE '\\'`).join(' OR ');
  return [{ sql: `(${sql})`, values: columns.map(() => like) }];
}

const ofDecisionText = (filters: Filters) => ofWords(filters, ['reason', 'message_en', 'message_zh']);

const IN_CELLS =
  'SELECT c.table_id FROM cells c WHERE c.id IN (SELECT rowid FROM cells_search WHERE cells_search MATCH ?)';

function ofTableText({ text }: Filters): readonly Condition[] {
  if (text === undefined) return [];
  const title = { sql: "title LIKE ? ESCAPE '\\'", values: [`%${escaped(text)}%`] };
  const search = toSearch(text);
  if (search === null) return [title];
  return [{ sql: `(${title.sql} OR table_id IN (${IN_CELLS}))`, values: [...title.values, search] }];
}

const TABLES = `
  SELECT t.id AS table_id, d.id AS document_id, d.name AS document, d.entity AS entity, d.year AS year,
    t.key AS key, t.title AS title, t.kind AS kind, t.unit AS unit, t.unit_basis AS unit_basis,
    t.header_rows AS header_rows, t.row_count AS rows, t.column_count AS columns
  FROM tables t JOIN documents d ON d.id = t.document_id`;

const IN_FACTS = 'fact_id IN (SELECT rowid FROM facts_search WHERE facts_search MATCH ?)';

const PRINTS = `
  SELECT coalesce(d.link_group, 'entity:' || d.entity, 'document:' || d.id) AS account,
    d.id AS document_id, d.name AS document, d.entity AS entity, d.region_code AS region_code,
    d.scope AS scope, d.kind AS document_kind, d.year AS document_year, f.id AS fact_id, f.metric AS metric,
    f.fund AS fund, f.phase AS phase, coalesce(f.year, d.year) AS year, f.raw AS raw, f.unit AS printed_unit,
    f.value AS value, f.value_fen AS value_fen,
    EXISTS (SELECT 1 FROM finding_operands o WHERE o.fact_id = f.id)
      OR EXISTS (SELECT 1 FROM link_findings l WHERE l.fact_id = f.id OR l.other_fact_id = f.id) AS named
  FROM documents d LEFT JOIN facts f ON f.document_id = d.id AND f.metric IS NOT NULL
    AND f.function_code IS NULL AND f.economic_code IS NULL AND f.value_unit = '元'
    AND f.approximate = 0 AND f.bound IS NULL
  WHERE d.status <> 'failed'`;

/** Findings within documents and across them, in the same columns. */
const ALL_FINDINGS = `
  SELECT finding_id, NULL AS link_finding_id, document_id, document, entity, year, key, code, severity, blame,
    message_en, message_zh, arithmetic, cause_en, cause_zh, stated, stated_value, unit, computed, gap, diagnosis,
    suggested, page, line, place, quote, NULL AS other_document_id, NULL AS other_document, NULL AS other_page,
    NULL AS other_line, NULL AS other_place, NULL AS other_quote
  FROM v_findings
  UNION ALL
  SELECT NULL, link_finding_id, document_id, document, entity, year, key, code, severity, blame,
    message_en, message_zh, arithmetic, NULL, NULL, stated, stated_value, unit, computed, gap, NULL,
    NULL, page, line, place, quote, other_document_id, other_document, other_page,
    other_line, other_place, other_quote
  FROM v_link_findings`;

const ofFindings = (filters: Filters): readonly Condition[] => [
  ...ofCodes(filters),
  ...ofSeverity(filters),
  ...ofDocument(filters),
  ...ofYear(filters),
  ...ofWords(filters),
];

/** What can be asked for: where its rows are from, their order, and the filters that it knows. */
interface Question {
  readonly from: string;
  readonly order: string;
  readonly conditions: (filters: Filters) => readonly Condition[];
}

const QUESTIONS = {
  /** Text is searched in the words and quotes of the findings. */
  findings: {
    from: 'SELECT * FROM v_findings',
    order: 'document_id, finding_id',
    conditions: ofFindings,
  },
  /** The same across documents. */
  linkFindings: {
    from: 'SELECT * FROM v_link_findings',
    order: 'document_id, link_finding_id',
    conditions: ofFindings,
  },
  /** Both: findings across documents stand at the document that they are shown at. */
  allFindings: {
    from: ALL_FINDINGS,
    order: 'document_id, link_finding_id, finding_id',
    conditions: ofFindings,
  },
  /** Text is searched in the labels and in the sentences or rows that the figures stand in. */
  facts: {
    from: 'SELECT * FROM v_facts',
    order: 'document_id, fact_id',
    conditions: (filters) => [...ofSearch(filters, IN_FACTS), ...ofDocument(filters), ...ofYear(filters)],
  },
  /** Text is searched in titles and cells. */
  tables: {
    from: TABLES,
    order: 'document_id, table_id',
    conditions: (filters) => [...ofTableText(filters), ...ofDocument(filters), ...ofYear(filters)],
  },
  /** What was decided about findings. Text is searched in the reasons and the words of the findings. */
  decisions: {
    from: 'SELECT * FROM v_decisions',
    order: 'decision_id, document_id',
    conditions: (filters) => [...ofDocument(filters), ...ofYear(filters), ...ofDecisionText(filters)],
  },
  /** The prints of headline metrics, all of one entity together; of a document without any, one row that says so. */
  prints: {
    from: PRINTS,
    order: 'account, document_id, fact_id',
    conditions: (filters) => ofDocument(filters),
  },
} as const satisfies Readonly<Record<string, Question>>;
export type Subject = keyof typeof QUESTIONS;

/** A database opened for questions. */
export class Archive {
  readonly path: string;
  readonly #db: Connection;

  private constructor(path: string, db: Connection) {
    this.path = path;
    this.#db = db;
  }

  static open(path: string): DatabaseResult<Archive> {
    const opened = openForReading(path);
    return opened.ok ? { ok: true, value: new Archive(path, opened.value) } : opened;
  }

  /**
   * Rows that the filters leave, one by one: a database may hold more facts than memory does.
   * What SQLite has to complain about is thrown at whoever takes the next row; `attempt` makes a value of it.
   */
  *rows(subject: Subject, filters: Filters): Generator<QueryRow, void> {
    const { from, order, conditions }: Question = QUESTIONS[subject];
    const asked = conditions(filters);
    const where = asked.map(({ sql }) => sql).join(' AND ');
    const sql = `SELECT * FROM (${from}) ${where === '' ? '' : `WHERE ${where}`} ORDER BY ${order}`;
    const values = asked.flatMap((condition) => condition.values);
    yield* this.#db.prepare<unknown[], QueryRow>(sql).iterate(...values);
  }

  /** Gives every row that the filters leave to `onRow`, and their number back. */
  ask(subject: Subject, filters: Filters, onRow: OnRow): DatabaseResult<number> {
    return attempt(this.path, () => {
      let count = 0;
      for (const row of this.rows(subject, filters)) {
        count += 1;
        onRow(row);
      }
      return count;
    });
  }

  close(): void {
    this.#db.close();
  }
}
