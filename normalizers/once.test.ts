import { describe, expect, it, vi } from 'vitest';
import { onceFor } from './once.ts';

describe('onceFor', () => {
  it('computes once for each object, whatever comes out', () => {
    const compute = vi.fn((key: { readonly n: number }) => (key.n > 1 ? key.n : undefined));
    const once = onceFor(compute);
    const [one, two] = [{ n: 1 }, { n: 2 }];
    expect([once(one), once(two), once(one), once(two)]).toEqual([undefined, 2, undefined, 2]);
    expect(compute).toHaveBeenCalledTimes(2);
  });
  it('tells equal objects apart', () => {
    const once = onceFor((key: { readonly n: number }) => [key.n]);
    expect(once({ n: 1 })).not.toBe(once({ n: 1 }));
  });
});
