import type { Dirent } from 'node:fs';
import { access, glob, readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Reason } from '../model/status.ts';
import { fileReason } from './identify.ts';

/** A file to be read, or a folder that could not be listed. */
export type Found =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'unlisted'; readonly path: string; readonly reason: Reason };

const isHidden = (path: string): boolean => basename(path).startsWith('.');
const isPattern = (path: string): boolean => /[*?[\]{}]/u.test(path);

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

const isPathHidden = (path: string): boolean =>
  path.split(/[/\\]/u).some((part) => part.startsWith('.') && part !== '.' && part !== '..');

async function* matches(pattern: string): AsyncGenerator<string> {
  for await (const path of glob(pattern)) if (!isPathHidden(path)) yield path;
}

async function hasMatch(pattern: string): Promise<boolean> {
  for await (const _ of matches(pattern)) return true;
  return false;
}

/** Those of the arguments that name nothing: neither a path nor a pattern with a match. */
export async function missingPaths(paths: readonly string[]): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const path of paths) {
    const found = (await exists(path)) || (isPattern(path) && (await hasMatch(path)));
    if (!found) missing.push(path);
  }
  return missing;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Links to folders are not followed, so that no walk is endless; links to files are. */
async function isWanted(entry: Dirent, path: string): Promise<boolean> {
  if (entry.isFile()) return true;
  return entry.isSymbolicLink() && !(await isFolder(path));
}

async function* walk(folder: string): AsyncGenerator<Found> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { kind: 'unlisted', path: folder, reason: fileReason(error) };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (isHidden(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (await isWanted(entry, path)) yield { kind: 'file', path };
  }
}

async function* expand(path: string): AsyncGenerator<Found> {
  if (await exists(path)) {
    if (await isFolder(path)) yield* walk(path);
    else yield { kind: 'file', path };
    return;
  }
  for await (const match of matches(path)) {
    if (await isFolder(match)) yield* walk(match);
    else yield { kind: 'file', path: match };
  }
}

/**
 * Every file that the arguments stand for, one at a time: files, folders with what is below them, patterns.
 * Hidden files are skipped unless named; each absolute path comes once.
 */
export async function* findFiles(
  paths: readonly string[],
  skipped: ReadonlySet<string> = new Set(),
): AsyncGenerator<Found> {
  const seen = new Set<string>();
  for (const argument of paths) {
    for await (const found of expand(argument)) {
      const path = resolve(found.path);
      if (seen.has(path) || skipped.has(path)) continue;
      seen.add(path);
      yield { ...found, path };
    }
  }
}
