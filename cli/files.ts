import { accessSync, constants, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Context } from './context.ts';
import { EXIT, UsageError } from './exit.ts';

/** Files that are named one by one must be there, and be no folders, before anything is done. */
export function requireFiles(paths: readonly string[], { messages }: Context): void {
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) throw new UsageError(messages.usage.notFound(path));
    if (found.isDirectory()) throw new UsageError(messages.usage.isFolder(path));
  }
}

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A file that is to be written at the end must be one that can be, before anything is done. */
export function requireWritable(path: string, { messages }: Context): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() === true)
    throw new UsageError(messages.usage.cannotWrite(path, 'EISDIR: is a directory'));
  try {
    accessSync(found === undefined ? dirname(path) : path, constants.W_OK);
  } catch (error) {
    throw new UsageError(messages.usage.cannotWrite(path, detailOf(error)));
  }
}

/** A file that is written must be none of the reports that are read. */
export function requireOtherThan(
  reports: readonly string[],
  option: string,
  path: string,
  { messages }: Context,
): void {
  if (reports.some((report) => resolve(report) === resolve(path)))
    throw new UsageError(messages.usage.isReport(option, path));
}

/** Writes a file beside its name and renames it when it is whole; gives the exit code. */
export function writeWhole(path: string, text: string, { messages, err }: Context): number {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
    return EXIT.clean;
  } catch (error) {
    rmSync(beside, { force: true });
    err(`duizhang: ${messages.usage.cannotWrite(path, detailOf(error))}`);
    return EXIT.failed;
  }
}
