import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { CONSISTENT, duizhang, runsUnprivileged, temporaryFolder } from './command.ts';

async function filled(): Promise<string> {
  const db = join(temporaryFolder(), 'out.sqlite');
  await duizhang(['ingest', CONSISTENT, '--db', db]);
  return db;
}

/** Both ways to use a database end with 2 and one sentence that says what is wrong. */
async function expectRefused(db: string, sentence: string): Promise<void> {
  for (const args of [
    ['ingest', CONSISTENT, '--db', db],
    ['facts', '--db', db],
  ]) {
    const { code, stdout, stderr } = await duizhang(args);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  }
}

describe('a database that cannot be used', () => {
  it('is no database', async () => {
    const db = join(temporaryFolder(), 'notes.txt');
    writeFileSync(db, 'This is a text and no database. '.repeat(100));
    await expectRefused(db, 'is not an SQLite database');
  });

  it('is a folder', async () => {
    await expectRefused(temporaryFolder(), 'is not an SQLite database');
  });

  it('belongs to another program', async () => {
    const db = join(temporaryFolder(), 'other.sqlite');
    const other = new Database(db);
    other.exec('CREATE TABLE songs (title TEXT)');
    other.close();
    await expectRefused(db, 'database of another program');
    const after = new Database(db, { readonly: true });
    expect(after.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['songs']);
    after.close();
  });

  it('was made by a newer version', async () => {
    const db = await filled();
    const newer = new Database(db);
    newer.pragma('user_version = 999');
    newer.close();
    await expectRefused(db, 'made by a newer duizhang');
  });

  it('was made by an older version and is only asked', async () => {
    const db = await filled();
    const older = new Database(db);
    older.pragma('user_version = 0');
    older.close();
    const { code, stderr } = await duizhang(['facts', '--db', db]);
    expect(code).toBe(2);
    expect(stderr).toContain('made by an older duizhang');
  });

  it('is locked by another process', async () => {
    const db = await filled();
    const holder = new Database(db);
    holder.exec('BEGIN IMMEDIATE');
    const { code, stderr } = await duizhang(['ingest', CONSISTENT, '--db', db]);
    expect(code).toBe(2);
    expect(stderr).toContain('is locked by another process');
    const asked = await duizhang(['facts', '--db', db]);
    expect(asked.code).toBe(0);
    holder.exec('ROLLBACK');
    holder.close();
    const again = await duizhang(['ingest', CONSISTENT, '--db', db]);
    expect(again.code).toBe(0);
  });

  it('is read-only', async ({ skip }) => {
    if (!(await runsUnprivileged())) skip('the command does not run here without privileges');
    const db = await filled();
    chmodSync(join(db, '..'), 0o755);
    chmodSync(db, 0o444);
    const unprivileged = { unprivileged: true, cwd: '/' };
    const { code, stderr } = await duizhang(['ingest', CONSISTENT, '--db', db], unprivileged);
    expect(code).toBe(2);
    expect(stderr).toContain('read-only');
    const asked = await duizhang(['facts', '--db', db], unprivileged);
    expect(asked).toMatchObject({ code: 0 });
  });

  it('is damaged in the middle', async () => {
    const db = await filled();
    const bytes = readFileSync(db);
    bytes.fill(0xff, 4096);
    writeFileSync(db, bytes);
    const { code, stderr } = await duizhang(['facts', '--db', db]);
    expect(code).toBe(2);
    expect(stderr).toContain('is damaged');
  });
});
