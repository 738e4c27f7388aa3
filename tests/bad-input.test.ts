import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Report } from '../model/report.ts';
import type { ReasonCode } from '../model/status.ts';
import { CONSISTENT, duizhang, FIXTURES, runsUnprivileged, temporaryFolder, WRONG_SHARE } from './command.ts';

const MEBIBYTE = 1024 * 1024;

/** Bytes that look like nothing, the same in every run. */
function junk(length: number): Uint8Array {
  let state = 12_345;
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state >> 16) & 0xff;
  });
}

const REPORT = '清河县文化馆2024年度部门决算\n2024年度本年支出合计500.00万元。\n';

/** A file, what stands in it, and the reasons that may be told. */
const BAD: readonly (readonly [string, string | Uint8Array, readonly ReasonCode[]])[] = [
  ['empty.txt', '', ['empty']],
  ['blank.txt', ' \n\n\t\n', ['empty']],
  ['junk.bin', junk(4096), ['binary', 'unknown-format', 'bad-encoding']],
  ['junk.txt', junk(5000), ['binary', 'unknown-format', 'bad-encoding']],
  ['picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), ['damaged']],
  ['one-line.txt', '一'.repeat((10 * MEBIBYTE) / 3), ['line-too-long', 'too-large']],
  ['too-large.txt', new Uint8Array(64 * MEBIBYTE + 1).fill(0x61), ['too-large']],
];

describe('a file that cannot be processed', () => {
  it.each(BAD)('%s is told with its reason and ends with 2', async (name, content, codes) => {
    const path = join(temporaryFolder(), name);
    writeFileSync(path, content);
    const { code, stdout, stderr } = await duizhang(['check', '--format', 'json', path]);
    expect(code).toBe(2);
    const report = Report.parse(JSON.parse(stdout));
    expect(report.status).toBe('failed');
    expect(codes).toContain(report.reasons[0]?.code);
    expect(report).toMatchObject({ tables: [], facts: [], findings: [] });
    expect(stderr).toContain(`${path}: not processed: `);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('a damaged PDF is one too', async () => {
    const { code, stderr } = await duizhang(['check', join(FIXTURES, 'damaged.pdf')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/\[(?:damaged|no-pages)\]/u);
  });

  it('NUL bytes in a text are told and never end up in the output', async () => {
    const path = join(temporaryFolder(), 'nul.txt');
    writeFileSync(path, REPORT.replace('合计', '合\u0000计'));
    const { code, stdout, stderr } = await duizhang(['check', '--format', 'json', path]);
    const report = Report.parse(JSON.parse(stdout));
    expect(report.status).not.toBe('ok');
    expect(code).toBe(report.status === 'failed' ? 2 : 0);
    expect(['control-characters', 'binary']).toContain(report.reasons[0]?.code);
    expect(stderr).not.toBe('');
    expect(JSON.stringify(report.paragraphs)).not.toContain('\\u0000');
  });

  it('a file that nobody may read is one too', async ({ skip }) => {
    if (!(await runsUnprivileged())) skip('the command does not run here without privileges');
    const folder = temporaryFolder();
    const path = join(folder, 'secret.txt');
    writeFileSync(path, REPORT);
    chmodSync(folder, 0o755);
    chmodSync(path, 0o000);
    const { code, stderr } = await duizhang(['check', path], { unprivileged: true, cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('[no-permission]');
  });

  it('a pipe is refused at once, whatever it is called', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'report.pdf');
    execFileSync('mkfifo', [path]);
    for (const args of [
      ['check', path],
      ['ingest', folder, '--db', join(folder, 'a.sqlite')],
    ]) {
      const { code, stderr } = await duizhang(args);
      expect(code).toBe(2);
      expect(stderr).toContain(`${path}: not processed: this is not a regular file [not-a-file]`);
    }
  });

  it('a name or a text made for terminals is shown instead of obeyed', async () => {
    const path = join(temporaryFolder(), '\u001b]0;x\u0007\u202efdp.txt');
    writeFileSync(path, readFileSync(WRONG_SHARE, 'utf8').replaceAll('，', '，\u202e\u009b'));
    const { stdout, stderr, code } = await duizhang(['check', path]);
    expect(code).toBe(1);
    expect(stdout).toContain('\\u001b]0;x\\u0007\\u202efdp.txt:');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are looked for
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
  });

  it('does not keep the others from being checked, and 2 beats 1', async () => {
    const wrong = join(FIXTURES, 'reports', 'wrong-share.txt');
    const damaged = join(FIXTURES, 'damaged.pdf');
    const { code, stdout } = await duizhang(['check', '--format', 'ndjson', damaged, wrong, CONSISTENT]);
    expect(code).toBe(2);
    const statuses = stdout
      .trim()
      .split('\n')
      .map((line) => Report.parse(JSON.parse(line)).status);
    expect(statuses).toEqual(['failed', 'ok', 'ok']);
  });
});

describe('a batch with bad files', () => {
  it('does all the rest and lists each with its reason', async () => {
    const folder = temporaryFolder();
    const inputs = join(folder, 'in');
    mkdirSync(join(inputs, '.hidden'), { recursive: true });
    for (const [name, content] of BAD.filter(([name]) => name !== 'too-large.txt'))
      writeFileSync(join(inputs, name), content);
    copyFileSync(join(FIXTURES, 'damaged.pdf'), join(inputs, 'damaged.pdf'));
    copyFileSync(CONSISTENT, join(inputs, 'good.txt'));
    copyFileSync(CONSISTENT, join(inputs, '.hidden.txt'));
    copyFileSync(CONSISTENT, join(inputs, '.hidden', 'good.txt'));
    const db = join(folder, 'out.sqlite');
    const { code, stderr } = await duizhang(['ingest', inputs, '--db', db]);
    expect(code).toBe(2);
    expect(stderr).toContain('1 read, 0 unchanged, 7 failed');
    expect(stderr).not.toContain('.hidden');
    expect(stderr).toContain('passed over: 2 hidden');
    for (const name of ['empty.txt', 'junk.bin', 'one-line.txt', 'damaged.pdf'])
      expect(stderr).toContain(join(inputs, name));
    const facts = await duizhang(['facts', '--db', db, '--format', 'ndjson']);
    const documents = facts.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).document);
    expect(new Set(documents)).toEqual(new Set(['good.txt']));
  });

  it('tells of a folder that may not be listed', async ({ skip }) => {
    if (!(await runsUnprivileged())) skip('the command does not run here without privileges');
    const folder = temporaryFolder();
    const [inputs, locked] = [join(folder, 'in'), join(folder, 'in', 'locked')];
    mkdirSync(locked, { recursive: true });
    copyFileSync(CONSISTENT, join(inputs, 'good.txt'));
    chmodSync(locked, 0o000);
    chmodSync(folder, 0o777);
    const args = ['ingest', inputs, '--db', join(folder, 'out.sqlite')];
    const { code, stderr } = await duizhang(args, { unprivileged: true, cwd: '/' });
    chmodSync(locked, 0o755);
    expect(code).toBe(2);
    expect(stderr).toContain(`${locked}: not processed: `);
    expect(stderr).toContain('[no-permission]');
    expect(stderr).toContain('1 read, 0 unchanged, 1 failed');
  });

  it('says so when a folder holds no reports', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'in', 'deeper'), { recursive: true });
    const { code, stderr } = await duizhang(['ingest', join(folder, 'in'), '--db', join(folder, 'a.sqlite')]);
    expect(code).toBe(2);
    expect(stderr).toContain('no reports found');
  });
});
