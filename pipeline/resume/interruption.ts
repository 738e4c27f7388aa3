/** How a run is ended from outside: first it is asked to stop, and later what is under way is dropped. */
export interface Interruption {
  /** Nothing new is begun; what is under way is finished. */
  readonly stop: AbortSignal;
  /** What is not done by now is given up: it leaves no trace, and the next run does it. */
  readonly drop: AbortSignal;
}

/** A run that nobody ends. */
export const UNINTERRUPTED: Interruption = {
  stop: new AbortController().signal,
  drop: new AbortController().signal,
};
