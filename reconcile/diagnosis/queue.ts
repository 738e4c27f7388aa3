interface Scored {
  readonly isOpen: boolean;
  readonly score: number;
}

interface Entry<T> {
  readonly item: T;
  readonly place: number;
  /** The score when it was put in: never less than the score of now. */
  readonly score: number;
}

const isBefore = <T>(a: Entry<T>, b: Entry<T>): boolean =>
  a.score !== b.score ? a.score > b.score : a.place < b.place;

/**
 * Items whose score only falls and that only close: the open one of the highest score, among equals the first, without
 * looking at all of them for each.
 */
export class FallingQueue<T extends Scored> {
  readonly #heap: Entry<T>[] = [];

  constructor(items: readonly T[]) {
    for (const [place, item] of items.entries()) this.#put({ item, place, score: item.score });
  }

  /** The best of what is still open, which stays in the queue; undefined when nothing is. */
  best(): T | undefined {
    for (;;) {
      const [top] = this.#heap;
      if (top === undefined) return undefined;
      const { item, place, score } = top;
      if (item.isOpen && item.score === score) return item;
      this.#takeTop();
      if (item.isOpen) this.#put({ item, place, score: item.score });
    }
  }

  #put(entry: Entry<T>): void {
    let at = this.#heap.push(entry) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = this.#heap[above];
      if (parent === undefined || !isBefore(entry, parent)) break;
      this.#heap[at] = parent;
      this.#heap[above] = entry;
      at = above;
    }
  }

  #takeTop(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    let at = 0;
    for (;;) {
      const [left, right] = [this.#heap[2 * at + 1], this.#heap[2 * at + 2]];
      if (left === undefined) break;
      const below = right !== undefined && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1;
      const child = this.#heap[below];
      if (child === undefined || !isBefore(child, last)) break;
      this.#heap[at] = child;
      at = below;
    }
    this.#heap[at] = last;
  }
}
