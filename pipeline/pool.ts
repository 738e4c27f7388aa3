import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import type { DocumentRecord } from '../db/record.ts';
import type { Config } from '../model/config.ts';
import type { Source } from '../model/source.ts';
import type { Reason } from '../model/status.ts';
import { failedRecord } from './received.ts';
import { isProgress, isReply, type WorkerTask } from './worker-messages.ts';

export interface PoolOptions {
  readonly jobs: number;
  /**
   * Wall time that one document may take before its worker is ended, in milliseconds. It starts anew with every page that
   * has been recognized: of those there is a limit.
   */
  readonly timeout: number;
  readonly config: Config;
  /** Opens encrypted documents; never stored nor told. */
  readonly password?: string;
  /** A folder for pictures of how page images are prepared. */
  readonly debugDir?: string;
  /** Is told how many pages of a document have been recognized so far. */
  readonly onRecognized?: (name: string, pages: number) => void;
  /** Only tests name another script than the pipeline's own. */
  readonly script?: URL;
}

const OWN_SCRIPT = new URL('./worker.ts', import.meta.url);
/**
 * A worker that needs more is ended by the engine instead of the whole process. The young generation is kept small, for
 * what a page leaves behind would fill it before it is collected.
 */
export const WORKER_LIMITS = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 16 } as const;
/** Of the engine's heap in percent; it would wait until the heap is several times what is alive. */
const HEAP_GROWTH = 50;

/** Must run before the first worker starts. */
export const keepHeapsSmall = (): void => setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);

/** Worker threads that stay warm over many documents; one that dies or hangs is replaced. */
export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #queue: PQueue;
  readonly #free: Worker[] = [];
  #lastId = 0;

  constructor(options: PoolOptions) {
    keepHeapsSmall();
    this.#options = options;
    this.#queue = new PQueue({ concurrency: options.jobs });
  }

  /** Takes a source through the computing stages in a worker; never rejects for what a document does. */
  process(source: Source): Promise<DocumentRecord> {
    return this.#queue.add(() => this.#work(source));
  }

  /** Ends all workers; work under way must be finished before. */
  async close(): Promise<void> {
    await this.#queue.onIdle();
    await Promise.all(this.#free.splice(0).map((worker) => worker.terminate()));
  }

  #start(): Worker {
    const worker = new Worker(this.#options.script ?? OWN_SCRIPT, {
      resourceLimits: WORKER_LIMITS,
      execArgv: [],
    });
    // One that dies between two documents is only taken out; without a listener its error would end the process.
    const forget = () => {
      const index = this.#free.indexOf(worker);
      if (index >= 0) this.#free.splice(index, 1);
    };
    return worker.on('error', forget).on('exit', forget);
  }

  async #work(source: Source): Promise<DocumentRecord> {
    // What stays here when the bytes have moved.
    const remembered = { ...source, bytes: new Uint8Array(0) };
    const size = source.bytes.byteLength;
    const worker = this.#free.pop() ?? this.#start();
    const outcome = await this.#ask(worker, source);
    if ('record' in outcome) {
      this.#free.push(worker);
      return outcome.record;
    }
    await worker.terminate();
    return { ...failedRecord(remembered, outcome.reason), bytes: size };
  }

  #ask(worker: Worker, source: Source): Promise<{ record: DocumentRecord } | { reason: Reason }> {
    const { timeout, config, password, debugDir, onRecognized } = this.#options;
    const id = ++this.#lastId;
    const task: WorkerTask = {
      id,
      source,
      config,
      ...(password !== undefined && { password }),
      ...(debugDir !== undefined && { debugDir }),
    };
    const { name } = source;
    let recognized = 0;
    const { promise, resolve } = Promise.withResolvers<{ record: DocumentRecord } | { reason: Reason }>();
    const died = (detail: string) =>
      resolve({ reason: { code: 'worker-died', message: `the worker died: ${detail}` } });
    const onMessage = (reply: unknown) => {
      if (isReply(reply) && reply.id === task.id) resolve({ record: reply.record });
      if (!isProgress(reply) || reply.id !== task.id) return;
      timer.refresh();
      recognized += 1;
      onRecognized?.(name, recognized);
    };
    const onError = (error: unknown) => died(error instanceof Error ? error.message : String(error));
    const onExit = (code: number) => died(`exit code ${code}`);
    const seconds = timeout / 1000;
    const timer = setTimeout(
      () => resolve({ reason: { code: 'timeout', message: `not done within ${seconds} seconds` } }),
      timeout,
    );
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(task, movable(source.bytes));
    return promise.finally(() => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    });
  }
}

/** Small buffers share one pool of the engine and cannot be moved; they are copied. */
const movable = (bytes: Uint8Array): ArrayBuffer[] =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [];
