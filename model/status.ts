import { z } from 'zod';
import { Place } from './place.ts';

export const Status = z.enum(['ok', 'partial', 'failed']);
export type Status = z.infer<typeof Status>;

/** Every way in which a document can be less than wholly read. Messages are rendered from the code and the details. */
export const ReasonCode = z.enum([
  'not-found',
  'no-permission',
  'not-a-file',
  'empty',
  'too-large',
  'line-too-long',
  'binary',
  'unknown-format',
  'bad-encoding',
  'control-characters',
  'damaged',
  'encrypted',
  'no-pages',
  'no-text',
  'page-unreadable',
  'garbled-text',
  'no-engine',
  'recognition-failed',
  'unrecognized',
  'invalid-layout',
  'unsafe-name',
  'duplicate-name',
  'bomb',
  'too-deep',
  'timeout',
  'cpu-time',
  'memory',
  'worker-died',
  'internal',
]);
export type ReasonCode = z.infer<typeof ReasonCode>;

/** The stages that a document goes through, in their order. */
export const STAGE_NAMES = ['identify', 'read', 'tables', 'normalize', 'reconcile', 'load'] as const;
export type StageName = (typeof STAGE_NAMES)[number];

/** Why a document is `partial` or `failed`: a code for programs, one clear sentence for people, a place where there is one. `stage` and `limit` are there where a limit ended it. */
export const Reason = z
  .object({
    code: ReasonCode,
    message: z.string(),
    place: Place.optional(),
    stage: z.enum(STAGE_NAMES).optional(),
    limit: z.string().optional(),
  })
  .readonly();
export type Reason = z.infer<typeof Reason>;

/** A computation that may fail with a reason instead of throwing. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Reason };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const because = (code: ReasonCode, message: string): Reason => ({ code, message });
export const fail = (code: ReasonCode, message: string, place?: Place): Result<never> => ({
  ok: false,
  reason: place === undefined ? { code, message } : { code, message, place },
});
