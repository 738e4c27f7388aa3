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

function ofWords({ text }: Filters): readonly Condition[] {
  if (text === undefined) return [];
  const like = `%${escaped(text)}%`;
  const columns = ['quote', 'message_en', 'message_zh'];
  const sql = columns.map((column) => `${column} LIKE ? ESCAPE '\\'`).join(' OR ');
  return [{ sql: `(${sql})`, values: columns.map(() => like) }];
}

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

  /** Rows come one by one: a database may hold more facts than memory does. */
  #ask(from: string, conditions: readonly Condition[], order: string, onRow: OnRow): DatabaseResult<number> {
    const where = conditions.map(({ sql }) => sql).join(' AND ');
    const sql = `SELECT * FROM (${from}) ${where === '' ? '' : `WHERE ${where}`} ORDER BY ${order}`;
    const values = conditions.flatMap((condition) => condition.values);
    return attempt(this.path, () => {
      let count = 0;
      for (const row of this.#db.prepare<unknown[], QueryRow>(sql).iterate(...values)) {
        count += 1;
        onRow(row);
      }
      return count;
    });
  }

  /** Gives every finding that the filters leave to `onRow`, and their number back. */
  findings(filters: Filters, onRow: OnRow): DatabaseResult<number> {
    const conditions = [
      ...ofCodes(filters),
      ...ofSeverity(filters),
      ...ofDocument(filters),
      ...ofYear(filters),
      ...ofWords(filters),
    ];
    return this.#ask('SELECT * FROM v_findings', conditions, 'document_id, finding_id', onRow);
  }

  /** The same for facts. Text is searched in their labels and in the sentences or rows that they stand in. */
  facts(filters: Filters, onRow: OnRow): DatabaseResult<number> {
    const search = 'fact_id IN (SELECT rowid FROM facts_search WHERE facts_search MATCH ?)';
    const conditions = [...ofSearch(filters, search), ...ofDocument(filters), ...ofYear(filters)];
    return this.#ask('SELECT * FROM v_facts', conditions, 'document_id, fact_id', onRow);
  }

  /** The same for tables. Text is searched in their titles and cells. */
  tables(filters: Filters, onRow: OnRow): DatabaseResult<number> {
    const conditions = [...ofTableText(filters), ...ofDocument(filters), ...ofYear(filters)];
    return this.#ask(TABLES, conditions, 'document_id, table_id', onRow);
  }

  close(): void {
    this.#db.close();
  }
}
