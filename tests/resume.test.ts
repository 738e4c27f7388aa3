import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { type Ended, start } from '../bench/faults/command.ts';
import { inProcess } from '../bench/faults/in-process.ts';
import { sound } from '../bench/faults/state.ts';
import { syntheticReport } from '../bench/synthetic.ts';
import { duizhang, FIXTURES, temporaryFolder } from './command.ts';
import { all } from './rows.ts';

function workplace(reports: number): { inputs: string; db: string } {
  const folder = temporaryFolder();
  const inputs = join(folder, 'in');
  mkdirSync(inputs);
  for (let i = 0; i < reports; i += 1)
    writeFileSync(join(inputs, `${String(i).padStart(4, '0')}.txt`), syntheticReport(i));
  return { inputs, db: join(folder, 'out.sqlite') };
}

/** The number of documents, or none where the database cannot be asked yet. */
function documents(db: string): number {
  try {
    const [row] = all(db, 'SELECT count(*) FROM documents');
    return Array.isArray(row) ? Number(row[0]) : 0;
  } catch {
    return 0;
  }
}

/** Sends a signal when some documents are loaded. */
async function interruptedBy(signal: NodeJS.Signals, args: readonly string[], db: string): Promise<Ended> {
  const before = documents(db);
  const { child, ended } = start(args);
  while (documents(db) < before + 3 && child.exitCode === null) await setTimeout(20);
  child.kill(signal);
  return ended;
}

describe('a run that is asked to end', () => {
  it('finishes what is under way, says so, and the next goes on', async () => {
    const { inputs, db } = workplace(40);
    const args = ['ingest', inputs, '--db', db, '--jobs', '1'];
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGHUP', 129],
    ] as const) {
      const ended = await interruptedBy(signal, args, db);
      expect(ended.code).toBe(code);
      expect(ended.stderr).toContain('stopping: what is under way has 5 s');
      expect(ended.stderr).toMatch(/^interrupted, \d+ of the files found so far not done; run the same/mu);
      expect(all(db, 'SELECT state, finished_at FROM runs ORDER BY id DESC LIMIT 1')).toEqual([
        ['interrupted', null],
      ]);
      const { documents: some, runs } = sound(db);
      expect(some).toBeLessThan(40);
      expect(runs.started).toBe(0);
    }
    const before = documents(db);
    const last = await duizhang(args);
    expect(last.stderr).toContain(`${40 - before} read, ${before} unchanged, 0 failed`);
    expect(sound(db)).toMatchObject({ documents: 40, runs: { interrupted: 2, finished: 1 } });
    expect(all(db, 'SELECT count(*) FROM errors')).toEqual([[0]]);
  }, 90_000);

  it('drops a long document whole when it is asked twice, as if it had never been begun', async () => {
    const { inputs, db } = workplace(1);
    const line = `${'项目支出绩效目标'.repeat(40)}100.00万元，占50.00%。\n`;
    writeFileSync(join(inputs, 'z-endless.txt'), line.repeat(20_000));
    const { child, ended } = start(['ingest', inputs, '--db', db, '--jobs', '1', '--timeout', '600']);
    while (documents(db) < 1 && child.exitCode === null) await setTimeout(20);
    child.kill('SIGINT');
    await setTimeout(700);
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    expect(sound(db).documents).toBe(1);
    expect(all(db, 'SELECT count(*) FROM errors')).toEqual([[0]]);
  }, 60_000);
});

