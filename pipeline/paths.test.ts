import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findFiles, missingPaths } from './paths.ts';

function tree(): string {
  const root = mkdtempSync(join(tmpdir(), 'duizhang-paths-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'a', 'b'), { recursive: true });
  mkdirSync(join(root, '.git'));
  for (const file of ['z.txt', '.hidden.txt', 'a/1.txt', 'a/b/2.pdf', '.git/x.txt', 'a/[odd].txt'])
    writeFileSync(join(root, file), 'x');
  symlinkSync('..', join(root, 'a', 'up'));
  symlinkSync('1.txt', join(root, 'a', 'link.txt'));
  return root;
}

async function found(root: string, paths: readonly string[], skipped?: ReadonlySet<string>) {
  const files: string[] = [];
  for await (const { path } of findFiles(paths, skipped)) files.push(relative(root, path));
  return files;
}

describe('findFiles', () => {
  it('walks folders in order, without hidden files and without following links to folders', async () => {
    const root = tree();
    const files = ['a/1.txt', 'a/[odd].txt', 'a/b/2.pdf', 'a/link.txt', 'z.txt'];
    expect(await found(root, [root])).toEqual(files);
  });

  it('takes patterns, and names that look like one', async () => {
    const root = tree();
    expect(await found(root, [join(root, '**/*.pdf')])).toEqual(['a/b/2.pdf']);
    expect(await found(root, [join(root, 'a/[odd].txt')])).toEqual(['a/[odd].txt']);
    expect(await found(root, [join(root, '*.txt')])).toEqual(['z.txt']);
  });

  it('takes a hidden file that is named, and nothing twice', async () => {
    const root = tree();
    const hidden = join(root, '.hidden.txt');
    expect(await found(root, [hidden, hidden, join(root, 'z.txt'), join(root, '*.txt')])).toEqual([
      '.hidden.txt',
      'z.txt',
    ]);
  });

  it('leaves out what it is told to', async () => {
    const root = tree();
    const files = await found(root, [root], new Set([join(root, 'z.txt')]));
    expect(files).not.toContain('z.txt');
  });
});

describe('missingPaths', () => {
  it('names what is neither a path nor a pattern with a match', async () => {
    const root = tree();
    const [missing, empty] = [join(root, 'no.txt'), join(root, '*.docx')];
    expect(await missingPaths([root, missing, join(root, '*.txt'), empty])).toEqual([missing, empty]);
  });
});
