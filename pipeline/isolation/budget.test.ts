import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_CONFIG } from '../../model/config.ts';
import { Budget } from './budget.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const SECOND = 1000;
const config = { ...DEFAULT_CONFIG, maxCpuSeconds: 86_400 };

describe('Budget', () => {
  it('is spent at a part of the time, and whole again with every page', () => {
    const budget = new Budget(10 * SECOND, config);
    vi.advanceTimersByTime(6 * SECOND);
    expect(budget.spent()).toBeNull();
    expect(budget.left()).toBeCloseTo(1 * SECOND);
    vi.advanceTimersByTime(2 * SECOND);
    expect(budget.spent()).toMatchObject({ code: 'timeout', stage: 'read', limit: 'timeout' });
    expect(budget.left()).toBeGreaterThan(0);
    budget.renew();
    expect(budget.spent()).toBeNull();
  });

  it('is renewed by only so many pictures', () => {
    const budget = new Budget(10 * SECOND, { ...config, maxRecognizedPages: 2 });
    for (let look = 0; look < 2; look += 1) {
      vi.advanceTimersByTime(6 * SECOND);
      budget.look();
    }
    expect(budget.spent()).toBeNull();
    vi.advanceTimersByTime(8 * SECOND);
    budget.look();
    expect(budget.spent()?.code).toBe('timeout');
  });

  it('is spent by memory too', () => {
    const budget = new Budget(10 * SECOND, { ...config, maxMemoryBytes: 10_000_000 });
    expect(budget.spent()).toMatchObject({ code: 'memory', limit: 'maxMemoryBytes' });
  });
});
