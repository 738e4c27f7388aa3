import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { duizhang, temporaryFolder, WRONG_SHARE } from './command.ts';

const LAUNCHER = fileURLToPath(new URL('../bin/duizhang.mjs', import.meta.url));
const env = { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', NO_COLOR: '1' };

/** A command line of bash in which `duizhang` is the real command; what it prints last is the exit code. */
async function shell(line: string, cwd: string): Promise<{ stdout: string; stderr: string }> {
  const script = `set -o pipefail; duizhang() { "$NODE" "$LAUNCHER" "$@"; }; ${line}`;
  return promisify(execFile)('bash', ['--norc', '-c', script], {
    cwd,
    env: { ...env, NODE: process.execPath, LAUNCHER },
  });
}

describe('Ctrl-C', () => {
  it('ends ingest with 130 for a shell; the database is whole, and the next run goes on', async () => {
    const cwd = temporaryFolder();
    const count = 400;
    for (let i = 0; i < count; i += 1)
      writeFileSync(join(cwd, `r${i}.txt`), `${i}号县图书馆2024年度部门决算\n本年支出合计500.00万元。\n`);
    // The shell tells the code as its own last word; the signal comes when the first documents are in the database.
    const script = '"$NODE" "$LAUNCHER" ingest . --db a.sqlite --jobs 1 & echo $!; wait $!; echo "code $?"';
    const bash = spawn('bash', ['--norc', '-c', script], {
      cwd,
      env: { ...env, NODE: process.execPath, LAUNCHER },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let told = '';
    bash.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    const begun = Promise.withResolvers<void>();
    const watcher = watch(cwd, () => {
      if (existsSync(join(cwd, 'a.sqlite-wal'))) begun.resolve();
    });
    await Promise.race([begun.promise, once(bash, 'close')]);
    watcher.close();
    process.kill(Number.parseInt(told, 10), 'SIGINT');
    await once(bash, 'close');
    expect(told).toMatch(/code 130\n$/u);

    const again = await duizhang(['ingest', '.', '--db', 'a.sqlite'], { cwd });
    expect(again).toMatchObject({ code: 0 });
    const db = new Database(join(cwd, 'a.sqlite'), { readonly: true });
    try {
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(db.prepare('SELECT count(*) FROM documents').pluck().get()).toBe(count);
    } finally {
      db.close();
    }
  }, 120_000);

  it('leaves an older baseline as it was, and nothing beside it', async () => {
    const cwd = temporaryFolder();
    const old = '{\n  "version": 1,\n  "documents": []\n}\n';
    writeFileSync(join(cwd, 'known.json'), old);
    const files = Array.from({ length: 60 }, () => WRONG_SHARE);
    const args = [LAUNCHER, 'check', ...files, '--write-baseline', 'known.json'];
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] });
    const closed = once(child, 'close');
    // The first finding is printed: the baseline is not yet due.
    await once(child.stdout, 'data');
    child.stdout.resume();
    child.kill('SIGINT');
    const [, signal] = await closed;
    expect(signal).toBe('SIGINT');
    expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toBe(old);
    expect(readdirSync(cwd)).toEqual(['known.json']);
  }, 120_000);
});

describe('a reader that goes away', () => {
  it.each([
    ['rules', 'rules'],
    ['check', `check ${Array.from({ length: 30 }, () => `'${WRONG_SHARE}'`).join(' ')} --format json`],
    ['completion', 'completion zsh'],
    ['config', 'config --explain'],
  ])('of %s ends it without a word', async (_, line) => {
    const { stdout, stderr } = await shell(`duizhang ${line} | head -1 | cut -c1-20`, temporaryFolder());
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr).toBe('');
  });
});
