import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dice } from './dice.ts';

describe('likeness of labels', () => {
  it('is 1 for equal labels and 0 for labels without a common pair', () => {
    expect([dice('社会保障体系', '社会保障体系'), dice('社会保障', '人才发展')]).toEqual([1, 0]);
  });
  it('is symmetric and lies between 0 and 1', () =>
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (a, b) => dice(a, b) === dice(b, a) && dice(a, b) >= 0 && dice(a, b) <= 1,
      ),
    ));
});
