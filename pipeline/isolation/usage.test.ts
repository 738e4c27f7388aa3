import { describe, expect, it } from 'vitest';
import { lastUsage, ownUsage, usageLine } from './usage.ts';

describe('what a process uses', () => {
  it('comes through a pipe in pieces', () => {
    const [first, second] = [
      { cpuMs: 12, rssBytes: 3000 },
      { cpuMs: 15, rssBytes: 4000 },
    ];
    const text = usageLine(first) + usageLine(second);
    const cut = text.length - 3;
    const before = lastUsage(text.slice(0, cut));
    expect(before.usage).toEqual(first);
    expect(lastUsage(before.rest + text.slice(cut))).toEqual({ usage: second, rest: '' });
    expect(lastUsage('12 ')).toEqual({ usage: null, rest: '12 ' });
  });

  it('counts up', () => {
    const before = ownUsage();
    let work = 0;
    for (let i = 0; i < 5e6; i += 1) work += Math.sqrt(i);
    expect(work).toBeGreaterThan(0);
    expect(ownUsage().cpuMs).toBeGreaterThan(before.cpuMs);
    expect(before.rssBytes).toBeGreaterThan(1024 * 1024);
  });
});
