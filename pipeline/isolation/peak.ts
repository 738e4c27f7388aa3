import { Worker } from 'node:worker_threads';

/** The file descriptor on which a worker's heartbeat is heard; behind the three standard ones and the channel of messages. */
export const HEARTBEAT_FILE = 4;
export const HEARTBEAT_MILLISECONDS = 100;
const KIBIBYTE = 1024;

/** Keeps the larger of what is noted and what is told; in KiB, so that it fits. */
export function notePeak(shared: SharedArrayBuffer, bytes: number): void {
  const cell = new Int32Array(shared);
  const kibibytes = Math.round(bytes / KIBIBYTE);
  if (kibibytes > Atomics.load(cell, 0)) Atomics.store(cell, 0, kibibytes);
}

/** The memory that a worker held at most since it was asked last, as the heartbeat beside it has seen it. */
export class Peak {
  readonly #shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);

  /** Starts the heartbeat of this process; it does not keep the process alive. */
  static beat(): Peak {
    const peak = new Peak();
    const limits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 };
    const script = new URL('./heartbeat.ts', import.meta.url);
    new Worker(script, { workerData: peak.#shared, resourceLimits: limits, execArgv: [] }).unref();
    return peak;
  }

  /** Bytes at most since the last call. */
  readonly take = (): number => {
    notePeak(this.#shared, process.memoryUsage.rss());
    const most = Atomics.exchange(new Int32Array(this.#shared), 0, 0);
    return most * KIBIBYTE;
  };
}
