import { describe, expect, it } from 'vitest';
import { withStrays } from './strays.ts';

class FormatError extends Error {
  override readonly name = 'FormatError';
}

describe('withStrays', () => {
  it('collects a rejection that nobody awaits', async () => {
    const { value, strays } = await withStrays(async () => {
      void Promise.reject(new FormatError('bad number'));
      return 1;
    });
    expect(value).toBe(1);
    expect(strays.map((error) => error.message)).toEqual(['bad number']);
  });
  it('hands on the errors of the work itself, and listens no longer', async () => {
    const before = process.listenerCount('unhandledRejection');
    await expect(withStrays(() => Promise.reject(new Error('own')))).rejects.toThrow('own');
    expect(process.listenerCount('unhandledRejection')).toBe(before);
  });
});
