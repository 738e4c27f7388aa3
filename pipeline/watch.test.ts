import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findFiles } from './paths.ts';
import { isUnfinished, Settling, watchFiles } from './watch.ts';

const looks = (
  settle: number,
  rounds: readonly (readonly [now: number, files: Record<string, string>])[],
) => {
  const settling = new Settling(settle);
  return rounds.map(([now, files]) => settling.look(new Map(Object.entries(files)), now));
};

describe('a file that is watched', () => {
  it('is given once, when it has looked the same for the settling time', () => {
    const rounds = looks(100, [
      [0, { a: '1' }],
      [60, { a: '2' }],
      [120, { a: '2' }],
      [160, { a: '2' }],
      [900, { a: '2' }],
    ]);
    expect(rounds.map(({ settled }) => settled)).toEqual([[], [], [], ['a'], []]);
  });

  it('is given again after it has changed and come to rest', () => {
    const rounds = looks(10, [
      [0, { a: '1' }],
      [10, { a: '1' }],
      [20, { a: '2' }],
      [30, { a: '2' }],
    ]);
    expect(rounds.map(({ settled }) => settled)).toEqual([[], ['a'], [], ['a']]);
  });

  it('is told when it goes, and settles anew under another name', () => {
    const rounds = looks(10, [
      [0, { a: '1' }],
      [10, { a: '1' }],
      [20, { b: '1' }],
      [30, { b: '1' }],
    ]);
    expect(rounds).toEqual([
      { settled: [], gone: [] },
      { settled: ['a'], gone: [] },
      { settled: [], gone: ['a'] },
      { settled: ['b'], gone: [] },
    ]);
  });

  it('never is given before it has stood still for the settling time, whatever happens', () => {
    const event = fc.record({ after: fc.nat(50), signature: fc.constantFrom('1', '2', '3') });
    fc.assert(
      fc.property(fc.array(event), fc.integer({ min: 1, max: 60 }), (events, settle) => {
        const settling = new Settling(settle);
        let now = 0;
        let since = 0;
        let last = '';
        for (const { after, signature } of events) {
          now += after;
          if (signature !== last) [last, since] = [signature, now];
          const { settled } = settling.look(new Map([['a', signature]]), now);
          if (settled.length > 0) expect(now - since).toBeGreaterThanOrEqual(settle);
        }
        expect(settling.look(new Map([['a', last]]), now + settle).settled.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each(['a.pdf.part', 'a.crdownload', 'a.pdf.filepart', 'a.txt~', 'A.TMP'])(
    '%s is not whole yet',
    (path) => expect(isUnfinished(path)).toBe(true),
  );
  it.each(['a.pdf', 'part.pdf', 'partial.txt', 'a.tmp.pdf'])('%s is', (path) =>
    expect(isUnfinished(path)).toBe(false),
  );
});

describe('watching', () => {
  it('notices that a file went while its round was still under way', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duizhang-watch-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'a.txt');
    writeFileSync(path, 'a');
    const stop = new AbortController();
    const gone: string[] = [];
    for await (const round of watchFiles(() => findFiles([folder]), 1, stop.signal)) {
      gone.push(...round.gone);
      for await (const found of round.files) rmSync(found.path);
      if (gone.length > 0) stop.abort();
    }
    expect(gone).toEqual([path]);
  });
});
