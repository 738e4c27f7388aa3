import type { Effort } from '../../extractors/effort.ts';
import type { Config } from '../../model/config.ts';
import type { Reason } from '../../model/status.ts';
import { ownUsage } from './usage.ts';

/** Reading stops at this part of a limit; the rest is for the stages behind it, which take a quarter of the time. */
export const READING_SHARE = 0.7;
const MEBIBYTE = 1024 * 1024;
const LEAST_MILLISECONDS = 1;

const over = (code: Reason['code'], limit: string, message: string): Reason => ({
  code,
  message,
  stage: 'read',
  limit,
});

/** What the worker of one document has spent, held against limits somewhat below those that end the worker. */
export class Budget implements Effort {
  readonly #timeout: number;
  readonly #config: Config;
  #time = performance.now();
  #cpuMs = ownUsage().cpuMs;
  #looks = 0;

  /** @param timeout milliseconds after which the worker is ended */
  constructor(timeout: number, config: Config) {
    this.#timeout = timeout;
    this.#config = config;
  }

  /** Time is counted anew, as whoever ends the worker does, with every page that has been recognized. */
  renew(): void {
    this.#time = performance.now();
    this.#cpuMs = ownUsage().cpuMs;
  }

  /** The same for a picture that has been looked at; of those there may be any number, so not for ever. */
  look(): void {
    this.#looks += 1;
    if (this.#looks <= this.#config.maxRecognizedPages) this.renew();
  }

  readonly left = (): number =>
    Math.max(LEAST_MILLISECONDS, READING_SHARE * this.#timeout - (performance.now() - this.#time));

  readonly spent = (): Reason | null => {
    const { maxCpuSeconds, maxMemoryBytes } = this.#config;
    const { cpuMs, rssBytes } = ownUsage();
    const part = `${READING_SHARE * 100} % of the limit of`;
    if (performance.now() - this.#time > READING_SHARE * this.#timeout)
      return over('timeout', 'timeout', `${part} ${this.#timeout / 1000} seconds had gone by`);
    if (cpuMs - this.#cpuMs > READING_SHARE * maxCpuSeconds * 1000)
      return over(
        'cpu-time',
        'maxCpuSeconds',
        `${part} ${maxCpuSeconds} seconds of processor time was spent`,
      );
    if (rssBytes > READING_SHARE * maxMemoryBytes)
      return over('memory', 'maxMemoryBytes', `${part} ${maxMemoryBytes / MEBIBYTE} MiB of memory was taken`);
    return null;
  };
}
