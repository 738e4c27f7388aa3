import type { Audit } from '../model/audit.ts';
import type { Config } from '../model/config.ts';
import type { Document } from '../model/document.ts';
import { type StageSpent, timingsOf, withSpent } from '../model/effort.ts';
import type { Layout } from '../model/layout.ts';
import type { Reading } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import type { Source, SourceInfo } from '../model/source.ts';
import { ok, type Reason, type Result, type StageName } from '../model/status.ts';
import type { Language } from '../reconcile/reconcile.ts';
import { normalizeStage, reconcileStage, tablesStage } from './compute.ts';
import { failedReport, unreadSource } from './failed.ts';
import { NO_AUDIT, withinFacts, withinFindings, withinTables } from './output.ts';
import { type Asides, readStage } from './read.ts';
import { withCounts, withRepairs } from './repair.ts';
import { toReport } from './report.ts';
import type { Stage } from './stage.ts';

/** A document that went through every stage but the last, with what each took. */
export interface Examined {
  readonly ok: true;
  readonly document: Document | null;
  readonly layout: Layout;
  readonly reading: Reading;
  readonly audit: Audit;
  readonly spent: readonly StageSpent[];
}

/** A document that could not be processed. */
export interface Unexamined {
  readonly ok: false;
  readonly source: SourceInfo;
  readonly reasons: readonly Reason[];
  readonly spent: readonly StageSpent[];
}

export type Examination = Examined | Unexamined;

/** Who follows the stages of a document. */
export interface Follower {
  /** Is told that a stage begins, and what the one before it took. */
  readonly onStage?: (stage: StageName, before: StageSpent | null) => void;
  /** Bytes that this process has held at most since the last call. */
  readonly peak?: () => number;
}

class Clock {
  readonly #follower: Follower;
  #spent: readonly StageSpent[] = [];
  #last: StageSpent | null = null;

  constructor(follower: Follower = {}) {
    this.#follower = follower;
  }

  get spent(): readonly StageSpent[] {
    return this.#spent;
  }

  /** Runs a stage; what it throws is a bug and becomes a reason, so that one document never ends a batch. */
  async run<I, O, C>(stage: Stage<I, O, C>, input: I, context: C): Promise<Result<O>> {
    const { onStage, peak } = this.#follower;
    onStage?.(stage.name, this.#last);
    peak?.();
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    try {
      return await stage.run(input, context);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return {
        ok: false,
        reason: {
          code: 'internal',
          message: `the ${stage.name} stage failed: ${detail}`,
          stage: stage.name,
        },
      };
    } finally {
      const { user, system } = process.cpuUsage(cpu);
      this.#note({
        stage: stage.name,
        wallMs: performance.now() - start,
        cpuMs: (user + system) / 1000,
        peakBytes: peak?.() ?? null,
      });
    }
  }

  #note(spent: StageSpent): void {
    this.#last = spent;
    this.#spent = withSpent(this.#spent, spent);
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
    spent: clock.spent,
  });
  const counted = withCounts(layout);
  const first = await clock.run(normalizeStage, counted, config);
  if (!first.ok) return failed(layout.source, first.reason);
  const repaired = withRepairs(counted, first.value);
  const reading = repaired === counted ? first : await clock.run(normalizeStage, repaired, config);
  if (!reading.ok) return failed(layout.source, reading.reason);
  const kept = withinFacts(repaired, reading.value, config);
  const audit = kept.isWhole ? await clock.run(reconcileStage, kept.reading, config) : ok(NO_AUDIT);
  if (!audit.ok) return failed(layout.source, audit.reason);
  const told = withinFindings(kept.layout, audit.value, config);
  return {
    ok: true,
    document,
    layout: told.layout,
    reading: kept.reading,
    audit: told.audit,
    spent: clock.spent,
  };
}

/** Takes a layout that came from elsewhere through the later stages. */
export const examineLayout = (layout: Layout, config: Config): Promise<Examination> =>
  judge(layout, null, config, new Clock());

/** Takes an identified source through every stage that computes. */
export async function examine(
  source: Source,
  config: Config,
  asides: Asides & Follower = {},
): Promise<Examination> {
  const clock = new Clock(asides);
  const unread = unreadSource(source.name, source.sha256);
  const context = { ...config, ...asides };
  const document = await clock.run(readStage, source, context);
  if (!document.ok) return { ok: false, source: unread, reasons: [document.reason], spent: clock.spent };
  const { source: info, status, reasons } = document.value;
  if (status === 'failed') return { ok: false, source: info, reasons, spent: clock.spent };
  const layout = await clock.run(tablesStage, document.value, config);
  if (!layout.ok)
    return { ok: false, source: info, reasons: [...reasons, layout.reason], spent: clock.spent };
  return judge(withinTables(layout.value, config), document.value, config, clock);
}

/** The object that is printed for an examination. */
export function reportOf(examination: Examination, language: Language): Report {
  if (!examination.ok)
    return failedReport(examination.source, examination.reasons, timingsOf(examination.spent));
  const { layout, reading, audit, spent } = examination;
  return toReport(layout, reading, audit, timingsOf(spent), language);
}
