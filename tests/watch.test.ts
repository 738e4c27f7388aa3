import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { start } from '../bench/faults/command.ts';
import { sound } from '../bench/faults/state.ts';
import { syntheticReport } from '../bench/synthetic.ts';
import { temporaryFolder } from './command.ts';

const MOST_MILLISECONDS = 60_000;

function asked(db: string, sql: string): string {
  const connection = new Database(db, { readonly: true });
  try {
    return connection.prepare(sql).raw().all().flat().join(',');
  } finally {
    connection.close();
  }
}

/** Waits until the database says so. */
async function until(db: string, sql: string, wanted: string): Promise<void> {
  const end = performance.now() + MOST_MILLISECONDS;
  let found = '';
  while (performance.now() < end) {
    try {
      found = asked(db, sql);
    } catch {
      // It is not there yet.
    }
    if (found === wanted) return;
    await setTimeout(100);
  }
  throw new Error(`${sql} says ${found} and not ${wanted}`);
}

const NAMES = `SELECT replace(path, rtrim(path, replace(path, '/', '')), '') AS name FROM document_paths
  WHERE missing_since IS NULL ORDER BY name`;
const LOADS = 'SELECT max(id) FROM documents';

it('files are read when they have come to rest, again when they change, and their going is noted', async () => {
  const folder = temporaryFolder();
  const inputs = join(folder, 'in');
  mkdirSync(inputs);
  const file = (name: string): string => join(inputs, name);
  const db = join(folder, 'out.sqlite');
  writeFileSync(file('a.txt'), syntheticReport(1));
  const args = ['ingest', inputs, '--db', db, '--watch', '--settle', '3', '--jobs', '1'];
  const { child, ended } = start(args);
  try {
    await until(db, NAMES, 'a.txt');
    // Copied slowly, never at rest for long.
    const text = syntheticReport(2);
    const piece = Math.ceil(text.length / 8);
    for (let i = 0; i < text.length; i += piece) {
      appendFileSync(file('b.txt'), text.slice(i, i + piece));
      await setTimeout(150);
    }
    // Another program's copy, under a name of its own until it is whole.
    writeFileSync(file('c.txt.part'), syntheticReport(3).slice(0, 2000));
    await until(db, NAMES, 'a.txt,b.txt');
    writeFileSync(file('c.txt.part'), syntheticReport(3));
    renameSync(file('c.txt.part'), file('c.txt'));
    await until(db, NAMES, 'a.txt,b.txt,c.txt');
    expect(asked(db, LOADS)).toBe('3');

    writeFileSync(file('a.txt'), syntheticReport(4));
    renameSync(file('b.txt'), file('moved.txt'));
    rmSync(file('c.txt'));
    await until(db, NAMES, 'a.txt,moved.txt');
    await until(db, 'SELECT count(*) FROM document_paths WHERE missing_since IS NOT NULL', '2');
    await until(db, 'SELECT count(*) FROM documents d JOIN document_paths p ON p.document_id = d.id', '4');
    await until(
      db,
      "SELECT d.id > 3 OR d.id = 1 FROM documents d JOIN document_paths p ON p.document_id = d.id WHERE p.path LIKE '%/a.txt'",
      '1',
    );
    expect(sound(db).documents).toBe(3);

    // Nobody else may write meanwhile.
    const second = await start(['ingest', inputs, '--db', db]).ended;
    expect(second).toMatchObject({ code: 2 });
    expect(second.stderr).toMatch(/is being written by another run of duizhang \(since 2\d{3}-/u);
  } finally {
    child.kill('SIGINT');
  }
  const { code, stderr } = await ended;
  expect(stderr).toContain('watching; files are read 3 s after their last change');
  expect(stderr).toContain(`${file('c.txt')}: the file is gone; what was read from it is kept`);
  expect(code).toBe(0);
  expect(asked(db, 'SELECT state, read FROM runs')).toBe('finished,4');
  expect(existsSync(`${db}-lock`)).toBe(false);
}, 180_000);

it('a folder may be empty at first', async () => {
  const folder = temporaryFolder();
  const db = join(folder, 'out.sqlite');
  const { child, ended } = start(['ingest', folder, '--db', db, '--watch', '--settle', '0.2']);
  if (child.stderr !== null) await once(child.stderr, 'data');
  await until(db, 'SELECT state FROM runs', 'started');
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
}, 90_000);
