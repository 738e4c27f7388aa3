import { describe, expect, it } from 'vitest';
import { type StageSpent, timingsOf, withSpent } from './effort.ts';

const once: StageSpent = { stage: 'normalize', wallMs: 10.4, cpuMs: 9, peakBytes: 100 };

describe('what stages took', () => {
  it('is one entry a stage, though one runs twice', () => {
    const spent = [{ ...once, stage: 'read' } as const, once];
    const again: StageSpent = { stage: 'normalize', wallMs: 5, cpuMs: null, peakBytes: 70 };
    expect(withSpent(spent, again)).toEqual([
      spent[0],
      { stage: 'normalize', wallMs: 15.4, cpuMs: null, peakBytes: 100 },
    ]);
    expect(withSpent([], once)).toEqual([once]);
  });

  it('is printed in whole milliseconds', () => expect(timingsOf([once])).toEqual({ normalize: 10 }));
});
