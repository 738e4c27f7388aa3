import { deserialize } from 'node:v8';
import type { DocumentRecord } from '../../db/record.ts';
import type { Config } from '../../model/config.ts';
import { type StageSpent, withSpent } from '../../model/effort.ts';
import type { Reason, StageName } from '../../model/status.ts';
import type { WorkerMessage, WorkerTask } from '../worker-messages.ts';
import type { Usage } from './usage.ts';
import type { Ending, WorkerHandle, WorkerListener } from './worker-process.ts';

const MEBIBYTE = 1024 * 1024;
/** A worker that is not loaded by then never will be. */
const START_MILLISECONDS = 60_000;

/** What came of a document in a worker: its record, or why there is none and what was spent until then. */
export type Outcome =
  | { readonly ok: true; readonly record: DocumentRecord }
  | { readonly ok: false; readonly reason: Reason; readonly spent: readonly StageSpent[] };

/** What an attempt tells, and whom it asks. */
export interface AttemptEvents {
  readonly onStage: (stage: StageName) => void;
  readonly onPage: (pages: number) => void;
  /** Waits until pages may be recognized. */
  readonly admit: () => Promise<void>;
  /** Gives the document up when it comes. */
  readonly drop?: AbortSignal;
}

/** Why a document has no record that was given up. */
export const DROPPED: Reason = { code: 'worker-died', message: 'the worker died: it was told to' };

/**
 * One document in one worker, under its limits. Whatever the worker does, there is an outcome: the limits are held here,
 * in another process, and a worker that passes one is to be ended by the caller.
 */
export class Attempt {
  readonly outcome: Promise<Outcome>;
  readonly #worker: WorkerHandle;
  readonly #task: WorkerTask;
  readonly #config: Config;
  readonly #events: AttemptEvents;
  readonly #resolve: (outcome: Outcome) => void;
  #clock: NodeJS.Timeout | null = null;
  #stageClock: NodeJS.Timeout | null = null;
  #stage: StageName | null = null;
  #stageStart = { time: performance.now(), cpuMs: 0 };
  #spent: readonly StageSpent[] = [];
  #usage: Usage | null = null;
  #peak = 0;
  /** Processor time of the worker from which on this document's is counted; null until its first stage. */
  #cpuFrom: number | null = null;
  #pages = 0;
  #looks = 0;
  #isOver = false;

  constructor(worker: WorkerHandle, task: WorkerTask, events: AttemptEvents) {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.#worker = worker;
    this.#task = task;
    this.#config = task.config;
    this.#events = events;
    this.#resolve = resolve;
    const listener: WorkerListener = {
      onMessage: (message) => this.#hear(message),
      onUsage: (usage) => this.#weigh(usage),
      onEnd: (ending) => this.#died(ending),
    };
    worker.listen(listener);
    const onDrop = (): void => resolve({ ok: false, reason: DROPPED, spent: this.#spent });
    events.drop?.addEventListener('abort', onDrop);
    this.outcome = promise.finally(() => {
      events.drop?.removeEventListener('abort', onDrop);
      this.#isOver = true;
      worker.listen(null);
      this.#pause();
    });
    this.#clock = setTimeout(
      () => this.#stop('worker-died', null, 'the worker did not start'),
      START_MILLISECONDS,
    );
    void worker.ready.then(() => {
      if (this.#isOver) return;
      this.#pause();
      this.#resume();
      worker.send(task);
    });
  }

  #hear(message: WorkerMessage): void {
    if (message.kind === 'ready' || message.id !== this.#task.id) return;
    switch (message.kind) {
      case 'stage':
        this.#enter(message);
        break;
      case 'page':
        this.#pages += 1;
        this.#renew();
        this.#events.onPage(this.#pages);
        break;
      case 'alive':
        // Of pictures there may be any number, of renewals not.
        this.#looks += 1;
        if (this.#looks <= this.#config.maxRecognizedPages) this.#renew();
        break;
      case 'waiting':
        this.#pause();
        void this.#events.admit().then(() => {
          if (this.#isOver) return;
          this.#worker.send({ kind: 'admitted', id: this.#task.id });
          this.#resume();
        });
        break;
      case 'record':
        this.#resolve({ ok: true, record: deserialize(message.bytes) as DocumentRecord });
    }
  }

  #enter({ stage, cpuMs, before }: Extract<WorkerMessage, { kind: 'stage' }>): void {
    if (before !== null) this.#spent = withSpent(this.#spent, before);
    this.#cpuFrom ??= cpuMs;
    this.#stage = stage;
    this.#stageStart = { time: performance.now(), cpuMs };
    this.#peak = 0;
    if (this.#stageClock !== null) this.#stageClock.refresh();
    this.#events.onStage(stage);
  }

  #weigh(usage: Usage): void {
    this.#usage = usage;
    this.#peak = Math.max(this.#peak, usage.rssBytes);
    const { maxMemoryBytes, maxCpuSeconds } = this.#config;
    if (usage.rssBytes > maxMemoryBytes)
      this.#stop(
        'memory',
        'maxMemoryBytes',
        `more memory than the limit of ${maxMemoryBytes / MEBIBYTE} MiB`,
      );
    const cpu = this.#cpuFrom === null ? 0 : (usage.cpuMs - this.#cpuFrom) / 1000;
    if (cpu > maxCpuSeconds)
      this.#stop('cpu-time', 'maxCpuSeconds', `not done within ${maxCpuSeconds} seconds of processor time`);
  }

  /** Time is counted anew. */
  #renew(): void {
    this.#clock?.refresh();
    this.#stageClock?.refresh();
    if (this.#usage !== null) this.#cpuFrom = this.#usage.cpuMs;
  }

  #pause(): void {
    if (this.#clock !== null) clearTimeout(this.#clock);
    if (this.#stageClock !== null) clearTimeout(this.#stageClock);
    this.#clock = null;
    this.#stageClock = null;
  }

  #resume(): void {
    const { timeout } = this.#task;
    const { maxStageSeconds } = this.#config;
    const late = (limit: string, message: string) => (): void => {
      // Its answer may have come while this thread was busy; it is heard first.
      setImmediate(() => this.#stop('timeout', limit, message));
    };
    this.#clock = setTimeout(late('timeout', `not done within ${timeout / 1000} seconds`), timeout);
    this.#stageClock = setTimeout(
      late('maxStageSeconds', `a stage was not done within ${maxStageSeconds} seconds`),
      maxStageSeconds * 1000,
    );
  }

  #died({ why, detail }: Ending): void {
    if (why === 'heap') this.#stop('memory', 'maxMemoryBytes', detail);
    else this.#stop('worker-died', null, `the worker died: ${detail}`);
  }

  #stop(code: Reason['code'], limit: string | null, message: string): void {
    const stage = this.#stage;
    const where = stage === null ? {} : { stage };
    this.#resolve({
      ok: false,
      reason: {
        code,
        message: stage === null ? message : `${message} (in the stage "${stage}")`,
        ...where,
        ...(limit !== null && { limit }),
      },
      spent: stage === null ? this.#spent : withSpent(this.#spent, this.#unfinished(stage)),
    });
  }

  #unfinished(stage: StageName): StageSpent {
    const { time, cpuMs } = this.#stageStart;
    return {
      stage,
      wallMs: performance.now() - time,
      cpuMs: this.#usage === null ? null : Math.max(0, this.#usage.cpuMs - cpuMs),
      peakBytes: this.#peak === 0 ? null : this.#peak,
    };
  }
}
