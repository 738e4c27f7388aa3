import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CONSISTENT, duizhang, FIXTURES, temporaryFolder, WRONG_SHARE } from './command.ts';

describe('wrong usage', () => {
  it.each([
    ['no command', [], 'no command'],
    ['an unknown command', ['chekc'], 'chekc'],
    ['an unknown option', ['check', '--colour', CONSISTENT], '--colour'],
    ['an option without its value', ['check', CONSISTENT, '--format'], '--format'],
    ['a value that is none', ['check', '--format', 'xml', CONSISTENT], 'xml'],
    ['no file', ['check'], 'file'],
    ['a missing file', ['check', CONSISTENT, 'not-there.txt'], 'not-there.txt'],
    ['a folder to check', ['check', FIXTURES], 'ingest'],
    ['a code that is none', ['check', '--rule', 'R1', CONSISTENT], 'R1'],
    ['an unknown rule', ['rules', 'R-99-99'], 'R-99-99'],
    ['ingest without a database', ['ingest', FIXTURES], '--db'],
    ['ingest of a missing path', ['ingest', 'not-there', '--db', 'unused.sqlite'], 'not-there'],
    ['ingest of a pattern without a match', ['ingest', 'not-there/*.pdf', '--db', 'unused.sqlite'], '*.pdf'],
    ['jobs that are no number', ['ingest', FIXTURES, '--db', 'unused.sqlite', '--jobs', 'many'], 'many'],
    ['a database that is not there', ['facts', '--db', 'not-there.sqlite'], 'not-there.sqlite'],
    ['a database in a missing folder', ['ingest', FIXTURES, '--db', 'not-there/a.sqlite'], 'not-there'],
  ])('%s ends with 64 before any work', async (_, args, named) => {
    const { code, stdout, stderr } = await duizhang(args, { cwd: temporaryFolder() });
    expect(code).toBe(64);
    expect(stdout).toBe('');
    expect(stderr).toContain(named);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });

  it('is told in the language asked for', async () => {
    const { code, stderr } = await duizhang(['check', '--lang', 'zh', 'not-there.txt']);
    expect(code).toBe(64);
    expect(stderr).toContain('没有这个文件');
  });
});

describe('the process', () => {
  const launcher = fileURLToPath(new URL('../bin/duizhang.mjs', import.meta.url));

  it('ends quietly when the reader of its output goes away', async () => {
    const args = [launcher, 'extract', ...Array.from({ length: 40 }, () => WRONG_SHARE)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => {
      stderr += data.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await once(child, 'close');
    expect(stderr).toBe('');
    expect(child.signalCode).toBe(null);
  });

  it('lists the rules and explains one', async () => {
    const { code, stdout } = await duizhang(['rules']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^R-\d\d-\d\d {2}(?:error|warning|info) {2}\S/u);
    const explained = await duizhang(['rules', 'R-30-01', '--lang', 'zh']);
    expect(explained.stdout).toContain('会指出');
    const family = await duizhang(['rules', 'R-30', '--format', 'json']);
    expect(family.stdout).toContain('"explanation"');
  });

  it('runs from any folder', async () => {
    const { code } = await duizhang(['check', join(FIXTURES, 'reports', 'consistent.txt')], { cwd: '/' });
    expect(code).toBe(0);
  });
});
