import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { gonePaths } from './gone.ts';

async function goneIn(
  folder: string,
  given: readonly string[],
  recorded: readonly string[],
): Promise<readonly string[]> {
  const paths = recorded.map((path) => join(folder, path)).sort();
  const below = (root: string) =>
    paths.filter((path) => path === root || path.startsWith(`${root}/`)).map((path) => ({ path }));
  const gone: string[] = [];
  const argumentsGiven = given.map((path) => join(folder, path));
  for await (const { path } of gonePaths(argumentsGiven, new Set([join(folder, 'in/seen.txt')]), below))
    gone.push(relative(folder, path));
  return gone;
}

it.each([
  ['a folder', ['in'], ['in/b.txt', 'in/deep/c.pdf']],
  ['a folder twice', ['in', 'in/deep'], ['in/b.txt', 'in/deep/c.pdf']],
  ['a pattern', ['in/*.txt'], ['in/b.txt']],
  ['a pattern of folders', ['i*'], ['in/b.txt', 'in/deep/c.pdf']],
  ['a deep pattern', ['**/*.pdf'], ['in/deep/c.pdf', 'other/d.pdf']],
  ['another folder', ['inn'], []],
])('of %s those are told that it stands for and that are no more', async (_, given, gone) => {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-gone-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'in/there.txt'), '');
  const recorded = ['in/b.txt', 'in/deep/c.pdf', 'in/there.txt', 'in/seen.txt', 'other/d.pdf'];
  expect(await goneIn(folder, given, recorded)).toEqual(gone);
});
