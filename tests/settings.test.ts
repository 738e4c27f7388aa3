import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duizhang, temporaryFolder, WRONG_SHARE } from './command.ts';

describe('settings', () => {
  it('reach every command: from the file, the environment and the flags', async () => {
    const cwd = temporaryFolder();
    const codes = async (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
      (await duizhang(args, { cwd, env: more })).code;
    expect(await codes(['check', WRONG_SHARE])).toBe(1);
    writeFileSync(join(cwd, 'duizhang.config.json'), '{"lang":"zh","maxFileBytes":"10B","failOn":"never"}');
    const told = await duizhang(['check', WRONG_SHARE], { cwd });
    expect(told.code).toBe(2);
    expect(told.stderr).toContain('超过大小限制');
    expect(await codes(['extract', WRONG_SHARE])).toBe(2);
    expect(await codes(['show', WRONG_SHARE])).toBe(2);
    expect(await codes(['ingest', WRONG_SHARE, '--db', 'a.sqlite'])).toBe(2);
    expect(await codes(['check', WRONG_SHARE], { DUIZHANG_MAX_FILE_BYTES: '1MB' })).toBe(0);
    expect(await codes(['check', WRONG_SHARE, '--set', 'maxFileBytes=1MB', '--fail-on', 'error'])).toBe(1);
    expect(await codes(['check', WRONG_SHARE, '--no-config', '--ignore', 'R-30'])).toBe(0);
    expect(await codes(['rules'], { DUIZHANG_MAX_FILE_BITES: '1' })).toBe(64);
  }, 120_000);
});
