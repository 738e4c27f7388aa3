import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { LOCK_ENDING } from '../db/lock.ts';
import { findListed } from './path-list.ts';
import { type Found, findFiles } from './paths.ts';

/** Where files are looked for: paths, a list of paths that comes in, and the database, which is none of them. */
export interface Input {
  readonly paths: readonly string[];
  readonly list?: AsyncIterable<string>;
  readonly database: string;
}

const ENDINGS = ['', '-wal', '-shm', '-journal', LOCK_ENDING] as const;

/** Where a path really leads; one that leads nowhere stays. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The file of a database as the system knows it, also before it is there. */
function realDatabase(database: string): string {
  const path = resolve(database);
  return real(join(real(dirname(path)), basename(path)));
}

/**
 * Every file of the input, those of the list last. The database and what is kept beside it are never reports, under whatever
 * name they are met: to open the file of the lock and close it again would give the lock up.
 */
export async function* filesOf({ paths, list, database }: Input): AsyncGenerator<Found, void> {
  const own = new Set(ENDINGS.map((ending) => `${realDatabase(database)}${ending}`));
  const isOwn = (path: string): boolean => own.has(path) || own.has(real(path));
  for await (const found of findFiles(paths)) if (!isOwn(found.path)) yield found;
  if (list !== undefined) for await (const found of findListed(list)) if (!isOwn(found.path)) yield found;
}
