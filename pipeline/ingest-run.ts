import { stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { KnownDocument } from '../db/known.ts';
import type { DatabaseProblem, DatabaseResult } from '../db/problem.ts';
import type { Store } from '../db/store.ts';
import type { Config } from '../model/config.ts';
import type { StageSpent } from '../model/effort.ts';
import type { Source } from '../model/source.ts';
import type { Reason } from '../model/status.ts';
import { identifyStage } from './identify.ts';
import type { IngestOptions, IngestSummary } from './ingest-options.ts';
import { Gate } from './isolation/gate.ts';
import { type LinkSummary, linkSteps } from './link.ts';
import { loadStage } from './load.ts';
import type { WorkerPool } from './pool.ts';
import { type Interruption, UNINTERRUPTED } from './resume/interruption.ts';
import { Turns } from './resume/turns.ts';
import { dueWork, type Terms } from './resume/work.ts';
import { isInShard } from './shard.ts';
import type { PassedOver } from './sources/passed-over.ts';
import type { FoundSource } from './sources/sources.ts';
import { stageVersions, workKey } from './stages.ts';
import { Writer } from './writer.ts';

export class DatabaseFailure extends Error {
  readonly problem: DatabaseProblem;
  constructor(problem: DatabaseProblem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Inside a run a problem of the database ends everything, so it travels as an exception up to `ingest`. */
export function must<T>(result: DatabaseResult<T>): T {
  if (result.ok) return result.value;
  throw new DatabaseFailure(result.problem);
}

type Counted = Exclude<keyof IngestSummary, 'seconds' | 'linked' | 'interrupted' | 'passedOver'>;
export type Counts = Record<Counted, number> & {
  readonly passedOver: Partial<Record<PassedOver, number>>;
};

/** What is to be read, or refused with a reason. */
type Wanted = Exclude<FoundSource, { readonly kind: 'passed-over' }>;

export const noCounts = (): Counts => ({
  files: 0,
  read: 0,
  partial: 0,
  unchanged: 0,
  copies: 0,
  failed: 0,
  unchangedFailed: 0,
  findings: 0,
  elsewhere: 0,
  gone: 0,
  left: 0,
  passedOver: {},
});

/** Files whose bytes are read from the disk at a time; and bytes that are held at a time, of all that are not done. */
const READERS = 4;
const MOST_BYTES = 256 * 1024 * 1024;

/** The bytes that a file will take, as far as it is read; what cannot be looked at takes none. */
async function weightOf(path: string, { maxFileBytes }: Config): Promise<number> {
  try {
    const { size } = await stat(path);
    return Math.min(size, maxFileBytes);
  } catch {
    // Why it cannot be read is told by whoever reads it.
    return 0;
  }
}

/** One run of `ingest`: what it does with each file, and what came of them. */
export class Run {
  readonly counts: Counts = noCounts();
  /** Every path that was found, so that what is on record beside them can be looked for. */
  readonly seen = new Set<string>();
  readonly #options: IngestOptions;
  readonly #store: Store;
  readonly #pool: WorkerPool;
  readonly #terms: Terms;
  readonly #interruption: Interruption;
  readonly #runId: number;
  readonly #turns = new Turns();
  readonly #writer: Writer;
  readonly #readers = new Gate(READERS);
  readonly #bytes = new Gate(MOST_BYTES);
  readonly #doors = new Turns();
  /** Documents on their way, by hash: a copy waits for the first and is then only another path of it. */
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(options: IngestOptions, store: Store, pool: WorkerPool) {
    this.#options = options;
    this.#store = store;
    this.#pool = pool;
    this.#writer = new Writer(store, must);
    const { program, config, password, retry, interruption = UNINTERRUPTED } = options;
    this.#interruption = interruption;
    const key = workKey(program, config);
    this.#terms = {
      workKey: key,
      hasPassword: password !== undefined,
      ...(retry !== undefined && { retry }),
    };
    this.#runId = must(store.beginRun({ program, workKey: key, stages: stageVersions(), config }));
  }

  get stopped(): boolean {
    return this.#interruption.stop.aborted;
  }

  /** Whether it ends before it is done; watching is done whenever one stops it and nothing is left. */
  get interrupted(): boolean {
    return this.stopped && (this.#options.watch === undefined || this.counts.left > 0);
  }

  passOver({ path, why }: Extract<FoundSource, { readonly kind: 'passed-over' }>): void {
    this.counts.passedOver[why] = (this.counts.passedOver[why] ?? 0) + 1;
    this.#options.onEvent({ kind: 'passed-over', path, why });
  }

  async one(found: Wanted): Promise<void> {
    const [turn, door] = [this.#turns.next(), this.#doors.next()];
    const weight = found.kind === 'file' ? await weightOf(found.path, this.#options.config) : 0;
    // In their order, for whoever holds bytes waits for the turn of those before.
    await door.mine;
    const entered = this.#bytes.enter(weight);
    door.pass();
    await entered;
    try {
      const work = await this.#begin(found, turn.mine).finally(turn.pass);
      await work();
    } finally {
      this.#bytes.leave(weight);
    }
  }

  finish(): void {
    const { read, unchanged, failed } = this.counts;
    must(
      this.#store.finishRun(
        this.#runId,
        { read, unchanged, failed },
        this.interrupted ? 'interrupted' : 'finished',
      ),
    );
  }

  /** Notes that no file is at a path on record any more. */
  gone(path: string, known: boolean): void {
    if (!known) must(this.#store.noteMissing(path));
    this.counts.gone += 1;
    this.#options.onEvent({ kind: 'gone', path, known });
  }

  /** Links what came and changed, a few entities at a time; null where it was not asked for or not come to its end. */
  async link(): Promise<LinkSummary | null> {
    if (!this.#options.link) return null;
    const steps = linkSteps(this.#store.links, this.#options.program);
    while (!this.stopped) {
      const step = steps.next();
      if (step.done === true) return must(step.value);
      // A signal is heard only between two steps.
      await setImmediate();
    }
    return null;
  }

  /** Reads and hashes a file and says what remains to be done, which is decided when its turn has come. */
  async #begin(found: Wanted, mine: Promise<void>): Promise<() => Promise<void>> {
    const { path } = found;
    const nothing = () => Promise.resolve();
    if (this.stopped) {
      this.counts.left += 1;
      return nothing;
    }
    if (found.kind === 'refused') {
      this.#failFile(path, found.reason);
      return nothing;
    }
    let start = 0;
    const source = await this.#readers.within(1, () => {
      start = performance.now();
      this.#options.onEvent({ kind: 'started', path });
      return found.kind === 'entry' ? found.read() : identifyStage.run(path, this.#options.config);
    });
    // Others are hashed at the same time in the same process, so that its processor time is not this one's.
    const identify: StageSpent = {
      stage: 'identify',
      wallMs: performance.now() - start,
      cpuMs: null,
      peakBytes: null,
    };
    // What was read while it changed is nobody's document; it comes again when it has settled.
    if (found.isStill !== undefined && !(await found.isStill())) {
      this.#options.onEvent({ kind: 'skipped', path, why: 'changing' });
      return nothing;
    }
    if (!source.ok) {
      this.#failFile(path, source.reason);
      return nothing;
    }
    const { sha256 } = source.value;
    const { shard } = this.#options;
    if (shard !== undefined && !isInShard(shard, sha256)) {
      this.#leave(path);
      return nothing;
    }
    await mine;
    const before = this.#underWay.get(sha256);
    if (before !== undefined) return () => before.then(() => this.#afterFirst(path, sha256));
    const work = this.#document(source.value, identify);
    this.#underWay.set(sha256, work);
    return () => work.finally(() => this.#underWay.delete(sha256));
  }

  async #afterFirst(path: string, sha256: string): Promise<void> {
    const known = must(this.#store.find(sha256));
    // The first was dropped: so is its copy.
    if (known === null) this.counts.left += 1;
    // Where the first was not read again, neither is this.
    else if (known.runId !== this.#runId) await this.#skip(path, known);
    else await this.#copy(path, known);
  }

  async #document(source: Source, identify: StageSpent): Promise<void> {
    const { path, sha256 } = source;
    const known = must(this.#store.find(sha256));
    if (known?.runId === this.#runId) return this.#again(path, known);
    if (known !== null && dueWork(known, this.#terms) === null) return this.#skip(path, known);
    const processed = await this.#pool.process(source);
    const record = { ...processed, spent: [identify, ...processed.spent] };
    const { status, reasons, findings, source: info } = record.report;
    // A terminal that goes takes the workers along, and dropping ends them: that says nothing about the document.
    if (this.stopped && reasons.some(({ code }) => code === 'worker-died')) {
      this.counts.left += 1;
      return;
    }
    const { workKey: key } = this.#terms;
    const spent = await this.#writer.write((store) =>
      loadStage.run(record, { store, runId: this.#runId, workKey: key, path }),
    );
    if (status === 'failed') {
      this.counts.failed += 1;
      this.#options.onEvent({ kind: 'failed', path, reasons, spent });
      return;
    }
    this.counts.read += 1;
    if (status === 'partial') this.counts.partial += 1;
    this.counts.findings += findings.length;
    this.#options.onEvent({
      kind: 'done',
      path,
      status,
      reasons,
      findings: findings.length,
      pages: info.pages,
      bytes: record.bytes,
      spent,
    });
  }

  /** What this run has read already is met again: at its own path while watching, else as a copy. */
  #again(path: string, known: KnownDocument): Promise<void> {
    const isHere = must(this.#store.documentAt(path)) === known.id;
    return isHere ? this.#skip(path, known) : this.#copy(path, known);
  }

  /** The file belongs to another part of the list; what stood at its path here before it changed goes. */
  #leave(path: string): void {
    must(this.#store.detach(path));
    this.counts.elsewhere += 1;
    this.#options.onEvent({ kind: 'skipped', path, why: 'other-shard' });
  }

  async #skip(path: string, known: KnownDocument): Promise<void> {
    await this.#writer.write((store) => store.attach(path, known.id));
    this.counts.unchanged += 1;
    this.counts.findings += known.findings;
    if (known.status === 'failed') this.counts.unchangedFailed += 1;
    this.#options.onEvent({ kind: 'skipped', path, why: 'unchanged' });
  }

  async #copy(path: string, known: KnownDocument): Promise<void> {
    await this.#writer.write((store) => store.attach(path, known.id));
    this.counts.copies += 1;
    this.#options.onEvent({ kind: 'skipped', path, why: 'copy' });
  }

  #failFile(path: string, reason: Reason): void {
    const { code, message } = reason;
    if (code === 'not-found' && must(this.#store.documentAt(path)) !== null) {
      this.gone(path, false);
      return;
    }
    must(this.#store.noteFileError({ path, code, message }, this.#runId));
    this.counts.failed += 1;
    this.#options.onEvent({ kind: 'failed', path, reasons: [reason], spent: [] });
  }
}
