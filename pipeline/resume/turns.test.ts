import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

it('those who work side by side decide in the order in which they came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(4)), async (waits) => {
      const turns = new Turns();
      const order: number[] = [];
      const work = waits.map(async (ticks, i) => {
        const turn = turns.next();
        for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
        // Some have nothing to decide and do not wait.
        if (ticks !== 2) {
          await turn.mine;
          order.push(i);
        }
        turn.pass();
      });
      await Promise.all(work);
      expect(order).toEqual([...waits.keys()].filter((i) => waits[i] !== 2));
    }),
  );
});