describe('a second run', () => {
  const planned = async (args: readonly string[]) => {
    const { code, stdout } = await inProcess([...args, '--dry-run', '--format', 'ndjson']);
    expect(code).toBe(0);
    const rows: { path: string; why: string; read: boolean }[] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    return rows.map(({ path, why, read }) => [path.split('/').at(-1), why, read]);
  };

  it('says beforehand what it would do and why, does that, and loses nothing', async () => {
    const { inputs, db } = workplace(3);
    const file = (name: string): string => join(inputs, name);
    copyFileSync(file('0000.txt'), file('copy.txt'));
    copyFileSync(join(FIXTURES, 'damaged.pdf'), file('damaged.pdf'));
    const args = ['ingest', inputs, '--db', db, '--jobs', '1', '--no-link'];
    expect(await planned(args)).toEqual([
      ['0000.txt', 'new', true],
      ['0001.txt', 'new', true],
      ['0002.txt', 'new', true],
      ['copy.txt', 'copy', false],
      ['damaged.pdf', 'new', true],
    ]);
    expect(documents(db)).toBe(0);
    const first = await duizhang(args);
    expect(first.stderr).toContain('3 read, 0 unchanged, 1 copy, 1 failed');

    renameSync(file('0000.txt'), file('moved.txt'));
    writeFileSync(file('0001.txt'), syntheticReport(9));
    rmSync(file('copy.txt'));
    rmSync(file('0002.txt'));
    writeFileSync(file('empty.txt'), '');
    expect(await planned(args)).toEqual([
      ['0001.txt', 'changed', true],
      ['damaged.pdf', 'unchanged', false],
      ['empty.txt', 'unreadable', false],
      ['moved.txt', 'copy', false],
      ['0000.txt', 'gone', false],
      ['0002.txt', 'gone', false],
      ['copy.txt', 'gone', false],
    ]);
    expect(await planned([...args, '--retry', 'failed'])).toContainEqual(['damaged.pdf', 'retry', true]);
    expect(await planned([...args, '--ocr', 'never'])).toContainEqual(['moved.txt', 'config', true]);
    expect(all(db, 'SELECT count(*) FROM runs')).toEqual([[1]]);
    const second = await duizhang(args);
    expect(second.stderr).toContain(`${file('0002.txt')}: the file is gone; what was read from it is kept`);
    expect(second.stderr).toContain('1 read, 2 unchanged (1 of them not processed), 1 failed, 3 gone;');
    // The document of 0001.txt is replaced, that of 0002.txt is kept.
    expect(sound(db)).toMatchObject({ documents: 4, paths: 6, missingPaths: 3 });

    // What has moved and is then changed takes its old rows along.
    writeFileSync(file('moved.txt'), syntheticReport(5));
    writeFileSync(file('0002.txt'), syntheticReport(2));
    const third = await duizhang([...args, '--retry', 'failed']);
    expect(third.stderr).toContain('1 read, 2 unchanged, 2 failed;');
    expect(third.stderr).not.toContain('the file is gone');
    expect(sound(db)).toMatchObject({ documents: 4, paths: 4, missingPaths: 0 });

    const old = new Database(db);
    old.exec(
      `UPDATE documents SET work_key = 'old'; UPDATE runs SET stages = json_set(stages, '$.tables', '0')`,
    );
    old.close();
    const { stdout, stderr } = await inProcess([...args, '--dry-run'], 'zh');
    expect(stdout).toMatch(/0001\.txt: 处理步骤有变化 \(tables 0 → 1\)/u);
    expect(stderr).toContain('未写入任何内容');
  }, 60_000);
});

describe('a list and its parts', () => {
  it('comes in on the standard input', () => {
    const { inputs, db } = workplace(1);
    const main = new URL('../cli/main.ts', import.meta.url).pathname;
    const { stderr, status } = spawnSync(
      process.execPath,
      [main, 'ingest', '-', '--db', db, '--lang', 'en'],
      {
        cwd: inputs,
        encoding: 'utf8',
        input: '0000.txt\u0000missing\n.txt\u0000',
      },
    );
    expect(stderr).toContain('missing\\u000a.txt: not processed: there is no such file [not-found]');
    expect(stderr).toContain('1 read, 0 unchanged, 1 failed');
    expect(status).toBe(2);
  });

  it('has parts that are the whole, equal files in one of them', async () => {
    const { inputs, db } = workplace(4);
    copyFileSync(join(inputs, '0003.txt'), join(inputs, 'copy of 3.txt'));
    const parts = [1, 2].map((part) => `${db}.${part}`);
    for (const [i, part] of parts.entries()) {
      const args = ['ingest', inputs, '--db', part, '--jobs', '1', '--shard', `${i + 1}/2`];
      expect(await duizhang(args)).toMatchObject({ code: 0 });
    }
    const paths = parts.flatMap((part) => all(part, 'SELECT path FROM document_paths').flat());
    expect(paths).toHaveLength(5);
    expect(new Set(paths).size).toBe(5);
    const hashes = parts.flatMap((part) => all(part, 'SELECT sha256 FROM documents').flat());
    expect(hashes).toHaveLength(4);
    expect(new Set(hashes).size).toBe(4);
  });

  it.each([
    [['--shard', '3/2'], 'is no part of a list'],
    [['--settle', '3'], 'goes only with --watch'],
    [['--null'], 'goes only with -'],
    [['--watch', '--dry-run'], '--watch does not go with --dry-run'],
  ])('is refused with %j', async (more, sentence) => {
    const { code, stderr } = await inProcess(['ingest', FIXTURES, '--db', 'no.sqlite', ...more]);
    expect(code).toBe(64);
    expect(stderr).toContain(sentence);
  });
});
