import type { DocumentRecord } from '../db/record.ts';
import type { Config } from '../model/config.ts';
import type { Source } from '../model/source.ts';

/** One document's work, handed to a worker thread; its bytes move there without being copied. */
export interface WorkerTask {
  readonly id: number;
  readonly source: Source;
  readonly config: Config;
  readonly password?: string;
  readonly debugDir?: string;
}

export interface WorkerReply {
  readonly id: number;
  readonly record: DocumentRecord;
}

/** Sent whenever a page has been recognized, which takes seconds: the worker is alive. */
export interface WorkerProgress {
  readonly id: number;
  readonly page: number;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Guards the door of the worker; both sides are this program, so the envelope is enough. */
export const isTask = (value: unknown): value is WorkerTask =>
  isObject(value) && typeof value.id === 'number' && isObject(value.source) && isObject(value.config);

/** Guards the way back. */
export const isReply = (value: unknown): value is WorkerReply =>
  isObject(value) && typeof value.id === 'number' && isObject(value.record);

export const isProgress = (value: unknown): value is WorkerProgress =>
  isObject(value) && typeof value.id === 'number' && typeof value.page === 'number';
