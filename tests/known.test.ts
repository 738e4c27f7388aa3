import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Report } from '../model/report.ts';
import { duizhang, temporaryFolder, WRONG_SHARE } from './command.ts';

const NAME = basename(WRONG_SHARE);

/** A folder with a copy of a report that has findings. */
function folderWithReport(): string {
  const folder = temporaryFolder();
  copyFileSync(WRONG_SHARE, join(folder, NAME));
  return folder;
}

const checked = (cwd: string, ...args: readonly string[]) => duizhang(['check', NAME, ...args], { cwd });

async function reportIn(cwd: string, ...args: readonly string[]): Promise<Report> {
  return Report.parse(JSON.parse((await checked(cwd, '--format', 'json', ...args)).stdout));
}

describe('a baseline', () => {
  it('hides what it has, tells what it has in vain, and leaves its writer its findings', async () => {
    const cwd = folderWithReport();
    const writing = await checked(cwd, '--write-baseline', 'known.json');
    expect(writing).toMatchObject({ code: 1, stderr: '' });
    const text = readFileSync(join(cwd, 'known.json'), 'utf8');

    const again = await checked(cwd, '--baseline', 'known.json', '--write-baseline', 'again.json');
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toMatch(/: 0 findings \(.*\), \d known; checked/u);
    expect(readFileSync(join(cwd, 'again.json'), 'utf8')).toBe(text);

    // A corrected edition: the same report under another name, its share now right.
    const corrected = readFileSync(WRONG_SHARE, 'utf8').replace('42.00%', '40.00%');
    writeFileSync(join(cwd, 'corrected.txt'), corrected);
    const stale = await duizhang(['check', 'corrected.txt', '--baseline', 'known.json'], { cwd });
    expect(stale).toMatchObject({ code: 0 });
    expect(stale.stderr).toMatch(/^known\.json: R-30-\d\d [\da-f-]+ is found no more \(.+, 2024\)\n$/u);
  });

  it.each([
    ['is not there', undefined, 'cannot be read'],
    ['is no JSON', 'a', 'is not JSON'],
    ['is of another version', '{"version":9,"documents":[]}', 'version'],
  ])('that %s is wrong usage', async (_, text, told) => {
    const cwd = folderWithReport();
    if (text !== undefined) writeFileSync(join(cwd, 'known.json'), text);
    const { code, stdout, stderr } = await checked(cwd, '--baseline', 'known.json');
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(told);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  it('that cannot be written is wrong usage', async () => {
    const cwd = folderWithReport();
    mkdirSync(join(cwd, 'folder'));
    for (const path of ['folder', join('missing', 'known.json')])
      expect(await checked(cwd, '--write-baseline', path)).toMatchObject({ code: 64, stdout: '' });
  });
});

describe('a baseline that would be written over', () => {
  it.each([
    ['the report itself', NAME],
    ['a file of somebody else', 'notes.txt'],
  ])('%s is wrong usage, and left alone', async (_, name) => {
    const cwd = folderWithReport();
    writeFileSync(join(cwd, 'notes.txt'), 'my notes');
    const before = readFileSync(join(cwd, name));
    expect(await checked(cwd, '--write-baseline', name)).toMatchObject({ code: 64, stdout: '' });
    expect(readFileSync(join(cwd, name))).toEqual(before);
  });
});

describe('waivers', () => {
  it('mark findings, which then do not count, until they are not wanted', async () => {
    const cwd = folderWithReport();
    const { findings } = await reportIn(cwd);
    const waivers = findings.map(({ key }) => ({ key, reason: '口径不同，已核实', by: '李' }));
    const file = join(cwd, `${NAME}.duizhang.json`);
    writeFileSync(
      file,
      JSON.stringify({ version: 1, waivers: [...waivers, { key: 'none', reason: '误填' }] }),
    );

    const shown = await checked(cwd);
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain('waived error  R-30-');
    expect(shown.stdout).toContain('waived (李): 口径不同，已核实');
    expect(shown.stdout).toContain('0 findings');
    expect(shown.stderr).toBe(`${NAME}.duizhang.json: the waiver of none matches no finding\n`);

    const report = await reportIn(cwd);
    expect(report.findings.map(({ key }) => key)).toEqual(findings.map(({ key }) => key));
    for (const { waived } of report.findings)
      expect(waived).toEqual({ reason: '口径不同，已核实', by: '李' });

    expect(await checked(cwd, '--no-waivers')).toMatchObject({ code: 1, stderr: '' });
    // A waiver is a decision of its own: a baseline does not take it over.
    await checked(cwd, '--write-baseline', 'known.json');
    expect(JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8'))).toEqual({ version: 1, documents: [] });
  });

  it('without a reason are wrong usage', async () => {
    const cwd = folderWithReport();
    const waivers = [{ key: 'a', reason: ' ' }];
    writeFileSync(join(cwd, `${NAME}.duizhang.json`), JSON.stringify({ version: 1, waivers }));
    const { code, stderr } = await checked(cwd);
    expect(code).toBe(64);
    expect(stderr).toContain('waivers[0].reason: must not be empty\n');
    writeFileSync(join(cwd, `${NAME}.duizhang.json`), '{"version":1,"waivers":[{"key":"a"}]}');
    expect((await checked(cwd)).stderr).toContain('waivers[0].reason: is missing\n');
    expect((await checked(cwd, '--lang', 'zh')).stderr).toContain('waivers[0].reason：缺少此项\n');
  });

  it('of one finding by two reasons are wrong usage', async () => {
    const cwd = folderWithReport();
    const waivers = [
      { key: 'a', reason: '口径不同' },
      { key: 'a', reason: '误填' },
    ];
    writeFileSync(join(cwd, `${NAME}.duizhang.json`), JSON.stringify({ version: 1, waivers }));
    const { code, stderr } = await checked(cwd);
    expect(code).toBe(64);
    expect(stderr).toContain('a is waived twice');
  });

  it('are no reports to a walk through a folder', async () => {
    const cwd = folderWithReport();
    writeFileSync(join(cwd, `${NAME}.duizhang.json`), '{"version":1,"waivers":[]}');
    const { code, stderr } = await duizhang(['ingest', '.', '--db', 'a.sqlite'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^1 read/mu);
  });
});
