import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { problem } from '../db/problem.ts';
import { Store } from '../db/store.ts';
import { type Must, Writer } from './writer.ts';

const must: Must = (result) => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

function opened(): { store: Store; writer: Writer; runId: number; count: (sql: string) => unknown } {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-writer-'));
  const path = join(folder, 'a.sqlite');
  const store = must(Store.open(path));
  const reader = new Database(path, { readonly: true });
  onTestFinished(() => {
    reader.close();
    store.close();
    rmSync(folder, { recursive: true });
  });
  const runId = must(store.beginRun({ program: '0', workKey: 'w', stages: {}, config: {} }));
  return { store, writer: new Writer(store, must), runId, count: (sql) => reader.prepare(sql).pluck().get() };
}

const ERRORS = 'SELECT count(*) FROM errors';

describe('Writer', () => {
  const note = (runId: number, name: string) => (store: Store) =>
    store.noteFileError({ path: `/${name}`, code: 'empty', message: 'm' }, runId);

  it('writes together what comes together, and answers when others can see it', async () => {
    const { writer, runId, count } = opened();
    const seen = await Promise.all(
      Array.from({ length: 100 }, (_, i) => writer.write(note(runId, `${i}`)).then(() => count(ERRORS))),
    );
    expect(seen[0]).toBe(64);
    expect(seen.at(-1)).toBe(100);
  });

  it('undoes what fails alone and keeps the others of its batch', async () => {
    const { writer, runId, count } = opened();
    const answers = await Promise.allSettled([
      writer.write(note(runId, 'a')),
      writer.write((store) => {
        must(note(runId, 'b')(store));
        return store.noteFileError({ path: '/c', code: 'empty', message: 'm' }, runId + 1);
      }),
      writer.write(note(runId, 'd')),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(count('SELECT group_concat(path) FROM errors')).toBe('/a,/d');
  });

  it('answers all of a batch with the problem that its transaction has', async () => {
    const { store, writer, runId, count } = opened();
    store.together = () => problem('full', 'a.sqlite');
    const answers = await Promise.allSettled([
      writer.write(note(runId, 'a')),
      writer.write(note(runId, 'b')),
    ]);
    expect(answers).toEqual(Array(2).fill({ status: 'rejected', reason: new Error('full') }));
    expect(count(ERRORS)).toBe(0);
  });
});
