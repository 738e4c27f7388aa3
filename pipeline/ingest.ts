import { resolve } from 'node:path';
import PQueue from 'p-queue';
import type { DatabaseProblem, DatabaseResult } from '../db/problem.ts';
import { type KnownDocument, Store } from '../db/store.ts';
import type { Config } from '../model/config.ts';
import type { Source } from '../model/source.ts';
import type { Reason, ReasonCode } from '../model/status.ts';
import type { Listener } from './events.ts';
import { identifyStage } from './identify.ts';
import { type LinkSummary, linkAll } from './link.ts';
import { loadStage } from './load.ts';
import { type Found, findFiles } from './paths.ts';
import { WorkerPool } from './pool.ts';
import { stageVersions, workKey } from './stages.ts';

export interface IngestOptions {
  readonly paths: readonly string[];
  readonly database: string;
  readonly jobs: number;
  readonly timeout: number;
  readonly config: Config;
  /** Opens encrypted documents; never stored nor told. */
  readonly password?: string;
  /** A folder for pictures of how page images are prepared. */
  readonly debugDir?: string;
  readonly program: string;
  readonly onEvent: Listener;
  /** Whether documents are linked across the database at the end. */
  readonly link: boolean;
  /** Only tests name another worker. */
  readonly script?: URL;
}

/** What came of a run. `unchangedFailed` were failed before and still are. */
export interface IngestSummary {
  readonly files: number;
  readonly read: number;
  readonly partial: number;
  readonly unchanged: number;
  readonly copies: number;
  readonly failed: number;
  readonly unchangedFailed: number;
  readonly findings: number;
  readonly seconds: number;
  /** What linking came to; null where it was not asked for or not reached. */
  readonly linked: LinkSummary | null;
}

export type IngestResult =
  | { readonly ok: true; readonly summary: IngestSummary }
  | { readonly ok: false; readonly problem: DatabaseProblem; readonly summary: IngestSummary };

/** Failures that may go away by themselves: such a document is tried again. */
const PASSING: ReadonlySet<string> = new Set<ReasonCode>(['timeout', 'worker-died', 'internal']);

/** A document that a password may open is tried again whenever there is one. */
const isFinished = (known: KnownDocument, key: string, password: string | undefined): boolean =>
  known.workKey === key &&
  !known.codes.some((code) => PASSING.has(code) || (password !== undefined && code === 'encrypted'));

/** Files that wait in the queue for each worker; more are not looked for until these are done. */
const WAITING_A_JOB = 4;

