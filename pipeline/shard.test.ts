import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInShard, partOf } from './shard.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const parts = fc.integer({ min: 1, max: 10_000 });

describe('the parts of a list', () => {
  it('are the whole list, and no file is in two of them', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 40 }), (files, of) => {
        const numbers = Array.from({ length: of }, (_, i) => i + 1);
        const union = numbers.flatMap((number) =>
          files.filter((file) => isInShard({ number, of }, hashOf(file))),
        );
        expect(union.sort()).toEqual([...files].sort());
      }),
    );
  });

  it('are numbered from 1 and stay the same', () => {
    fc.assert(
      fc.property(fc.string(), parts, (file, of) => {
        const part = partOf(hashOf(file), of);
        expect(part).toBeGreaterThanOrEqual(1);
        expect(part).toBeLessThanOrEqual(of);
        expect(partOf(hashOf(file), of)).toBe(part);
      }),
    );
  });

  it('are of about one size', () => {
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 4000; i += 1) {
      const part = partOf(hashOf(String(i)), 4) - 1;
      counts[part] = (counts[part] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
