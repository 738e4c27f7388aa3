import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FallingQueue } from './queue.ts';

class Item {
  isOpen = true;
  score: number;
  constructor(score: number) {
    this.score = score;
  }
}

const firstBest = (items: readonly Item[]): Item | undefined =>
  items.reduce<Item | undefined>(
    (best, item) => (item.isOpen && (best === undefined || item.score > best.score) ? item : best),
    undefined,
  );

describe('the queue of repairs', () => {
  it('gives the first of the best, whatever falls and closes meanwhile', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 3 })), { maxLength: 80 }),
        (scores, changes) => {
          const items = scores.map((score) => new Item(score));
          const queue = new FallingQueue(items);
          for (const [at, fall] of changes) {
            expect(queue.best()).toBe(firstBest(items));
            const item = items[at % Math.max(1, items.length)];
            if (item === undefined) continue;
            if (fall === 0) item.isOpen = false;
            else item.score -= fall;
          }
        },
      ),
    ));
});
