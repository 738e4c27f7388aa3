import type { Dirent } from 'node:fs';
import { access, glob, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Reason } from '../model/status.ts';
import { fileReason } from './identify.ts';
import { type PassedOver, passedOver, passedOverPart } from './sources/passed-over.ts';

/** A file to be read; what cannot be, such as a folder that may not be listed; or what is not looked at. */
export type Found =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'refused'; readonly path: string; readonly reason: Reason }
  | { readonly kind: 'passed-over'; readonly path: string; readonly why: PassedOver };

/** Waivers beside reports, and the configuration: files for this program, but no reports. */
const isOwn = (path: string): boolean => /\.duizhang\.json$|^duizhang\.config\.json$/u.test(basename(path));
const isPattern = (path: string): boolean => /[*?[\]{}]/u.test(path);

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** The folder that a pattern looks in: what stands before its first part with a wildcard. */
function baseOf(pattern: string): string {
  const parts = pattern.split(/[/\\]/u);
  const plain = parts.slice(0, parts.findIndex(isPattern)).join('/');
  return resolve(plain === '' && pattern.startsWith('/') ? '/' : plain);
}

interface Match {
  readonly path: string;
  /** The part below the pattern's folder that is passed over. */
  readonly unwanted: { readonly path: string; readonly why: PassedOver } | null;
}

async function* matches(pattern: string): AsyncGenerator<Match> {
  const base = baseOf(pattern);
  for await (const match of glob(pattern)) {
    if (isOwn(match)) continue;
    const path = resolve(match);
    const part = passedOverPart(relative(base, path));
    yield { path, unwanted: part === null ? null : { path: join(base, part.path), why: part.why } };
  }
}

async function hasMatch(pattern: string): Promise<boolean> {
  for await (const { unwanted } of matches(pattern)) if (unwanted === null) return true;
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

async function real(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch {
    // Reading the link tells why it leads nowhere.
    return null;
  }
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);

/** One walk through a folder: every file and folder once, by where it really is. */
class Walk {
  readonly #root: string;
  readonly #seen = new Set<string>();
  readonly #links: string[] = [];

  /** `root` is the real path of the folder beyond which no link is followed. */
  constructor(root: string) {
    this.#root = root;
  }

  /** What is below the folder in order, and then what only links inside it lead to. */
  async *below(folder: string): AsyncGenerator<Found> {
    yield* this.#list(folder, (await real(folder)) ?? folder);
    for (let link = this.#links.shift(); link !== undefined; link = this.#links.shift())
      yield* this.#follow(link);
  }

  async *#list(folder: string, where: string): AsyncGenerator<Found> {
    this.#seen.add(where);
    let entries: Dirent[];
    try {
      entries = await readdir(folder, { withFileTypes: true });
    } catch (error) {
      yield { kind: 'refused', path: folder, reason: fileReason(error) };
      return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (isOwn(entry.name)) continue;
      const path = join(folder, entry.name);
      const why = passedOver(entry.name);
      if (why !== null) yield { kind: 'passed-over', path, why };
      else if (entry.isSymbolicLink()) this.#links.push(path);
      else yield* this.#visit(path, join(where, entry.name), entry.isDirectory());
    }
  }

  async *#visit(path: string, where: string, isDirectory: boolean): AsyncGenerator<Found> {
    if (this.#seen.has(where)) return;
    if (isDirectory) return yield* this.#list(path, where);
    this.#seen.add(where);
    yield { kind: 'file', path };
  }

  async *#follow(path: string): AsyncGenerator<Found> {
    const where = await real(path);
    if (where === null) yield { kind: 'file', path };
    else if (!isWithin(where, this.#root)) yield { kind: 'passed-over', path, why: 'outside' };
    else if (this.#seen.has(where)) yield { kind: 'passed-over', path, why: 'again' };
    else yield* this.#visit(path, where, await isFolder(path));
  }
}

async function* below(folder: string): AsyncGenerator<Found> {
  yield* new Walk((await real(folder)) ?? folder).below(folder);
}

async function* matching(pattern: string): AsyncGenerator<Found> {
  const base = baseOf(pattern);
  const root = (await real(base)) ?? base;
  for await (const { path, unwanted } of matches(pattern)) {
    const where = (await real(path)) ?? join(root, relative(base, path));
    if (unwanted !== null) yield { kind: 'passed-over', ...unwanted };
    else if (!isWithin(where, root)) yield { kind: 'passed-over', path, why: 'outside' };
    else if (await isFolder(path)) yield* below(path);
    else yield { kind: 'file', path };
  }
}

async function* expand(path: string): AsyncGenerator<Found> {
  if (!(await exists(path))) yield* matching(path);
  else if (await isFolder(path)) yield* below(path);
  else yield { kind: 'file', path };
}

/**
 * Every file that the arguments stand for, one at a time: files, folders with what is below them, patterns.
 * Waivers and configurations are skipped unless named. Hidden and temporary files and links that lead out of their folder, or
 * to what is found anyway, come as passed over. Each absolute path comes once.
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
