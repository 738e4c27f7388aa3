import type { Audit } from '../model/audit.ts';
import type { Config } from '../model/config.ts';
import type { Document } from '../model/document.ts';
import type { Layout } from '../model/layout.ts';
import type { Reading } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import type { Source, SourceInfo } from '../model/source.ts';
import type { Reason, Result } from '../model/status.ts';
import type { Language } from '../reconcile/reconcile.ts';
import { normalizeStage, reconcileStage, tablesStage } from './compute.ts';
import { failedReport, unreadSource } from './failed.ts';
import { type Asides, readStage } from './read.ts';
import { withRepairs } from './repair.ts';
import { type Timings, toReport } from './report.ts';
import type { Stage } from './stage.ts';

/** A document that went through every stage but the last, with the milliseconds of each. */
export interface Examined {
  readonly ok: true;
  readonly document: Document | null;
  readonly layout: Layout;
  readonly reading: Reading;
  readonly audit: Audit;
  readonly timings: Timings;
}

/** A document that could not be processed. */
export interface Unexamined {
  readonly ok: false;
  readonly source: SourceInfo;
  readonly reasons: readonly Reason[];
  readonly timings: Timings;
}

export type Examination = Examined | Unexamined;

class Clock {
  readonly timings: Record<string, number> = {};

  /** Runs a stage; what it throws is a bug and becomes a reason, so that one document never ends a batch. */
  async run<I, O, C>(stage: Stage<I, O, C>, input: I, context: C): Promise<Result<O>> {
    const start = performance.now();
    try {
      return await stage.run(input, context);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return {
        ok: false,
        reason: { code: 'internal', message: `the ${stage.name} stage failed: ${detail}` },
      };
    } finally {
      this.timings[stage.name] = Math.round(performance.now() - start);
    }
  }
}

async function judge(
  layout: Layout,
  document: Document | null,
  config: Config,
  clock: Clock,
): Promise<Examination> {
  const failed = (source: SourceInfo, reason: Reason): Unexamined => ({
    ok: false,
    source,
    reasons: [...layout.reasons, reason],
    timings: clock.timings,
  });
  const first = await clock.run(normalizeStage, layout, config);
  if (!first.ok) return failed(layout.source, first.reason);
  const repaired = withRepairs(layout, first.value);
  const reading = repaired === layout ? first : await clock.run(normalizeStage, repaired, config);
  if (!reading.ok) return failed(layout.source, reading.reason);
  const audit = await clock.run(reconcileStage, reading.value, config);
  if (!audit.ok) return failed(layout.source, audit.reason);
  return {
    ok: true,
    document,
    layout: repaired,
    reading: reading.value,
    audit: audit.value,
    timings: clock.timings,
  };
}

/** Takes a layout that came from elsewhere through the later stages. */
export const examineLayout = (layout: Layout, config: Config): Promise<Examination> =>
  judge(layout, null, config, new Clock());

/** Takes an identified source through every stage that computes. */
export async function examine(source: Source, config: Config, asides: Asides = {}): Promise<Examination> {
  const clock = new Clock();
  const unread = unreadSource(source.name, source.sha256);
  const context = { ...config, ...asides };
  const document = await clock.run(readStage, source, context);
  if (!document.ok) return { ok: false, source: unread, reasons: [document.reason], timings: clock.timings };
  const { source: info, status, reasons } = document.value;
  if (status === 'failed') return { ok: false, source: info, reasons, timings: clock.timings };
  const layout = await clock.run(tablesStage, document.value, config);
  if (!layout.ok)
    return { ok: false, source: info, reasons: [...reasons, layout.reason], timings: clock.timings };
  return judge(layout.value, document.value, config, clock);
}

/** The object that is printed for an examination. */
export function reportOf(examination: Examination, language: Language): Report {
  if (!examination.ok) return failedReport(examination.source, examination.reasons, examination.timings);
  const { layout, reading, audit, timings } = examination;
  return toReport(layout, reading, audit, timings, language);
}
