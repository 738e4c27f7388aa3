import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { columnsOf, emptyDatabase, relationsOf } from '../describe.ts';
import { type Connection, openForReading, openForWriting } from '../open.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './registry.ts';

const OURS = 0x647a6867;

/** A database as a program of that version left it, with one document and one fact. */
function madeBy(version: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-upgrade-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'old.sqlite');
  const db = new Database(path);
  for (const step of MIGRATIONS.filter((migration) => migration.version <= version)) db.exec(step.sql);
  db.pragma(`application_id = ${OURS}`);
  db.pragma(`user_version = ${version}`);
  db.exec(`
    INSERT INTO runs (id, started_at, program, work_key, stages, config) VALUES (1, '', '', '', '{}', '{}');
    INSERT INTO documents (id, sha256, name, media_type, bytes, page_count, status, kind, scope, totals_checked,
      totals_stated, work_key, run_id) VALUES (1, 'a', 'a.txt', '', 1, 1, 'ok', 'other', 'unknown', 0, 0, 'old', 1);
    INSERT INTO facts (document_id, key, label, raw, unit, value, value_unit, phase, approximate, origin, quote, place)
      VALUES (1, 'f1', '合计', '42', '元', '42', '元', 'final', 0, 'prose', '合计42元', '{"line":1,"column":3}');`);
  db.close();
  return path;
}

function opened(path: string): Connection {
  const result = openForWriting(path);
  if (!result.ok) throw new Error(result.problem.code);
  onTestFinished(() => {
    result.value.close();
  });
  return result.value;
}

const schemaOf = (db: Connection) =>
  relationsOf(db).map((name) => [name, columnsOf(db, name).map((column) => column.name)]);

describe('a database of an older version', () => {
  const older = MIGRATIONS.map(({ version }) => version).filter((version) => version < SCHEMA_VERSION);

  it.each(older)('%i is brought up to date where it stands, and keeps its rows', (version) => {
    const db = opened(madeBy(version));
    expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(schemaOf(db)).toEqual(schemaOf(emptyDatabase()));
    expect(db.prepare('SELECT value, line, metric FROM v_facts').all()).toEqual([
      { value: '42', line: 1, metric: null },
    ]);
  });

  it.each(older)('%i is not asked before that', (version) => {
    expect(openForReading(madeBy(version))).toMatchObject({ ok: false, problem: { code: 'older' } });
  });
});

describe('the indices', () => {
  const planOf = (sql: string): string =>
    emptyDatabase()
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join('\n');

  it('lead from a figure to the same one in the other documents of its entity', () => {
    const plan = planOf(`
      SELECT b.id FROM facts a JOIN documents mine ON mine.id = a.document_id
      JOIN documents theirs ON theirs.entity = mine.entity AND theirs.year = mine.year - 1
      JOIN facts b ON b.document_id = theirs.id AND b.metric = a.metric AND b.year = a.year AND b.phase = a.phase
        AND b.fund = a.fund AND b.function_code IS a.function_code
      WHERE a.document_id = 1 AND a.metric IS NOT NULL`);
    expect(plan).toContain('documents_entity (entity=? AND year=?)');
    expect(plan).toContain(
      'facts_link (document_id=? AND metric=? AND year=? AND phase=? AND fund=? AND function_code=?)',
    );
  });
});
