import { sep } from 'node:path';
import type { Connection } from './open.ts';
import type { RunRecord } from './record.ts';

/** A document that is in the database already, with what its work was done under. */
export interface KnownDocument {
  readonly id: number;
  readonly workKey: string;
  /** The run that read it last. */
  readonly runId: number;
  readonly status: string;
  readonly findings: number;
  readonly codes: readonly string[];
}

interface KnownRow {
  readonly id: number;
  readonly work_key: string;
  readonly run_id: number;
  readonly status: string;
  readonly findings: number;
  readonly codes: string | null;
}

const KNOWN = `
  SELECT d.id, d.work_key, d.run_id, d.status,
    (SELECT count(*) FROM findings f WHERE f.document_id = d.id) AS findings,
    (SELECT group_concat(code) FROM errors e WHERE e.document_id = d.id) AS codes
  FROM documents d WHERE d.sha256 = ?`;

/** The document with these bytes, or null where it was never loaded. */
export function findKnown(db: Connection, sha256: string): KnownDocument | null {
  const row = db.prepare<[string], KnownRow>(KNOWN).get(sha256);
  if (row === undefined) return null;
  const codes = row.codes?.split(',') ?? [];
  const { id, work_key: workKey, run_id: runId, status, findings } = row;
  return { id, workKey, runId, status, findings, codes };
}

/** The document that was found at a path last, or null. */
export const documentAt = (db: Connection, path: string): number | null =>
  db.prepare<[string], number>('SELECT document_id FROM document_paths WHERE path = ?').pluck().get(path) ??
  null;

/** A path at which a document was found, and whether the file was seen to be gone since. */
export interface RecordedPath {
  readonly path: string;
  readonly missing: boolean;
}

/** What begins with `start` sorts from there on, and before the same with the next character in place of the last. */
const beginningWith = (start: string): readonly [string, string] => [
  start,
  `${start.slice(0, -1)}${String.fromCharCode(start.charCodeAt(start.length - 1) + 1)}`,
];

/**
 * The paths on record that are `path`, below it, or in it where it is an archive, in their order, one by one. Schemas before
 * version 4 know of none missing.
 */
export function* recordedPaths(db: Connection, path: string): Generator<RecordedPath, void> {
  const below = beginningWith(path.endsWith(sep) ? path : `${path}${sep}`);
  const inside = beginningWith(`${path}!/`);
  const missing = db.prepare(
    "SELECT 1 FROM pragma_table_info('document_paths') WHERE name = 'missing_since'",
  );
  const state = missing.get() === undefined ? '0' : 'missing_since IS NOT NULL';
  const rows = db.prepare<[string, string, string, string, string], { path: string; missing: number }>(
    `SELECT path, ${state} AS missing FROM document_paths
     WHERE path = ? OR (path > ? AND path < ?) OR (path > ? AND path < ?) ORDER BY path`,
  );
  for (const row of rows.iterate(path, ...below, ...inside))
    yield { path: row.path, missing: row.missing === 1 };
}

/** What a run said of itself when it began, as far as it can be read. */
export function runOf(db: Connection, id: number): RunRecord | null {
  const row = db
    .prepare<[number], { program: string; work_key: string; stages: string; config: string }>(
      'SELECT program, work_key, stages, config FROM runs WHERE id = ?',
    )
    .get(id);
  if (row === undefined) return null;
  const { program, work_key: workKey } = row;
  return { program, workKey, stages: JSON.parse(row.stages), config: JSON.parse(row.config) };
}
