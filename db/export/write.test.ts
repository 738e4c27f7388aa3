import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { QueryRow } from '../query.ts';
import { EXAMPLE, exampleTable } from './example.ts';
import { EXPORT_NAMES } from './names.ts';
import { EXPORT_FORMATS } from './registry.ts';
import { writeTable } from './write.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'duizhang-write-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

const ignore = () => undefined;

function* failing(): Generator<QueryRow> {
  for (let id = 0; id < 3000; id += 1) yield { ...EXAMPLE[0], id };
  throw new Error('the rows ended badly');
}

describe.each(EXPORT_NAMES)('%s', (name) => {
  const format = EXPORT_FORMATS[name];
  const kind = format.form === 'folder' ? 'folder' : 'file';

  it('stands under its name when it is whole, and nothing beside it', async () => {
    const path = join(folder(), 'out');
    await writeTable(exampleTable(), format, { kind, path }, ignore);
    expect(readdirSync(join(path, '..'))).toEqual(['out']);
    const names = kind === 'folder' ? readdirSync(path) : [''];
    expect(names.map((file) => readFileSync(join(path, file)).length > 0)).toEqual(names.map(() => true));
  });

  it('leaves nothing behind where the rows fail', async () => {
    const path = join(folder(), 'out');
    const writing = writeTable(exampleTable(failing()), format, { kind, path }, ignore);
    await expect(writing).rejects.toThrow('the rows ended badly');
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  it('leaves what was there before where the rows fail', async () => {
    const path = join(folder(), 'out');
    const before = kind === 'folder' ? join(path, 'facts.csv') : path;
    if (kind === 'folder') mkdirSync(path);
    writeFileSync(before, 'as before');
    const writing = writeTable(exampleTable(failing()), format, { kind, path }, ignore);
    await expect(writing).rejects.toThrow('the rows ended badly');
    expect(readFileSync(before, 'utf8')).toBe('as before');
    expect(readdirSync(kind === 'folder' ? path : join(path, '..'))).toHaveLength(1);
  });
});
