import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Admission, WorkerMessage, WorkerTask } from '../worker-messages.ts';
import { workerMessage } from '../worker-messages.ts';
import { HEARTBEAT_FILE } from './peak.ts';
import { lastUsage, type Usage } from './usage.ts';

/** Why a worker is gone. */
export interface Ending {
  readonly why: 'heap' | 'other';
  readonly detail: string;
}

/** Who is told what a worker does while it is at one document. */
export interface WorkerListener {
  readonly onMessage: (message: WorkerMessage) => void;
  readonly onUsage: (usage: Usage) => void;
  readonly onEnd: (ending: Ending) => void;
}

/** A worker that can be ended whatever it does. This file alone knows that it is a process of its own. */
export interface WorkerHandle {
  /** Takes work from now on; never settles where the worker ends before that. */
  readonly ready: Promise<void>;
  readonly isGone: boolean;
  send(message: WorkerTask | Admission): void;
  listen(listener: WorkerListener | null): void;
  /** Ends it at once and waits until it is gone. */
  end(): Promise<void>;
}

const MEBIBYTE = 1024 * 1024;
/** JavaScript objects of a worker in MiB at most; pictures and what native code holds come on top. */
const HEAP_MEGABYTES = 2048;
/** Half-spaces of the young generation in MiB: what a page leaves behind would fill a larger one before it is collected. */
const YOUNG_MEGABYTES = 5;
/** Of the heap in percent; the engine would wait until it is several times what is alive. */
const HEAP_GROWTH = 50;
/** Of the error stream the end is kept. */
const KEPT_CHARACTERS = 4000;
/** After its end a worker's streams are waited for so long. */
const LINGER_MILLISECONDS = 500;

/** Has the C library of Linux give memory back that the engine's compiler once took; others know no such names. */
const FRUGAL = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' };

/** A worker keeps what it compiles where the process that started it does. */
function compiled(): Record<string, string> {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}

/** How the engine of a worker is told to keep its heap. */
export const workerFlags = (bytes: number): readonly string[] => [
  `--max-old-space-size=${Math.min(HEAP_MEGABYTES, Math.floor(bytes / MEBIBYTE))}`,
  `--max-semi-space-size=${YOUNG_MEGABYTES}`,
  `--heap-growing-percent=${HEAP_GROWTH}`,
];

/** The line of an error stream that says best what happened. */
const errorLine = (text: string): string | undefined =>
  text.split('\n').findLast((line) => /^(?:Uncaught )?\w*(?:Error|Exception)\b.*:/u.test(line));

function endingOf(code: number | null, signal: NodeJS.Signals | null, errors: string): Ending {
  if (/heap out of memory|Reached heap limit/u.test(errors))
    return { why: 'heap', detail: 'out of memory for JavaScript objects' };
  const said = errorLine(errors);
  const how = signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`;
  return { why: 'other', detail: said === undefined ? how : `${how}: ${said}` };
}

class ForkedWorker implements WorkerHandle {
  readonly ready: Promise<void>;
  readonly #child: ChildProcess;
  readonly #gone = Promise.withResolvers<void>();
  #isGone = false;
  #listener: WorkerListener | null = null;
  #errors = '';

  constructor(script: URL, bytes: number) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ready = promise;
    this.#child = fork(fileURLToPath(script), [], {
      execArgv: [...workerFlags(bytes)],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
      env: { ...process.env, ...FRUGAL, ...compiled() },
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#errors = (this.#errors + text).slice(-KEPT_CHARACTERS);
    });
    this.#hear(this.#child.stdio[HEARTBEAT_FILE]);
    this.#child.on('message', (value) => {
      const message = workerMessage(value);
      if (message?.kind === 'ready') resolve();
      else if (message !== null) this.#listener?.onMessage(message);
    });
    this.#child.on('error', (error) => this.#end({ why: 'other', detail: error.message }));
    this.#child.on('exit', (code, signal) => {
      this.#isGone = true;
      // What it wrote last may still be on its way.
      const timer = setTimeout(() => this.#child.emit('close', code, signal), LINGER_MILLISECONDS);
      this.#child.once('close', () => {
        clearTimeout(timer);
        this.#end(endingOf(code, signal, this.#errors));
      });
    });
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  send(message: WorkerTask | Admission): void {
    // Whether it arrived is told by the answer, or by the end of the worker.
    this.#child.send(message, () => undefined);
  }

  listen(listener: WorkerListener | null): void {
    this.#listener = listener;
  }

  end(): Promise<void> {
    this.#child.kill('SIGKILL');
    return this.#gone.promise;
  }

  #hear(stream: Readable | NodeJS.WritableStream | null | undefined): void {
    let text = '';
    if (stream === null || stream === undefined || !('on' in stream)) return;
    stream.on('error', () => undefined);
    stream.on('data', (chunk: unknown) => {
      const { usage, rest } = lastUsage(text + String(chunk));
      text = rest;
      if (usage !== null) this.#listener?.onUsage(usage);
    });
  }

  #end(ending: Ending): void {
    this.#isGone = true;
    this.#gone.resolve();
    this.#listener?.onEnd(ending);
  }
}

/** Starts a worker with so many bytes of memory. */
export const startWorker = (script: URL, bytes: number): WorkerHandle => new ForkedWorker(script, bytes);
