import { describe, expect, it } from 'vitest';
import { bases, caseOf } from '../bench/fuzz/cases.ts';
import { type Failure, hunt } from '../bench/fuzz/hunt.ts';

const CASES = 160;
const MINUTES = 60_000;

describe('files changed at random', () => {
  it('come to an honest end, all of them', { timeout: 10 * MINUTES }, async () => {
    const failures: Failure[] = [];
    const { cases, came } = await hunt({
      seed: 1,
      from: 0,
      count: CASES,
      milliseconds: Number.POSITIVE_INFINITY,
      jobs: 2,
      timeout: MINUTES,
      mebibytes: 4096,
      onFailure: (failure) => failures.push(failure),
    });
    expect(failures).toEqual([]);
    expect(cases).toBe(CASES);
    // Changed so little that much can still be read, and so much that much cannot.
    const ok = came.ok ?? 0;
    expect(ok).toBeGreaterThan(CASES / 10);
    expect(ok).toBeLessThan(cases);
  });

  it('are the same in every run', () => {
    const known = bases();
    for (let index = 0; index < 50; index += 1)
      expect(caseOf(known, 7, index).bytes.equals(caseOf(known, 7, index).bytes)).toBe(true);
  });
});
