import { statSync } from 'node:fs';
import type { Context } from './context.ts';
import { UsageError } from './exit.ts';

/** Files that are named one by one must be there, and be no folders, before anything is done. */
export function requireFiles(paths: readonly string[], { messages }: Context): void {
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) throw new UsageError(messages.usage.notFound(path));
    if (found.isDirectory()) throw new UsageError(messages.usage.isFolder(path));
  }
}
