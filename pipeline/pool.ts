import { setFlagsFromString } from 'node:v8';
import type { DocumentRecord } from '../db/record.ts';
import type { Config } from '../model/config.ts';
import type { Source } from '../model/source.ts';
import type { StageName } from '../model/status.ts';
import { Attempt, DROPPED, type Outcome } from './isolation/attempt.ts';
import { Gate } from './isolation/gate.ts';
import { startWorker, type WorkerHandle } from './isolation/worker-process.ts';
import { failedRecord } from './received.ts';

export interface PoolOptions {
  /** Documents that are read and checked at a time; those in which pages are recognized are counted apart. */
  readonly jobs: number;
  /** Documents in which pages are recognized at a time; as many as `jobs` where it is not said. */
  readonly recognitions?: number;
  /**
   * Wall time that one document may take before its worker is ended, in milliseconds. It starts anew with every page that
   * has been recognized and every picture that has been looked at: of those there is a limit.
   */
  readonly timeout: number;
  readonly config: Config;
  /** Opens encrypted documents; never stored nor told. */
  readonly password?: string;
  /** A folder for pictures of how page images are prepared. */
  readonly debugDir?: string;
  /** Is told how many pages of a document have been recognized so far. */
  readonly onRecognized?: (path: string, pages: number) => void;
  /** Is told that a stage of a document begins. */
  readonly onStage?: (path: string, stage: StageName) => void;
  /** Gives up whatever is not done when it comes: such a document ends as `worker-died`. */
  readonly drop?: AbortSignal;
  /** Only tests name another script than the pipeline's own. */
  readonly script?: URL;
}

/**
 * Has the engine of this process keep its heap small: it would let the young generation grow, and the old one wait until it
 * is several times what is alive, while records come and go.
 */
function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=50');
}

const OWN_SCRIPT = new URL('./worker.ts', import.meta.url);

/**
 * Workers that stay warm over many documents; one that dies, hangs or swells is replaced. A document that recognizes
 * pages gives its place among the `jobs` to another and takes one among the `recognitions`.
 */
export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #jobs: Gate;
  readonly #recognitions: Gate;
  readonly #free: WorkerHandle[] = [];
  readonly #underWay = new Set<Promise<unknown>>();
  #lastId = 0;

  constructor(options: PoolOptions) {
    keepHeapSmall();
    this.#options = options;
    this.#jobs = new Gate(options.jobs);
    this.#recognitions = new Gate(options.recognitions ?? options.jobs);
  }

  /** Takes a source through the computing stages in a worker; never rejects for what a document does. */
  process(source: Source): Promise<DocumentRecord> {
    const work = this.#work(source);
    this.#underWay.add(work);
    return work.finally(() => this.#underWay.delete(work));
  }

  /** Ends all workers, when the work under way is done. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#underWay);
    await Promise.all(this.#free.splice(0).map((worker) => worker.end()));
  }

  /** A worker that is warm and alive, or a new one. */
  #worker(): WorkerHandle {
    for (let worker = this.#free.pop(); worker !== undefined; worker = this.#free.pop())
      if (!worker.isGone) return worker;
    const { script = OWN_SCRIPT, config } = this.#options;
    return startWorker(script, config.maxMemoryBytes);
  }

  async #work(source: Source): Promise<DocumentRecord> {
    const place = new Place(this.#jobs, this.#recognitions);
    await place.take();
    try {
      // No worker is started only to be ended.
      if (this.#options.drop?.aborted === true)
        return failedRecord(source, source.bytes.byteLength, DROPPED, []);
      const worker = this.#worker();
      const outcome = await this.#ask(worker, source, place);
      if (outcome.ok) {
        this.#free.push(worker);
        return outcome.record;
      }
      await worker.end();
      return failedRecord(source, source.bytes.byteLength, outcome.reason, outcome.spent);
    } finally {
      place.leave();
    }
  }

  #ask(worker: WorkerHandle, source: Source, place: Place): Promise<Outcome> {
    const { timeout, config, password, debugDir, onRecognized, onStage, drop } = this.#options;
    this.#lastId += 1;
    const task = {
      kind: 'task' as const,
      id: this.#lastId,
      source,
      config,
      timeout,
      ...(password !== undefined && { password }),
      ...(debugDir !== undefined && { debugDir }),
    };
    const { path } = source;
    return new Attempt(worker, task, {
      onStage: (stage) => onStage?.(path, stage),
      onPage: (pages) => onRecognized?.(path, pages),
      admit: () => place.change(),
      ...(drop !== undefined && { drop }),
    }).outcome;
  }
}

/** The place of one document: among the jobs, on its way to recognition, or there. */
class Place {
  readonly #jobs: Gate;
  readonly #recognitions: Gate;
  #held: Gate | null = null;
  #isOver = false;

  constructor(jobs: Gate, recognitions: Gate) {
    this.#jobs = jobs;
    this.#recognitions = recognitions;
  }

  async take(): Promise<void> {
    await this.#jobs.enter();
    this.#held = this.#jobs;
  }

  /**
   * Goes over to recognition. Whoever waits holds a worker with all that it has read, so that only as many wait outside
   * of the jobs as may recognize.
   */
  async change(): Promise<void> {
    const mayLeave = this.#recognitions.waiting < this.#recognitions.room;
    if (mayLeave) this.#release();
    await this.#recognitions.enter();
    this.#release();
    if (this.#isOver) this.#recognitions.leave();
    else this.#held = this.#recognitions;
  }

  leave(): void {
    this.#isOver = true;
    this.#release();
  }

  #release(): void {
    this.#held?.leave();
    this.#held = null;
  }
}
