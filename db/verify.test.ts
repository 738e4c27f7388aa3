import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ROWS_OF } from './counts.ts';
import { verify } from './verify.ts';

const root = new URL('../', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'duizhang-verify-'));
const filled = join(folder, 'a.sqlite');

beforeAll(() => {
  const report = new URL('fixtures/reports/yunxi-culture-2024.txt', root).pathname;
  const main = new URL('cli/main.ts', root).pathname;
  spawnSync(process.execPath, [main, 'ingest', report, '--db', filled]);
  return () => rmSync(folder, { recursive: true });
});

/** The faults of a copy to which something was done. */
function faultsAfter(sql: string): readonly object[] {
  const path = join(folder, 'copy.sqlite');
  const db = new Database(filled, { readonly: true });
  db.exec(`VACUUM INTO '${path}'`);
  db.close();
  onTestFinished(() => rmSync(path));
  const copy = new Database(path);
  copy.pragma('foreign_keys = OFF');
  copy.exec(sql);
  copy.close();
  const verified = verify(path);
  if (!verified.ok) throw new Error(verified.problem.code);
  return verified.value.faults;
}

describe('verify', () => {
  it('finds nothing in what was loaded', () => {
    expect(verify(filled)).toMatchObject({
      ok: true,
      value: {
        documents: 1,
        paths: 1,
        uncounted: 0,
        faults: [],
        runs: { started: 0, finished: 1, interrupted: 0 },
      },
    });
  });

  const relations = Object.keys(ROWS_OF).filter(
    (relation) => !['errors', 'document_units', 'implied_amounts'].includes(relation),
  );
  it.each(relations)('misses one row of %s', (relation) => {
    const key = ['finding_words', 'finding_operands', 'finding_statements'].includes(relation)
      ? 'finding_id'
      : relation === 'operands'
        ? 'statement_id'
        : relation === 'pages'
          ? 'document_id'
          : 'id';
    const faults = faultsAfter(
      `DELETE FROM ${relation} WHERE ${key} = (SELECT max(${key}) FROM ${relation})`,
    );
    expect(faults).toContainEqual(expect.objectContaining({ kind: 'rows', document: 1, relation }));
  });

  it.each([
    ['errors', "INSERT INTO errors (run_id, document_id, code, message) VALUES (1, 1, 'timeout', '')"],
    [
      'document_units',
      "INSERT INTO document_units (document_id, position, name, own, whole) VALUES (1, 99, '', 0, 0)",
    ],
  ])('sees one row of %s too many', (relation, sql) => {
    expect(faultsAfter(sql)).toEqual([expect.objectContaining({ kind: 'rows', relation })]);
  });

  it('sees documents without a path', () => {
    expect(faultsAfter('DELETE FROM document_paths')).toEqual([
      expect.objectContaining({ kind: 'no-path', document: 1 }),
    ]);
  });

  it('sees rows without what they belong to', () => {
    expect(faultsAfter('DELETE FROM statements')).toContainEqual(
      expect.objectContaining({ kind: 'foreign-key', relation: 'operands', parent: 'statements' }),
    );
  });

  it('sees an index that lacks a text', () => {
    expect(faultsAfter('DELETE FROM facts_search WHERE rowid = (SELECT max(id) FROM facts)')).toEqual([
      expect.objectContaining({ kind: 'index', relation: 'facts_search' }),
    ]);
  });

  it('counts documents that nobody counted', () => {
    expect(faultsAfter('DELETE FROM document_counts')).toEqual([]);
  });
});
