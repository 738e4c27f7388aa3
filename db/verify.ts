import { ROWS_OF } from './counts.ts';
import { type Connection, openForReading } from './open.ts';
import { attempt, type DatabaseResult } from './problem.ts';

/** Something in a database that cannot be: of the file, between rows, or of one document. */
export type Fault =
  /** SQLite's own check of the file complains. */
  | { readonly kind: 'integrity'; readonly detail: string }
  /** Rows that belong to a row that is not there. */
  | {
      readonly kind: 'foreign-key';
      readonly relation: string;
      readonly parent: string;
      readonly rows: number;
    }
  /** A document has not the rows that it was loaded with. */
  | {
      readonly kind: 'rows';
      readonly document: number;
      readonly sha256: string;
      readonly relation: string;
      readonly expected: number;
      readonly found: number;
    }
  /** A text index has not the rows of what it indexes. */
  | { readonly kind: 'index'; readonly relation: string; readonly expected: number; readonly found: number }
  /** A document stands under no path. */
  | { readonly kind: 'no-path'; readonly document: number; readonly sha256: string };

/** What was looked at, and what is wrong; `more` faults beyond those that are listed. */
export interface Verification {
  readonly documents: number;
  readonly paths: number;
  readonly missingPaths: number;
  /** Documents of older versions, which no counts were written for. */
  readonly uncounted: number;
  readonly runs: Readonly<Record<'started' | 'finished' | 'interrupted', number>>;
  readonly faults: readonly Fault[];
  readonly more: number;
}

const MOST_FAULTS = 100;

const one = (db: Connection, sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;

function* integrity(db: Connection): Generator<Fault> {
  for (const detail of db.prepare<[], string>('PRAGMA integrity_check').pluck().iterate())
    if (detail !== 'ok') yield { kind: 'integrity', detail };
}

function* foreignKeys(db: Connection): Generator<Fault> {
  const orphans = db
    .prepare<[], { relation: string; parent: string; rows: number }>(
      'SELECT "table" AS relation, parent, count(*) AS rows FROM pragma_foreign_key_check GROUP BY 1, 2',
    )
    .all();
  for (const orphan of orphans) yield { kind: 'foreign-key', ...orphan };
}

function* rowsOfDocuments(db: Connection): Generator<Fault> {
  for (const [relation, counting] of Object.entries(ROWS_OF)) {
    const wrong = db.prepare<[], { document: number; sha256: string; expected: number; found: number }>(`
      SELECT d.id AS document, d.sha256 AS sha256, c.${relation} AS expected, coalesce(r.n, 0) AS found
      FROM document_counts c JOIN documents d ON d.id = c.document_id
      LEFT JOIN (${counting}) r ON r.document_id = c.document_id
      WHERE c.${relation} <> coalesce(r.n, 0) ORDER BY d.id`);
    for (const fault of wrong.iterate()) yield { kind: 'rows', relation, ...fault };
  }
}

const INDEXED = {
  paragraphs_search: 'SELECT count(*) FROM paragraphs',
  cells_search: "SELECT count(*) FROM cells WHERE text <> ''",
  facts_search: 'SELECT count(*) FROM facts',
} as const;

function* indexes(db: Connection): Generator<Fault> {
  for (const [relation, counting] of Object.entries(INDEXED)) {
    const expected = one(db, counting);
    const found = one(db, `SELECT count(*) FROM ${relation}`);
    if (expected !== found) yield { kind: 'index', relation, expected, found };
  }
}

function* withoutPath(db: Connection): Generator<Fault> {
  const lost = db.prepare<[], { document: number; sha256: string }>(`
    SELECT id AS document, sha256 FROM documents d
    WHERE NOT EXISTS (SELECT 1 FROM document_paths p WHERE p.document_id = d.id) ORDER BY id`);
  for (const document of lost.iterate()) yield { kind: 'no-path', ...document };
}

function looked(db: Connection): Verification {
  const faults: Fault[] = [];
  let more = 0;
  for (const check of [integrity, foreignKeys, rowsOfDocuments, indexes, withoutPath])
    for (const fault of check(db)) {
      if (faults.length < MOST_FAULTS) faults.push(fault);
      else more += 1;
    }
  const runs = { started: 0, finished: 0, interrupted: 0 };
  const states = db.prepare<[], { state: keyof typeof runs; n: number }>(
    'SELECT state, count(*) AS n FROM runs GROUP BY state',
  );
  for (const { state, n } of states.iterate()) runs[state] = n;
  return {
    documents: one(db, 'SELECT count(*) FROM documents'),
    paths: one(db, 'SELECT count(*) FROM document_paths'),
    missingPaths: one(db, 'SELECT count(*) FROM document_paths WHERE missing_since IS NOT NULL'),
    uncounted: one(
      db,
      'SELECT count(*) FROM documents WHERE id NOT IN (SELECT document_id FROM document_counts)',
    ),
    runs,
    faults,
    more,
  };
}

/**
 * Checks a database as a whole: the file itself, rows without what they belong to, documents that have not the rows that
 * they were loaded with, and text indexes. All of it sees one moment, also while a load is on its way.
 */
export function verify(path: string): DatabaseResult<Verification> {
  const opened = openForReading(path);
  if (!opened.ok) return opened;
  const db = opened.value;
  try {
    return attempt(path, () => db.transaction(looked)(db));
  } finally {
    db.close();
  }
}
