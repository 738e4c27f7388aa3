import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, describe, expect, it } from 'vitest';
import { ACTIONS } from '../fixtures/hostile/actions.ts';
import { HOSTILE } from '../fixtures/hostile/registry.ts';
import { runThrough } from '../fixtures/hostile/run.ts';
import { TEXTS } from '../fixtures/hostile/texts.ts';
import { DEFAULT_CONFIG } from '../model/config.ts';
import { WorkerPool } from '../pipeline/pool.ts';
import { examine } from '../pipeline/process.ts';

/** Far more than any of these takes. */
const TIMEOUT = 60_000;

const pools = new Map<string | undefined, WorkerPool>();
/** One worker for all files that share a password, so that none leaves anything behind for the next. */
function poolFor(password: string | undefined): WorkerPool {
  const known = pools.get(password);
  if (known !== undefined) return known;
  const given = password === undefined ? {} : { password };
  const pool = new WorkerPool({ jobs: 1, timeout: TIMEOUT, config: DEFAULT_CONFIG, ...given });
  pools.set(password, pool);
  return pool;
}
afterAll(async () => {
  for (const pool of pools.values()) await pool.close();
});

const LIGHT = HOSTILE.filter(({ isHeavy = false }) => !isHeavy);

describe('a hostile file', () => {
  it.each(LIGHT)('$name', { timeout: 2 * TIMEOUT }, async ({ make, comes, password }) => {
    const pool = poolFor(password);
    const came = await runThrough(make(), (source) => pool.process(source));
    expect(came.map((one) => one.as).toSorted()).toEqual(comes.toSorted());
    for (const { reasons } of came) expect(JSON.stringify(reasons)).not.toContain('geheim');
  });

  it('has a name of its own', () => {
    expect(new Set(HOSTILE.map(({ name }) => name)).size).toBe(HOSTILE.length);
  });
});

describe('what a file asks for', () => {
  it('is not done: no socket is opened', { timeout: 2 * TIMEOUT }, async () => {
    const opened: unknown[] = [];
    const note = (message: unknown): void => {
      opened.push(message);
    };
    subscribe('net.client.socket', note);
    try {
      await fetch('http://127.0.0.1:48765/').catch(() => undefined);
      expect(opened.splice(0)).toHaveLength(1);
      for (const { name, make, isHeavy = false } of [
        ...ACTIONS,
        ...TEXTS.filter(({ comes }) => comes[0] === 'failed: unknown-format'),
      ])
        if (!isHeavy)
          await examine({ name, path: name, sha256: '0'.repeat(64), bytes: make() }, DEFAULT_CONFIG);
      expect(opened).toEqual([]);
    } finally {
      unsubscribe('net.client.socket', note);
    }
  });
});
