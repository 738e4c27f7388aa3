import PQueue from 'p-queue';
import { RunLock } from '../db/lock.ts';
import { Store } from '../db/store.ts';
import { filesOf } from './files.ts';
import type { IngestOptions, IngestResult, IngestSummary } from './ingest-options.ts';
import { type Counts, DatabaseFailure, must, noCounts, Run } from './ingest-run.ts';
import type { LinkSummary } from './link.ts';
import { WorkerPool } from './pool.ts';
import { gonePaths } from './resume/gone.ts';
import { UNINTERRUPTED } from './resume/interruption.ts';
import { archiveLimits } from './sources/limits.ts';
import { sourcesIn } from './sources/sources.ts';
import { type Settled, watchFiles } from './watch.ts';

/** Paths that wait in the queue for each worker; more are not looked for until these are done. */
const WAITING_A_JOB = 4;

async function readAll(run: Run, files: AsyncIterable<Settled>, options: IngestOptions): Promise<void> {
  const { jobs, onEvent, recognitions = jobs, config } = options;
  // Documents that wait for recognition or recognize are none of the jobs.
  const queue = new PQueue({ concurrency: jobs * 2 + recognitions * 2 });
  let failure: unknown = null;
  for await (const found of sourcesIn(files, archiveLimits(config.maxFileBytes))) {
    if (failure !== null || run.stopped) break;
    if (found.kind === 'passed-over') {
      run.passOver(found);
      continue;
    }
    await queue.onSizeLessThan(jobs * WAITING_A_JOB);
    run.counts.files += 1;
    run.seen.add(found.path);
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

async function noteGone(run: Run, store: Store, paths: readonly string[]): Promise<void> {
  const recorded = (root: string) => must(store.recordedPaths(root));
  for await (const { path, missing } of gonePaths(paths, run.seen, recorded)) {
    if (run.stopped) return;
    run.gone(path, missing);
  }
}

/** Tells how many files there are, while they are read already; of a list, or of files that come and go, nobody knows. */
async function countFiles(options: IngestOptions, isOver: () => boolean): Promise<void> {
  const { paths, list, database, watch, onEvent } = options;
  if (list !== undefined || watch !== undefined) return;
  let files = 0;
  for await (const _ of filesOf({ paths, database })) {
    if (isOver()) return;
    files += 1;
  }
  onEvent({ kind: 'counted', files });
}

/** One pass over the files. */
async function readOnce(run: Run, store: Store, options: IngestOptions): Promise<LinkSummary | null> {
  await readAll(run, filesOf(options), options);
  if (!run.stopped) await noteGone(run, store, options.paths);
  return run.link();
}

/** Round after round over what came, changed or went, until the run is stopped. */
async function keepReading(
  run: Run,
  store: Store,
  options: IngestOptions,
  onRound: (linked: LinkSummary | null) => void,
): Promise<LinkSummary | null> {
  const { paths, watch, interruption = UNINTERRUPTED } = options;
  if (watch === undefined) return readOnce(run, store, options);
  const find = () => filesOf(options);
  let linked: LinkSummary | null = null;
  let first = true;
  for await (const { files, gone } of watchFiles(find, watch.settle, interruption.stop)) {
    await readAll(run, files, options);
    if (first && !run.stopped) await noteGone(run, store, paths);
    for (const path of gone) if (must(store.documentAt(path)) !== null) run.gone(path, false);
    linked = await run.link();
    onRound(linked);
    first = false;
  }
  return linked;
}

/**
 * Reads every report that the paths stand for into the database. A document that fails is a row with a reason; only a
 * problem of the database ends the run early, with everything that was finished before kept.
 */
export async function ingest(options: IngestOptions): Promise<IngestResult> {
  const start = performance.now();
  const { interruption = UNINTERRUPTED } = options;
  const summaryOf = (
    counts: Counts,
    interrupted = false,
    linked: LinkSummary | null = null,
  ): IngestSummary => ({
    ...counts,
    seconds: (performance.now() - start) / 1000,
    interrupted,
    linked,
  });
  const opened = Store.open(options.database);
  if (!opened.ok) return { ok: false, problem: opened.problem, summary: summaryOf(noCounts()) };
  const store = opened.value;
  const lock = RunLock.take(options.database);
  if (!lock.ok) {
    store.close();
    return { ok: false, problem: lock.problem, summary: summaryOf(noCounts()) };
  }
  const pool = new WorkerPool({
    ...options,
    drop: interruption.drop,
    onRecognized: (path, pages) => options.onEvent({ kind: 'recognized', path, pages }),
    onStage: (path, stage) => options.onEvent({ kind: 'stage', path, stage }),
  });
  let counts = noCounts();
  let isOver = false;
  const ended = (summary: IngestSummary): IngestSummary => {
    options.onEvent({ kind: 'summary', ...summary });
    return summary;
  };
  try {
    const run = new Run(options, store, pool);
    counts = run.counts;
    const counting = options.count === true ? countFiles(options, () => isOver) : null;
    const linked = await keepReading(run, store, options, (round) =>
      options.watch?.onRound(summaryOf(counts, false, round)),
    );
    isOver = true;
    await counting;
    run.finish();
    return { ok: true, summary: ended(summaryOf(counts, run.interrupted, linked)) };
  } catch (error) {
    if (error instanceof DatabaseFailure)
      return { ok: false, problem: error.problem, summary: ended(summaryOf(counts)) };
    throw error;
  } finally {
    isOver = true;
    await pool.close();
    store.close();
    lock.value.release();
  }
}
