import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { filesOf } from './files.ts';

it.each([
  ['by its own name', 'in', 'in/out.sqlite'],
  ['through a link to the folder that is read', 'link', 'in/out.sqlite'],
  ['through a link to the folder that it is in', 'in', 'link/out.sqlite'],
  ['through a link to the file', 'in', 'other.sqlite'],
])('the database is no report, met %s', async (_, input, database) => {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'in'));
  symlinkSync(join(folder, 'in'), join(folder, 'link'));
  symlinkSync(join(folder, 'in', 'out.sqlite'), join(folder, 'other.sqlite'));
  for (const ending of ['', '-wal', '-shm', '-journal', '-lock'])
    writeFileSync(join(folder, 'in', `out.sqlite${ending}`), '');
  writeFileSync(join(folder, 'in', 'a.txt'), '');
  const found: string[] = [];
  for await (const { path } of filesOf({ paths: [join(folder, input)], database: join(folder, database) }))
    found.push(basename(path));
  expect(found).toEqual(['a.txt']);
});
