import { accessSync, constants, existsSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ExportFormat } from './format.ts';
import type { ViewName } from './names.ts';

/** Every way in which an export cannot be written; all but `cannot-write` are found before any work. */
export const DESTINATION_CODES = [
  'exists',
  'no-folder',
  'is-folder',
  'is-file',
  'not-a-file',
  'is-database',
  'needs-file',
  'no-permission',
  'cannot-write',
] as const;

export interface DestinationProblem {
  readonly code: (typeof DESTINATION_CODES)[number];
  readonly path: string;
  readonly detail: string;
}

export type Destination =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string };

type Found =
  | { readonly ok: true; readonly value: Destination }
  | { readonly ok: false; readonly problem: DestinationProblem };

const wrong = (code: DestinationProblem['code'], path: string, detail = ''): Found => ({
  ok: false,
  problem: { code, path, detail },
});

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const found = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });

function inFile(path: string, force: boolean): Found {
  const there = found(path);
  if (there?.isDirectory() === true) return wrong('is-folder', path);
  // A device or a pipe would be replaced by the finished file.
  if (there !== undefined && !there.isFile()) return wrong('not-a-file', path);
  if (there !== undefined && !force) return wrong('exists', path);
  const target = there === undefined ? resolve(path) : realpathSync(path);
  const folder = dirname(target);
  if (!existsSync(folder)) return wrong('no-folder', path, dirname(path));
  if (!canWrite(folder)) return wrong('no-permission', path, folder);
  return { ok: true, value: { kind: 'file', path: target } };
}

function inFolder(path: string, names: readonly string[], force: boolean): Found {
  const there = found(path);
  if (there !== undefined && !there.isDirectory()) return wrong('is-file', path);
  const taken = names.map((name) => join(path, name)).find((file) => existsSync(file));
  if (taken !== undefined && !force) return wrong('exists', taken);
  const parent = there === undefined ? dirname(resolve(path)) : path;
  if (!existsSync(parent)) return wrong('no-folder', path, dirname(path));
  if (!canWrite(parent)) return wrong('no-permission', path, parent);
  return { ok: true, value: { kind: 'folder', path: resolve(path) } };
}

/**
 * Where an export goes, looked at before any work.
 * @param out a file, or a folder for forms that have several files; `-` or none is the standard output
 * @param view what is exported: files of a folder are named after it
 * @param database the file that is read, which must never be written over
 */
export function destinationOf(
  out: string | undefined,
  format: ExportFormat,
  view: ViewName,
  { force, database }: { readonly force: boolean; readonly database: string },
): Found {
  if (out === undefined || out === '-') {
    return format.form === 'text'
      ? { ok: true, value: { kind: 'stdout' } }
      : wrong('needs-file', format.name);
  }
  if (existsSync(out) && existsSync(database) && realpathSync(out) === realpathSync(database))
    return wrong('is-database', out);
  return format.form === 'folder' ? inFolder(out, format.names(view), force) : inFile(out, force);
}
