import { constants } from 'node:os';
import type { Interruption } from '../pipeline/resume/interruption.ts';
import { EXIT } from './exit.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Signal = (typeof SIGNALS)[number];

/** A terminal sends a signal to a launcher and to what it launched, and the launcher passes it on: that is one signal. */
const ONE_SIGNAL_MILLISECONDS = 500;

/** Hears the signals that ask this process to end, as long as something is to be ended in good order. */
export class Signals {
  readonly interruption: Interruption;
  readonly #stop = new AbortController();
  readonly #drop = new AbortController();
  readonly #grace: number;
  readonly #onStop: () => void;
  #first: { readonly signal: Signal; readonly at: number } | null = null;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param grace milliseconds that what is under way has after the first signal; a second signal ends it at once
   * @param onStop is told of the first signal
   */
  constructor(grace: number, onStop: () => void) {
    this.interruption = { stop: this.#stop.signal, drop: this.#drop.signal };
    this.#grace = grace;
    this.#onStop = onStop;
    for (const signal of SIGNALS) process.on(signal, this.#hear);
  }

  /** The exit code that stands for the signal, or null where there was none. */
  get code(): number | null {
    return this.#first === null ? null : EXIT.signalled + constants.signals[this.#first.signal];
  }

  /** Leaves signals to the engine again. */
  close(): void {
    clearTimeout(this.#timer);
    for (const signal of SIGNALS) process.off(signal, this.#hear);
  }

  readonly #hear = (signal: Signal): void => {
    const at = performance.now();
    if (this.#first === null) {
      this.#first = { signal, at };
      this.#stop.abort();
      this.#timer = setTimeout(() => this.#drop.abort(), this.#grace);
      this.#onStop();
    } else if (at - this.#first.at > ONE_SIGNAL_MILLISECONDS) this.#drop.abort();
  };
}
