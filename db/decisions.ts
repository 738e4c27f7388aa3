import { existsSync } from 'node:fs';
import { Inserter } from './inserts.ts';
import { type Connection, openForWriting } from './open.ts';
import { attempt, type DatabaseResult, problem } from './problem.ts';
import type { Decision } from './record.ts';

/** What a reviewer says of a finding. */
export interface DecisionRecord {
  /** The key of the finding. */
  readonly key: string;
  readonly decision: Decision;
  readonly reason?: string;
  readonly by?: string;
}

/** A document, or an account of it, in which the finding stands. */
export interface Decided {
  readonly document: string;
  readonly entity: string;
  readonly year: number | null;
  readonly kind: string;
  readonly scope: string;
  readonly code: string;
}

/** Findings with that key, one row for each who and what that they are about. */
const ABOUT = `
  SELECT min(d.name) AS document, coalesce(d.entity, d.name) AS entity, d.year AS year, d.kind AS kind,
    d.scope AS scope, n.code AS code
  FROM (
    SELECT document_id, code FROM findings WHERE key = @key
    UNION ALL SELECT f.document_id, l.code FROM link_findings l JOIN facts f ON f.id = l.fact_id WHERE l.key = @key
  ) n JOIN documents d ON d.id = n.document_id
  GROUP BY 2, 3, 4, 5, 6`;

function insert(db: Connection, { key, decision, reason, by }: DecisionRecord): readonly Decided[] {
  const into = new Inserter(db);
  const about = db.prepare<{ key: string }, Decided>(ABOUT).all({ key });
  const at = new Date().toISOString();
  for (const { entity, year, kind, scope, code } of about)
    into.insert('decisions', {
      entity,
      year,
      kind,
      scope,
      key,
      code,
      decision,
      reason: reason ?? null,
      decided_by: by ?? null,
      decided_at: at,
    });
  return about;
}

/**
 * Writes down what was decided about a finding, for every account that has it; nothing where none has. It may be done
 * while a run is writing.
 */
export function decide(path: string, record: DecisionRecord): DatabaseResult<readonly Decided[]> {
  if (!existsSync(path)) return problem('not-found', path);
  const opened = openForWriting(path);
  if (!opened.ok) return opened;
  const db = opened.value;
  try {
    return attempt(path, () => db.transaction(() => insert(db, record)).immediate());
  } finally {
    // Where nobody else has it open it leaves the write-ahead mode, as `Store` does.
    db.pragma('busy_timeout = 0');
    attempt(path, () => db.pragma('journal_mode = DELETE'));
    db.close();
  }
}
