import { z } from 'zod';
import { StageSpent } from '../model/effort.ts';
import { Reason, STAGE_NAMES, Status } from '../model/status.ts';
import { PASSED_OVER } from './sources/passed-over.ts';

const count = z.number().int().min(0);
const path = { path: z.string() };

/** What linking came to, as `link.ts` says it. */
const Linked = z
  .object({
    entities: count,
    claims: count,
    checked: count,
    findings: count,
  })
  .readonly();

/** What `ingest` tells while it runs, each kind with what it means. Paths are those that the documents were found at. */
export const ProgressEvent = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('counted'), files: count })
    .readonly()
    .describe('so many files lie there to be read; told once at most, where somebody waits for the end'),
  z
    .object({ kind: z.literal('found'), ...path })
    .readonly()
    .describe('a file was found and waits'),
  z
    .object({ kind: z.literal('passed-over'), ...path, why: z.enum(PASSED_OVER) })
    .readonly()
    .describe(
      'it is not looked at because of its name or of where it leads; a folder is told once, not what is in it',
    ),
  z
    .object({ kind: z.literal('started'), ...path })
    .readonly()
    .describe('its bytes are read from the disk'),
  z
    .object({ kind: z.literal('stage'), ...path, stage: z.enum(STAGE_NAMES) })
    .readonly()
    .describe('a worker begins a stage; a stage may run twice'),
  z
    .object({ kind: z.literal('recognized'), ...path, pages: count })
    .readonly()
    .describe('so many of its pages have been recognized so far'),
  z
    .object({
      kind: z.literal('done'),
      ...path,
      status: Status.exclude(['failed']),
      reasons: z.array(Reason).readonly(),
      findings: count,
      pages: count,
      bytes: count,
      spent: z.array(StageSpent).readonly(),
    })
    .readonly()
    .describe('it is in the database, wholly or in part'),
  z
    .object({
      kind: z.literal('failed'),
      ...path,
      reasons: z.array(Reason).readonly(),
      spent: z.array(StageSpent).readonly(),
    })
    .readonly()
    .describe('it could not be processed; the database has its reasons'),
  z
    .object({
      kind: z.literal('skipped'),
      ...path,
      why: z.enum(['unchanged', 'copy', 'other-shard', 'changing']),
    })
    .readonly()
    .describe(
      'it was read before, has the bytes of another file, is of another part of the list, or is written to just now',
    ),
  z
    .object({ kind: z.literal('gone'), ...path, known: z.boolean() })
    .readonly()
    .describe('no file is there any more; what was read from it is kept. `known`: so it was before'),
  z
    .object({
      kind: z.literal('summary'),
      files: count,
      read: count,
      partial: count,
      unchanged: count,
      copies: count,
      failed: count,
      unchangedFailed: count,
      findings: count,
      elsewhere: count,
      gone: count,
      left: count,
      passedOver: z.partialRecord(z.enum(PASSED_OVER), count).readonly(),
      interrupted: z.boolean(),
      seconds: z.number().min(0),
      linked: Linked.nullable(),
    })
    .readonly()
    .describe('the end of the run, also of one that a problem of the database ended'),
]);
export type ProgressEvent = z.infer<typeof ProgressEvent>;

export type Listener = (event: ProgressEvent) => void;
