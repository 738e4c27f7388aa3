import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findFiles, missingPaths } from './paths.ts';

function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'duizhang-paths-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  return root;
}

function tree(): string {
  const root = folder();
  mkdirSync(join(root, 'a', 'b'), { recursive: true });
  mkdirSync(join(root, '.git'));
  for (const file of ['z.txt', '.hidden.txt', 'a/1.txt', 'a/b/2.pdf', '.git/x.txt', 'a/[odd].txt'])
    writeFileSync(join(root, file), 'x');
  symlinkSync('..', join(root, 'a', 'up'));
  symlinkSync('1.txt', join(root, 'a', 'link.txt'));
  return root;
}

/** What is found, its path from `root`; what is not a file has why before it. */
async function found(root: string, paths: readonly string[], skipped?: ReadonlySet<string>) {
  const all: string[] = [];
  for await (const one of findFiles(paths, skipped)) {
    const path = relative(root, one.path);
    all.push(one.kind === 'passed-over' ? `${one.why}: ${path}` : path);
  }
  return all;
}

const files = async (...args: Parameters<typeof found>): Promise<readonly string[]> =>
  (await found(...args)).filter((line) => !line.includes(': '));

describe('findFiles', () => {
  it('walks folders in order; hidden ones are named but not read', async () => {
    const root = tree();
    expect(await found(root, [root])).toEqual([
      'hidden: .git',
      'hidden: .hidden.txt',
      'a/1.txt',
      'a/[odd].txt',
      'a/b/2.pdf',
      'z.txt',
      'again: a/link.txt',
      'again: a/up',
    ]);
  });

  it('takes patterns, and names that look like one', async () => {
    const root = tree();
    expect(await files(root, [join(root, '**/*.pdf')])).toEqual(['a/b/2.pdf']);
    expect(await files(root, [join(root, 'a/[odd].txt')])).toEqual(['a/[odd].txt']);
    expect(await files(root, [join(root, '*.txt')])).toEqual(['z.txt']);
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
    expect(await files(root, [root], new Set([join(root, 'z.txt')]))).not.toContain('z.txt');
  });

  it.each(['~$报告.docx', 'Thumbs.db', 'desktop.ini', 'a.TMP', '决算.pdf.crdownload', 'b.part'])(
    'passes over %s, which is no report',
    async (name) => {
      const root = folder();
      writeFileSync(join(root, name), 'x');
      expect(await found(root, [root])).toEqual([`temporary: ${name}`]);
    },
  );

  it('follows links within the folder to what nothing else leads to, and none that leads out of it', async () => {
    const [root, outside] = [folder(), folder()];
    writeFileSync(join(outside, 'secret.txt'), 'x');
    mkdirSync(join(root, '.store'));
    for (const name of ['kept.txt', 'other.txt']) writeFileSync(join(root, '.store', name), 'x');
    symlinkSync(join(root, '.store', 'kept.txt'), join(root, 'a.txt'));
    symlinkSync('.store', join(root, 'b'));
    symlinkSync(outside, join(root, 'c'));
    symlinkSync(join(outside, 'secret.txt'), join(root, 'd.txt'));
    symlinkSync('nowhere', join(root, 'e.txt'));
    symlinkSync('f', join(root, 'f'));
    expect(await found(root, [root])).toEqual([
      'hidden: .store',
      'a.txt',
      'b/other.txt',
      'outside: c',
      'outside: d.txt',
      'e.txt',
      'f',
    ]);
    expect(await found(root, [join(root, '*.txt')])).toEqual(['a.txt', 'outside: d.txt', 'e.txt']);
  });

  it('looks into a folder that is called like a file', async () => {
    const root = folder();
    mkdirSync(join(root, 'x.pdf'));
    writeFileSync(join(root, 'x.pdf', 'a.txt'), 'x');
    expect(await found(root, [root])).toEqual(['x.pdf/a.txt']);
  });

  it('follows a link that is named', async () => {
    const root = tree();
    expect(await found(root, [join(root, 'a', 'link.txt')])).toEqual(['a/link.txt']);
  });
});

describe('missingPaths', () => {
  it('names what is neither a path nor a pattern with a match', async () => {
    const root = tree();
    const [missing, empty] = [join(root, 'no.txt'), join(root, '*.docx')];
    expect(await missingPaths([root, missing, join(root, '*.txt'), empty])).toEqual([missing, empty]);
  });
});
