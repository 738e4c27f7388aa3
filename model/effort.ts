import { z } from 'zod';
import { STAGE_NAMES } from './status.ts';

/**
 * What one stage of one document took: milliseconds by the clock and of all processors, and the memory that the worker
 * held at most, in bytes. Null where it cannot be told apart from other work.
 */
export const StageSpent = z
  .object({
    stage: z.enum(STAGE_NAMES),
    wallMs: z.number().min(0),
    cpuMs: z.number().min(0).nullable(),
    peakBytes: z.number().int().min(0).nullable(),
  })
  .readonly();
export type StageSpent = z.infer<typeof StageSpent>;

/** Whole milliseconds a stage by the clock, as reports print them. */
export const timingsOf = (spent: readonly StageSpent[]): Readonly<Record<string, number>> =>
  Object.fromEntries(spent.map(({ stage, wallMs }) => [stage, Math.round(wallMs)]));

const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

/** The list with what a stage took; one that runs twice is one entry. */
export function withSpent(spent: readonly StageSpent[], more: StageSpent): readonly StageSpent[] {
  const before = spent.find(({ stage }) => stage === more.stage);
  if (before === undefined) return [...spent, more];
  const both = {
    stage: more.stage,
    wallMs: before.wallMs + more.wallMs,
    cpuMs: sum(before.cpuMs, more.cpuMs),
    peakBytes: more.peakBytes === null ? before.peakBytes : Math.max(more.peakBytes, before.peakBytes ?? 0),
  };
  return spent.map((one) => (one === before ? both : one));
}
