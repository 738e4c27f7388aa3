import { z } from 'zod';
import type { Config } from '../model/config.ts';
import { StageSpent } from '../model/effort.ts';
import type { Source } from '../model/source.ts';
import { STAGE_NAMES } from '../model/status.ts';

/** One document's work, handed to a worker. */
export interface WorkerTask {
  readonly kind: 'task';
  readonly id: number;
  readonly source: Source;
  readonly config: Config;
  /** Milliseconds after which the worker is ended; it stops reading somewhat before. */
  readonly timeout: number;
  readonly password?: string;
  readonly debugDir?: string;
}

/** The worker may begin to recognize pages. */
export interface Admission {
  readonly kind: 'admitted';
  readonly id: number;
}

const ofDocument = { id: z.number() };

/** What a worker says. `cpuMs` is the processor time of the whole worker since it was started. */
const WorkerMessage = z.discriminatedUnion('kind', [
  /** It is loaded and takes work. */
  z.object({ kind: z.literal('ready') }),
  /** A stage begins; `before` is what the one before it took. */
  z.object({
    ...ofDocument,
    kind: z.literal('stage'),
    stage: z.enum(STAGE_NAMES),
    cpuMs: z.number(),
    before: StageSpent.nullable(),
  }),
  /** A page has been recognized, which takes seconds: the worker is alive. */
  z.object({ ...ofDocument, kind: z.literal('page') }),
  /** A picture of a page has been looked at: the worker is alive. */
  z.object({ ...ofDocument, kind: z.literal('alive') }),
  /** It waits for leave to recognize pages. */
  z.object({ ...ofDocument, kind: z.literal('waiting') }),
  /** It is done; `bytes` is the record in the engine's own serialization. */
  z.object({ ...ofDocument, kind: z.literal('record'), bytes: z.instanceof(Uint8Array) }),
]);
export type WorkerMessage = z.infer<typeof WorkerMessage>;

/** Guards the door of the pool; what is no message of a worker is null. */
export const workerMessage = (value: unknown): WorkerMessage | null => {
  const parsed = WorkerMessage.safeParse(value);
  return parsed.success ? parsed.data : null;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Guards the door of the worker; both sides are this program, so the envelope is enough. */
export const isTask = (value: unknown): value is WorkerTask =>
  isObject(value) && value.kind === 'task' && isObject(value.source) && isObject(value.config);

export const isAdmission = (value: unknown): value is Admission =>
  isObject(value) && value.kind === 'admitted' && typeof value.id === 'number';
