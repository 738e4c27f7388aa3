/** One's place in a line. */
export interface Turn {
  /** Settles when all who came before have passed. */
  readonly mine: Promise<void>;
  readonly pass: () => void;
}

/**
 * A line of those who work side by side but must decide one after the other, in the order in which they came. So it does not
 * depend on chance which of two equal files is read and which is its copy.
 */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  next(): Turn {
    const mine = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = mine.then(() => promise);
    return { mine, pass: resolve };
  }
}
