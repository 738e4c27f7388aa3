import { Ledger } from '../../db/ledger.ts';
import { type DatabaseProblem, type DatabaseResult, problemOf } from '../../db/problem.ts';
import type { RunRecord } from '../../db/record.ts';
import type { Config } from '../../model/config.ts';
import type { Reason } from '../../model/status.ts';
import { filesOf } from '../files.ts';
import { identifyStage } from '../identify.ts';
import { isInShard, type Shard } from '../shard.ts';
import { archiveLimits } from '../sources/limits.ts';
import { type FoundSource, sourcesIn } from '../sources/sources.ts';
import { stageVersions, workKey } from '../stages.ts';
import { gonePaths } from './gone.ts';
import { type Difference, differences, dueWork, type Retry, type Terms } from './work.ts';

/** Why a file would be read, or would not. */
export const PLANNED = [
  'new',
  'changed',
  'program',
  'stages',
  'config',
  'failed-before',
  'retry',
  'unchanged',
  'copy',
  'gone',
  'other-shard',
  'unreadable',
] as const;
export type Why = (typeof PLANNED)[number];

/** What a run would do with one path. `differences`: what the work done before does not count for. */
export interface Planned {
  readonly path: string;
  readonly read: boolean;
  readonly why: Why;
  readonly differences?: readonly Difference[];
  readonly reason?: Reason;
}

export interface PlanOptions {
  readonly paths: readonly string[];
  readonly list?: AsyncIterable<string>;
  readonly database: string;
  readonly config: Config;
  readonly program: string;
  readonly hasPassword: boolean;
  readonly retry?: Retry;
  readonly shard?: Shard;
}

/** The strongest reason among what differs: a release changes stages too, so it says least. */
function whyOutdated(found: readonly Difference[]): Why {
  if (found.some(({ kind }) => kind === 'stage')) return 'stages';
  return found.some(({ kind }) => kind === 'config') ? 'config' : 'program';
}

class Planner {
  readonly #options: PlanOptions;
  readonly #ledger: Ledger;
  readonly #terms: Terms;
  readonly #now: RunRecord;
  /** What was planned to be read so far: equal files are read once. */
  readonly #planned = new Set<string>();

  constructor(options: PlanOptions, ledger: Ledger) {
    const { program, config, hasPassword, retry } = options;
    const key = workKey(program, config);
    this.#options = options;
    this.#ledger = ledger;
    this.#terms = { workKey: key, hasPassword, ...(retry !== undefined && { retry }) };
    this.#now = { program, workKey: key, stages: stageVersions(), config };
  }

  async plan(found: Exclude<FoundSource, { readonly kind: 'passed-over' }>): Promise<Planned> {
    const { path } = found;
    if (found.kind === 'refused') return this.#unreadable(path, found.reason);
    const source =
      found.kind === 'entry' ? await found.read() : await identifyStage.run(path, this.#options.config);
    if (!source.ok) return this.#unreadable(path, source.reason);
    const { shard } = this.#options;
    const { sha256 } = source.value;
    if (shard !== undefined && !isInShard(shard, sha256)) return { path, read: false, why: 'other-shard' };
    return this.#file(path, sha256);
  }

  #unreadable(path: string, reason: Reason): Planned {
    const isGone = reason.code === 'not-found' && this.#ledger.documentAt(path) !== null;
    return isGone ? { path, read: false, why: 'gone' } : { path, read: false, why: 'unreadable', reason };
  }

  #file(path: string, sha256: string): Planned {
    if (this.#planned.has(sha256)) return { path, read: false, why: 'copy' };
    const known = this.#ledger.find(sha256);
    const due = dueWork(known, this.#terms);
    const before = this.#ledger.documentAt(path);
    if (due === null) {
      return { path, read: false, why: before === known?.id ? 'unchanged' : 'copy' };
    }
    this.#planned.add(sha256);
    if (due === 'new') return { path, read: true, why: before === null ? 'new' : 'changed' };
    if (due !== 'outdated' || known === null)
      return { path, read: true, why: due === 'outdated' ? 'new' : due };
    const run = this.#ledger.runOf(known.runId);
    const differ = run === null ? [] : differences(run, this.#now);
    return { path, read: true, why: whyOutdated(differ), differences: differ };
  }
}

/**
 * Says file by file what a run would do, and does nothing: neither is anything written, nor is a database made.
 * @param onPlanned gets every path once
 */
export async function plan(
  options: PlanOptions,
  onPlanned: (planned: Planned) => void,
): Promise<DatabaseResult<void>> {
  const opened = Ledger.open(options.database);
  if (!opened.ok) return opened;
  const ledger = opened.value;
  try {
    const planner = new Planner(options, ledger);
    const seen = new Set<string>();
    const limits = archiveLimits(options.config.maxFileBytes);
    for await (const found of sourcesIn(filesOf(options), limits)) {
      if (found.kind === 'passed-over') continue;
      seen.add(found.path);
      onPlanned(await planner.plan(found));
    }
    for await (const { path } of gonePaths(options.paths, seen, (root) => ledger.recordedPaths(root)))
      onPlanned({ path, read: false, why: 'gone' });
    return { ok: true, value: undefined };
  } catch (error) {
    const problem: DatabaseProblem = problemOf(error, options.database);
    return { ok: false, problem };
  } finally {
    ledger.close();
  }
}
