/** Lets in as much as it has room for, in the order in which it was asked. Something too large for it goes in alone. */
export class Gate {
  readonly room: number;
  readonly #queue: { readonly weight: number; readonly enter: () => void }[] = [];
  #taken = 0;

  constructor(room: number) {
    this.room = room;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Waits for room; every call asks for one `leave` of the same weight. */
  enter(weight = 1): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#queue.push({ weight, enter: resolve });
    this.#admit();
    return promise;
  }

  leave(weight = 1): void {
    this.#taken -= weight;
    this.#admit();
  }

  /** Runs something inside. */
  async within<T>(weight: number, run: () => Promise<T>): Promise<T> {
    await this.enter(weight);
    try {
      return await run();
    } finally {
      this.leave(weight);
    }
  }

  #admit(): void {
    for (let next = this.#queue[0]; next !== undefined; next = this.#queue[0]) {
      if (this.#taken > 0 && this.#taken + next.weight > this.room) return;
      this.#queue.shift();
      this.#taken += next.weight;
      next.enter();
    }
  }
}