class DatabaseFailure extends Error {
  readonly problem: DatabaseProblem;
  constructor(problem: DatabaseProblem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Inside a run a problem of the database ends everything, so it travels as an exception up to `ingest`. */
function must<T>(result: DatabaseResult<T>): T {
  if (result.ok) return result.value;
  throw new DatabaseFailure(result.problem);
}

type Counts = { -readonly [Name in keyof Omit<IngestSummary, 'seconds' | 'linked'>]: number };

const noCounts = (): Counts => ({
  files: 0,
  read: 0,
  partial: 0,
  unchanged: 0,
  copies: 0,
  failed: 0,
  unchangedFailed: 0,
  findings: 0,
});

class Run {
  readonly counts: Counts = noCounts();
  readonly #options: IngestOptions;
  readonly #store: Store;
  readonly #pool: WorkerPool;
  readonly #workKey: string;
  readonly #runId: number;
  /** Documents on their way, by hash: a copy waits for the first and is then only another path of it. */
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(options: IngestOptions, store: Store, pool: WorkerPool) {
    this.#options = options;
    this.#store = store;
    this.#pool = pool;
    this.#workKey = workKey(options.program, options.config);
    const { program, config } = options;
    this.#runId = must(store.beginRun({ program, workKey: this.#workKey, stages: stageVersions(), config }));
  }

  async one(found: Found): Promise<void> {
    const { path } = found;
    if (found.kind === 'unlisted') return this.#failFile(path, found.reason);
    this.#options.onEvent({ kind: 'started', path });
    const source = await identifyStage.run(path, this.#options.config);
    if (!source.ok) return this.#failFile(path, source.reason);
    const { sha256 } = source.value;
    const before = this.#underWay.get(sha256);
    if (before !== undefined) {
      await before;
      const known = must(this.#store.find(sha256));
      return known === null ? undefined : this.#copy(path, known);
    }
    const work = this.#document(source.value);
    this.#underWay.set(sha256, work);
    try {
      await work;
    } finally {
      this.#underWay.delete(sha256);
    }
  }

  finish(): void {
    const { read, unchanged, failed } = this.counts;
    must(this.#store.finishRun(this.#runId, { read, unchanged, failed }));
  }

  async #document(source: Source): Promise<void> {
    const { path, sha256 } = source;
    const known = must(this.#store.find(sha256));
    if (known?.runId === this.#runId) return this.#copy(path, known);
    if (known !== null && isFinished(known, this.#workKey, this.#options.password))
      return this.#skip(path, known);
    const record = await this.#pool.process(source);
    const destination = { store: this.#store, runId: this.#runId, workKey: this.#workKey, path };
    must(loadStage.run(record, destination));
    const { status, reasons, findings } = record.report;
    if (status === 'failed') {
      this.counts.failed += 1;
      this.#options.onEvent({ kind: 'failed', path, reasons });
      return;
    }
    this.counts.read += 1;
    if (status === 'partial') this.counts.partial += 1;
    this.counts.findings += findings.length;
    this.#options.onEvent({ kind: 'done', path, status, reasons, findings: findings.length });
  }

  #skip(path: string, known: KnownDocument): void {
    must(this.#store.attach(path, known.id));
    this.counts.unchanged += 1;
    this.counts.findings += known.findings;
    if (known.status === 'failed') this.counts.unchangedFailed += 1;
    this.#options.onEvent({ kind: 'skipped', path, why: 'unchanged' });
  }

  #copy(path: string, known: KnownDocument): void {
    must(this.#store.attach(path, known.id));
    this.counts.copies += 1;
    this.#options.onEvent({ kind: 'skipped', path, why: 'copy' });
  }

  #failFile(path: string, reason: Reason): void {
    const { code, message } = reason;
    must(this.#store.noteFileError({ path, code, message }, this.#runId));
    this.counts.failed += 1;
    this.#options.onEvent({ kind: 'failed', path, reasons: [reason] });
  }
}

/** The database and what SQLite keeps beside it are never reports, even inside the folder that is read. */
const ownFiles = (database: string): ReadonlySet<string> =>
  new Set(['', '-wal', '-shm', '-journal'].map((ending) => `${resolve(database)}${ending}`));

async function readAll(run: Run, options: IngestOptions): Promise<void> {
  const { paths, database, jobs, onEvent } = options;
  const queue = new PQueue({ concurrency: jobs * 2 });
  let failure: unknown = null;
  for await (const found of findFiles(paths, ownFiles(database))) {
    if (failure !== null) break;
    await queue.onSizeLessThan(jobs * WAITING_A_JOB);
    run.counts.files += 1;
    onEvent({ kind: 'found', path: found.path });
    queue
      .add(() => (failure === null ? run.one(found) : Promise.resolve()))
      .catch((error: unknown) => {
        failure ??= error;
      });
  }
  await queue.onIdle();
  if (failure !== null) throw failure;
}

/**
 * Reads every report that the paths stand for into the database. A document that fails is a row with a reason; only a
 * problem of the database ends the run early, with everything that was finished before kept.
 */
export async function ingest(options: IngestOptions): Promise<IngestResult> {
  const start = performance.now();
  const opened = Store.open(options.database);
  const summaryOf = (counts: Counts, linked: LinkSummary | null = null): IngestSummary => ({
    ...counts,
    seconds: (performance.now() - start) / 1000,
    linked,
  });
  if (!opened.ok) return { ok: false, problem: opened.problem, summary: summaryOf(noCounts()) };
  const store = opened.value;
  const pool = new WorkerPool(options);
  let counts = noCounts();
  try {
    const run = new Run(options, store, pool);
    counts = run.counts;
    await readAll(run, options);
    run.finish();
    const linked = options.link ? must(linkAll(store.links, options.program)) : null;
    return { ok: true, summary: summaryOf(counts, linked) };
  } catch (error) {
    if (error instanceof DatabaseFailure)
      return { ok: false, problem: error.problem, summary: summaryOf(counts) };
    throw error;
  } finally {
    await pool.close();
    store.close();
  }
}
