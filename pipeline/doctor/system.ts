import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { freemem, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { found, type Probe } from './probe.ts';

/** The Node that strips types and whose interface the native parts are built for. */
const LEAST_NODE = 24;
const MEBIBYTE = 1024 * 1024;
/** One scan page in one worker, the process, and some air. */
const LEAST_MEMORY = 1024 * MEBIBYTE;

/** The version of Node that runs this. */
export const nodeProbe =
  (version: string = process.versions.node, path: string = process.execPath): Probe =>
  async () => ({
    state: Number.parseInt(version, 10) >= LEAST_NODE ? 'ok' : 'missing',
    detail: `${version} (${path})`,
  });

/** Whether a file can be written, read again and taken away in the folder for temporary files. */
export const temporaryProbe =
  (folder: string = tmpdir()): Probe =>
  async () => {
    const own = mkdtempSync(path.join(folder, 'duizhang-doctor-'));
    try {
      const file = path.join(own, 'a');
      writeFileSync(file, folder);
      return readFileSync(file, 'utf8') === folder
        ? found(folder)
        : { state: 'missing', detail: `${folder}: a file came back changed` };
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  };

/** Memory that this process may take, in bytes: of the machine, or what a container leaves of it. */
export interface Memory {
  readonly total: number;
  readonly free: number;
  readonly limit: number;
}

const memoryHere = (): Memory => ({
  total: totalmem(),
  free: freemem(),
  limit: Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem()),
});

const inMebibytes = (bytes: number): string => `${Math.round(bytes / MEBIBYTE)} MB`;

/** How much memory there is, and whether a container allows less than the machine has. */
export const memoryProbe =
  (memory: () => Memory = memoryHere): Probe =>
  async () => {
    const { total, free, limit } = memory();
    const isLimited = limit < total;
    return {
      state: limit < LEAST_MEMORY ? 'low' : 'ok',
      detail: `${inMebibytes(total)}, ${inMebibytes(free)} free${isLimited ? `, limit ${inMebibytes(limit)}` : ''}`,
    };
  };
