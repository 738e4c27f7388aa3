import { z } from 'zod';
import { STAGE_NAMES } from './status.ts';

const count = z.number().int().min(0);
const milliseconds = z.number().min(0);

/** What one stage took over all documents: by the clock, of all processors, and of one document at the median and above. */
const StageStats = z
  .object({
    stage: z.enum(STAGE_NAMES),
    documents: count,
    wallMs: milliseconds,
    cpuMs: milliseconds.nullable(),
    /** Part of the time by the clock of all stages, 0 … 1. */
    share: z.number().min(0).max(1),
    p50Ms: milliseconds,
    p95Ms: milliseconds,
    maxMs: milliseconds,
    peakBytes: count.nullable(),
  })
  .readonly();
export type StageStats = z.infer<typeof StageStats>;

const SlowDocument = z
  .object({
    document: z.string(),
    status: z.string(),
    pages: count,
    bytes: count,
    wallMs: milliseconds,
    cpuMs: milliseconds.nullable(),
    /** The stage that took most of it. */
    stage: z.enum(STAGE_NAMES),
    peakBytes: count.nullable(),
  })
  .readonly();
export type SlowDocument = z.infer<typeof SlowDocument>;

const FailureStats = z
  .object({
    code: z.string(),
    /** Null where no limit ended a stage. */
    stage: z.enum(STAGE_NAMES).nullable(),
    limit: z.string().nullable(),
    /** Documents that failed, that were read in part, and files that could not be opened, for this reason. */
    failed: count,
    partial: count,
    files: count,
  })
  .readonly();
export type FailureStats = z.infer<typeof FailureStats>;

/** What `duizhang stats` prints: how the documents of a database were read, each by its last reading. */
export const StatsReport = z
  .object({
    documents: z.object({ ok: count, partial: count, failed: count }).readonly(),
    pages: count,
    bytes: count,
    /** Pages for each second that workers were at them; null where no time was kept. */
    pagesASecond: z.number().min(0).nullable(),
    /** The last run that came to its end: what it read, by the clock. */
    lastRun: z
      .object({ documents: count, pages: count, seconds: z.number().min(0) })
      .readonly()
      .nullable(),
    stages: z.array(StageStats).readonly(),
    slowest: z.array(SlowDocument).readonly(),
    failures: z.array(FailureStats).readonly(),
  })
  .readonly();
export type StatsReport = z.infer<typeof StatsReport>;
