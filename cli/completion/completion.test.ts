import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../program.ts';
import { FORMAT_NAMES } from '../report/names.ts';
import { SETTINGS } from '../settings/setting.ts';
import { speaking } from '../settings/testing.ts';
import { SHELLS, type Shell } from './registry.ts';

const CAPTURE = fileURLToPath(new URL('capture.zsh', import.meta.url));
const FILES = ['a report.pdf', "it's.txt", 'file.txt'];

const installed = (shell: Shell): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;
const hint = (shell: Shell): string =>
  installed(shell) ? '' : ' (skipped: this shell is not installed here)';

const place: { folder: string } = { folder: '' };

async function printed(args: readonly string[], language: 'en' | 'zh' = 'en'): Promise<string> {
  const parts: string[] = [];
  const out = (text: string) => parts.push(text);
  expect(await run(args, speaking(language, { out }))).toBe(0);
  return parts.join('');
}

beforeAll(async () => {
  place.folder = mkdtempSync(join(tmpdir(), 'duizhang-completion-'));
  for (const shell of SHELLS) {
    writeFileSync(join(place.folder, `c.${shell}`), await printed(['completion', shell]));
    writeFileSync(join(place.folder, `zh.${shell}`), await printed(['completion', shell], 'zh'));
  }
  for (const name of FILES) writeFileSync(join(place.folder, name), '');
  mkdirSync(join(place.folder, 'folder'));
}, 60_000);
afterAll(() => rmSync(place.folder, { recursive: true, force: true }));

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const COLON_LIKE = /^[^\t]*/u;

/** What a shell offers for the last of these words. */
const OFFERS: Readonly<Record<Shell, (words: readonly string[]) => readonly string[]>> = {
  bash: (words) => {
    const script = `source ./c.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _duizhang; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return lines(
      execFileSync('bash', ['--norc', '-c', script, 'bash', ...words], {
        cwd: place.folder,
        encoding: 'utf8',
      }),
    );
  },
  zsh: (words) => {
    const args = ['-f', CAPTURE, './c.zsh', words.join(' ')];
    const text = execFileSync('zsh', args, { cwd: place.folder, encoding: 'utf8', timeout: 25_000 });
    return [...new Set(lines(text))];
  },
  fish: (words) => {
    const args = ['-c', 'source ./c.fish; complete -C "$argv"', words.join(' ')];
    const env = { PATH: process.env.PATH ?? '', HOME: place.folder, LC_ALL: 'C.UTF-8' };
    const text = execFileSync('fish', args, { cwd: place.folder, encoding: 'utf8', env });
    return lines(text).map((line) => COLON_LIKE.exec(line)?.[0] ?? '');
  },
};

const NAMES = SETTINGS.map(({ name }) => `${name}=`);

describe.each(SHELLS.map((shell) => [shell] as const))('%s', (shell) => {
  const offered = (...words: readonly string[]) => [...OFFERS[shell](['duizhang', ...words])].sort();
  const sorted = (words: readonly string[]) => [...words].sort();

  it.skipIf(!installed(shell))(`takes the script, in both languages${hint(shell)}`, () => {
    for (const name of ['c', 'zh'])
      expect(spawnSync(shell, ['-n', join(place.folder, `${name}.${shell}`)]).status).toBe(0);
  });

  it.skipIf(!installed(shell)).each([
    ['commands', ['ex'], ['export', 'extract']],
    ['choices of an option', ['check', '--format', ''], FORMAT_NAMES],
    ['the beginning of a choice', ['check', '--ocr-engine', 'b'], ['both']],
    ['choices of an argument', ['completion', ''], SHELLS],
    ['settings by name', ['check', '--set', ''], NAMES],
    ['codes of rules', ['rules', 'R-30-1'], ['R-30-10', 'R-30-11']],
    ['options of a command', ['check', '--fail'], ['--fail-on']],
    ['options of all commands', ['facts', '--no-c'], ['--no-config']],
  ])(`offers %s${hint(shell)}`, (_, words, expected) => {
    expect(offered(...words)).toEqual(sorted(expected));
  });

  it.skipIf(!installed(shell))(`offers files where files are expected${hint(shell)}`, () => {
    const names = offered('check', 'a').map((name) => name.replaceAll('\\', ''));
    expect([...new Set(names)]).toEqual(['a report.pdf']);
  });
});

describe('bash', () => {
  const offered = (...words: readonly string[]) => OFFERS.bash(['duizhang', ...words]);

  it('offers every option that the help of every command has', async () => {
    const root = await printed(['--help']);
    const commands = [...root.matchAll(/^ {2}([a-z]+) /gmu)].map(([, name = '']) => name);
    expect(offered('')).toEqual(commands);
    for (const command of commands) {
      const help = await printed([command, '--help']);
      const flags = [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gmu)].map(([, flag = '']) => flag);
      expect(flags.length).toBeGreaterThan(2);
      expect(offered(command, '--')).toEqual(
        expect.arrayContaining(flags.filter((flag) => flag !== '--version')),
      );
    }
  });

  it('finds the command behind general options, and a value behind "="', () => {
    expect(offered('--lang', 'zh', 'check', '--from', '')).toEqual(['layout']);
    expect(offered('check', '--format', '=', 'sa')).toEqual(['sarif']);
    expect(offered('check', '--format', '=')).toEqual([...FORMAT_NAMES]);
  });

  it('offers folders alone for a folder', () => {
    expect(offered('check', '--debug-dir', 'f')).toEqual(['folder']);
  });
});
