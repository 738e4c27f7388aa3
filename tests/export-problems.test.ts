import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { duizhang, FIXTURES, runsUnprivileged, temporaryFolder } from './command.ts';

let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duizhang-export-'));
  await duizhang(['ingest', join(FIXTURES, 'reports'), '--db', at('out.sqlite')]);
  writeFileSync(at('there.csv'), 'as before');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what cannot be exported is told in one sentence', () => {
  it.each([
    ['a database that is not there', ['--db', 'none.sqlite', '--to', 'csv'], 'none.sqlite'],
    ['no form', ['--db', 'out.sqlite'], '--to'],
    ['an unknown form', ['--db', 'out.sqlite', '--to', 'dbf'], 'dbf'],
    ['a file that is there', ['--db', 'out.sqlite', '--to', 'csv', '--out', 'there.csv'], '--force'],
    ['a missing folder', ['--db', 'out.sqlite', '--to', 'csv', '--out', 'none/a.csv'], 'none'],
    ['no file for a form that needs one', ['--db', 'out.sqlite', '--to', 'parquet'], '--out'],
    ['a filter of other rows', ['--db', 'out.sqlite', '--to', 'csv', '--severity', 'error'], '--severity'],
    [
      'in the language asked for',
      ['--db', 'out.sqlite', '--to', 'csv', '--out', 'there.csv', '--lang', 'zh'],
      '已存在',
    ],
  ])('%s ends with 64 before any work', async (_, args, named) => {
    const { code, stdout, stderr } = await duizhang(['export', ...args], { cwd: folder });
    expect(stderr).toContain(named);
    expect(stderr.trim().split('\n')).toHaveLength(2);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(readFileSync(at('there.csv'), 'utf8')).toBe('as before');
  });

  it('a database that is none', async () => {
    const args = ['export', '--db', join(FIXTURES, 'README.md'), '--to', 'csv'];
    const { code, stdout, stderr } = await duizhang(args);
    expect(stderr).toMatch(/^duizhang: .* is not an SQLite database\n$/u);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('a folder that may not be written', async ({ skip }) => {
    if (!(await runsUnprivileged())) skip('the command does not run here without privileges');
    const own = temporaryFolder();
    chmodSync(own, 0o555);
    chmodSync(folder, 0o755);
    const args = ['export', '--db', at('out.sqlite'), '--to', 'csv', '--out', join(own, 'a.csv')];
    const { code, stderr } = await duizhang(args, { unprivileged: true, cwd: '/' });
    expect(stderr).toContain('no permission');
    expect(code).toBe(64);
  });

  it('rows that cannot be read: no file, no part of one', async () => {
    const own = temporaryFolder();
    const damaged = join(own, 'damaged.sqlite');
    const bytes = readFileSync(at('out.sqlite'));
    // Far behind the schema, so that the rows begin well.
    bytes.fill(0xff, Math.floor(bytes.length / 3));
    writeFileSync(damaged, bytes);
    const args = ['export', '--db', damaged, '--to', 'csv', '--out', join(own, 'a.csv')];
    const { code, stderr } = await duizhang(args);
    expect(stderr).toContain('damaged');
    expect(code).toBe(2);
    expect(readdirSync(own)).toEqual(['damaged.sqlite']);
  });
});
