import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { destinationOf } from './destination.ts';
import type { ExportName } from './names.ts';
import { EXPORT_FORMATS } from './registry.ts';

let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'duizhang-out-')));
  for (const name of ['a.sqlite', 'there.csv']) writeFileSync(at(name), 'x');
  for (const name of ['empty', 'full']) mkdirSync(at(name));
  writeFileSync(join(at('full'), 'facts.csv'), 'x');
  symlinkSync(at('there.csv'), at('link.csv'));
  symlinkSync(at('a.sqlite'), at('link.sqlite'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function going(to: ExportName, out: string | undefined, force = false) {
  const found = destinationOf(out, EXPORT_FORMATS[to], 'facts', { force, database: at('a.sqlite') });
  return found.ok ? found.value : found.problem.code;
}

describe('where an export goes', () => {
  it('is the standard output for text alone', () => {
    for (const to of ['csv', 'json', 'ndjson'] as const) {
      expect(going(to, undefined)).toEqual({ kind: 'stdout' });
      expect(going(to, '-')).toEqual({ kind: 'stdout' });
    }
    for (const to of ['parquet', 'xlsx', 'datapackage'] as const)
      expect(going(to, undefined)).toBe('needs-file');
  });

  it('is a new file, or with force an old one', () => {
    expect(going('csv', at('new.csv'))).toEqual({ kind: 'file', path: at('new.csv') });
    expect(going('csv', at('there.csv'))).toBe('exists');
    expect(going('csv', at('there.csv'), true)).toEqual({ kind: 'file', path: at('there.csv') });
  });

  it('is what a link points to, so that the link stays', () => {
    expect(going('csv', at('link.csv'), true)).toEqual({ kind: 'file', path: at('there.csv') });
  });

  it('is a folder for a package: a new one, or one without its files', () => {
    expect(going('datapackage', at('new'))).toEqual({ kind: 'folder', path: at('new') });
    expect(going('datapackage', at('empty'))).toEqual({ kind: 'folder', path: at('empty') });
    expect(going('datapackage', at('full'))).toBe('exists');
    expect(going('datapackage', at('full'), true)).toEqual({ kind: 'folder', path: at('full') });
    expect(going('datapackage', at('there.csv'), true)).toBe('is-file');
  });

  it('is never a folder, a device, or in a folder that is not there', () => {
    expect(going('csv', folder, true)).toBe('is-folder');
    expect(going('csv', '/dev/null', true)).toBe('not-a-file');
    expect(going('csv', join(at('none'), 'a.csv'))).toBe('no-folder');
    expect(going('datapackage', join(at('none'), 'a'))).toBe('no-folder');
  });

  it('is never the database that is read', () => {
    expect(going('csv', at('a.sqlite'), true)).toBe('is-database');
    expect(going('csv', at('link.sqlite'), true)).toBe('is-database');
  });
});
