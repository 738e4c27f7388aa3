import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Source } from '../model/source.ts';
import { fail, ok, type Reason, type Result } from '../model/status.ts';
import type { Stage } from './stage.ts';

export const codeOf = (error: unknown): string =>
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
    case 'ELOOP':
      return { code: 'not-found', message: 'the link leads in a circle' };
    case 'EISDIR':
      return { code: 'not-a-file', message: 'this is a folder, not a file' };
    default: {
      const message = error instanceof Error ? error.message : String(error);
      return { code: 'internal', message: `the file cannot be read: ${message}` };
    }
  }
}

const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** A pipe opened in the plain way would wait for somebody who writes to it; on Windows there is no such flag. */
const openAtOnce = (path: string): Promise<FileHandle> =>
  open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));

async function identify(path: string, maxFileBytes: number): Promise<Result<Source>> {
  try {
    await using file = await openAtOnce(path);
    const stats = await file.stat();
    if (stats.isDirectory()) return fail('not-a-file', 'this is a folder, not a file');
    // A pipe or a device would block or never end.
    if (!stats.isFile()) return fail('not-a-file', 'this is not a regular file');
    if (stats.size === 0) return fail('empty', 'the file is empty');
    if (stats.size > maxFileBytes) return tooLarge(stats.size, maxFileBytes);
    const bytes = await file.readFile();
    // It may have grown since it was measured.
    if (bytes.byteLength > maxFileBytes) return tooLarge(bytes.byteLength, maxFileBytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return ok({ name: basename(path), path, sha256, bytes });
  } catch (error) {
    return { ok: false, reason: fileReason(error) };
  }
}

const OPENING_BYTES = 8;

/** The first bytes of a regular file; none of anything else, or where it cannot be read: `identify` says why. */
export async function openingOfFile(path: string): Promise<Uint8Array> {
  try {
    await using file = await openAtOnce(path);
    if (!(await file.stat()).isFile()) return new Uint8Array(0);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(OPENING_BYTES), 0, OPENING_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return new Uint8Array(0);
  }
}

const tooLarge = (size: number, limit: number): Result<never> =>
  fail('too-large', `the file has ${mebibytes(size)}, more than the limit of ${mebibytes(limit)}`);

/** The `identify` stage: a path becomes bytes with their hash, within the limit on size. */
export const identifyStage: Stage<string, Source> = {
  name: 'identify',
  version: '1',
  run: (path, { maxFileBytes }) => identify(path, maxFileBytes),
};
