import { describe, expect, it } from 'vitest';
import { Gate } from './gate.ts';

/** Lets what is ready to run do so. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Gate', () => {
  it('lets in as much as it has room for, in order', async () => {
    const gate = new Gate(10);
    const inside: string[] = [];
    const enter = (name: string, weight: number) => gate.enter(weight).then(() => inside.push(name));
    void enter('a', 6);
    void enter('b', 5);
    void enter('c', 1);
    await settle();
    expect(inside).toEqual(['a']);
    expect(gate.waiting).toBe(2);
    gate.leave(6);
    await settle();
    expect(inside).toEqual(['a', 'b', 'c']);
  });

  it('lets something too large in alone', async () => {
    const gate = new Gate(10);
    await gate.enter(4);
    let isInside = false;
    void gate.enter(50).then(() => {
      isInside = true;
    });
    await settle();
    expect(isInside).toBe(false);
    gate.leave(4);
    await settle();
    expect(isInside).toBe(true);
    expect(gate.waiting).toBe(0);
  });

  it('is left by what throws inside', async () => {
    const gate = new Gate(1);
    await expect(gate.within(1, () => Promise.reject(new Error('inside')))).rejects.toThrow('inside');
    await expect(gate.within(1, () => Promise.resolve('next'))).resolves.toBe('next');
  });
});
