import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Source } from '../model/source.ts';
import { fail, ok, type Reason, type Result } from '../model/status.ts';
import type { Stage } from './stage.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The reason that stands for an error of the file system. */
export function fileReason(error: unknown): Reason {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'not-found', message: 'there is no such file' };
    case 'EACCES':
    case 'EPERM':
      return { code: 'no-permission', message: 'no permission to read the file' };
    case 'EISDIR':
      return { code: 'not-a-file', message: 'this is a folder, not a file' };
    default: {
      const message = error instanceof Error ? error.message : String(error);
      return { code: 'internal', message: `the file cannot be read: ${message}` };
    }
  }
}

const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

async function identify(path: string, maxFileBytes: number): Promise<Result<Source>> {
  try {
    const { size, isFile } = await sizeOf(path);
    // A pipe or a device would block or never end.
    if (!isFile) return fail('not-a-file', 'this is not a regular file');
    if (size === 0) return fail('empty', 'the file is empty');
    if (size > maxFileBytes) return tooLarge(size, maxFileBytes);
    const bytes = await readFile(path);
    // It may have grown since it was measured.
    if (bytes.byteLength > maxFileBytes) return tooLarge(bytes.byteLength, maxFileBytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return ok({ name: basename(path), path, sha256, bytes });
  } catch (error) {
    return { ok: false, reason: fileReason(error) };
  }
}

async function sizeOf(path: string): Promise<{ size: number; isFile: boolean }> {
  const stats = await stat(path);
  return { size: stats.size, isFile: stats.isFile() };
}

const tooLarge = (size: number, limit: number): Result<never> =>
  fail('too-large', `the file has ${mebibytes(size)}, more than the limit of ${mebibytes(limit)}`);

/** The `identify` stage: a path becomes bytes with their hash, within the limit on size. */
export const identifyStage: Stage<string, Source> = {
  name: 'identify',
  version: '1',
  run: (path, { maxFileBytes }) => identify(path, maxFileBytes),
};
