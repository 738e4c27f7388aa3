import type { DatabaseResult } from '../db/problem.ts';
import type { Store } from '../db/store.ts';

/** Writes that are made in one transaction at most: more would keep the others waiting. */
const MOST_TOGETHER = 64;

/** Gives the value of a result, or throws the problem of the database. */
export type Must = <T>(result: DatabaseResult<T>) => T;

/** A write that waits: it gives what tells its caller, to be called when the transaction is kept. */
interface Waiting {
  readonly write: () => () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The one who writes. What comes while it writes goes into the next transaction together; each write in it is done wholly or
 * not at all, and whoever asked for it hears of it when the transaction is kept.
 */
export class Writer {
  readonly #store: Store;
  readonly #must: Must;
  readonly #queue: Waiting[] = [];
  #isPlanned = false;

  constructor(store: Store, must: Must) {
    this.#store = store;
    this.#must = must;
  }

  /**
   * Writes, all that `run` does or nothing, and gives the result when its transaction is kept; rejects with the problem of
   * the database.
   */
  write<T>(run: (store: Store) => DatabaseResult<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#queue.push({
      write: () => {
        let answer = (): void => undefined;
        const kept = this.#store.together(() => {
          const value = this.#must(run(this.#store));
          answer = () => resolve(value);
        });
        this.#must(kept);
        return answer;
      },
      failed: reject,
    });
    this.#plan();
    return promise;
  }

  /** Not at once: what else has come by now is taken along. */
  #plan(): void {
    if (this.#isPlanned || this.#queue.length === 0) return;
    this.#isPlanned = true;
    setImmediate(() => this.#flush());
  }

  #flush(): void {
    this.#isPlanned = false;
    const batch = this.#queue.splice(0, MOST_TOGETHER);
    const answers: (() => void)[] = [];
    const kept = this.#store.together(() => {
      for (const { write, failed } of batch) {
        try {
          const told = write();
          answers.push(told);
        } catch (error) {
          // It was undone alone; the others of the batch stand.
          failed(error);
        }
      }
    });
    try {
      this.#must(kept);
      for (const told of answers) told();
    } catch (error) {
      // Those that have failed before hear of it only once.
      for (const { failed } of batch) failed(error);
    }
    this.#plan();
  }
}
