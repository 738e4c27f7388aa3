import { access } from 'node:fs/promises';
import { dirname, matchesGlob, resolve } from 'node:path';
import { codeOf } from '../identify.ts';

const MAGIC = /[*?[\]{}]/u;

async function isGone(path: string): Promise<boolean> {
  try {
    await access(path);
    return false;
  } catch (error) {
    // Any other trouble (no permission, a broken disk) is none of the file's being gone.
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
  }
}

/** The file that holds what is at a path: the archive of an entry, else the path itself. */
const fileOf = (path: string): string => path.split('!/', 1)[0] ?? path;

/** The folder that a pattern begins in, and whether a path is one of those that it stands for. */
function scopeOf(argument: string): { root: string; holds: (path: string) => boolean } {
  const whole = resolve(argument);
  if (!MAGIC.test(argument)) return { root: whole, holds: () => true };
  const plain = whole.slice(0, whole.search(MAGIC));
  const root = plain.endsWith('/') ? resolve(plain) : dirname(plain);
  const holds = (path: string): boolean => {
    for (let part = path; part.length > root.length; part = dirname(part))
      if (matchesGlob(part, whole)) return true;
    return false;
  };
  return { root, holds };
}

/**
 * The paths on record that the arguments stand for and at which no file is any more.
 * @param seen those that were just found
 * @param recorded the paths on record at or below a path
 */
export async function* gonePaths<P extends { readonly path: string }>(
  argumentsGiven: readonly string[],
  seen: ReadonlySet<string>,
  recorded: (root: string) => Iterable<P>,
): AsyncGenerator<P, void> {
  const told = new Set<string>();
  for (const argument of argumentsGiven) {
    const { root, holds } = scopeOf(argument);
    for (const record of recorded(root)) {
      const { path } = record;
      if (seen.has(path) || told.has(path) || !holds(fileOf(path)) || !(await isGone(path))) continue;
      // Of an archive that could not be listed to its end it is not known what is in it.
      if (fileOf(path) !== path && seen.has(fileOf(path))) continue;
      told.add(path);
      yield record;
    }
  }
}
