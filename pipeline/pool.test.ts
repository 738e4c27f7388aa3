import { describe, expect, it, onTestFinished } from 'vitest';
import { DEFAULT_CONFIG } from '../model/config.ts';
import type { Source } from '../model/source.ts';
import { hostileScript } from './isolation/hostile.ts';
import { type PoolOptions, WorkerPool } from './pool.ts';

const PLENTY = 60_000;

function poolOf(options: Partial<PoolOptions> = {}): WorkerPool {
  const pool = new WorkerPool({
    jobs: 1,
    timeout: PLENTY,
    config: DEFAULT_CONFIG,
    script: hostileScript(),
    ...options,
  });
  onTestFinished(() => pool.close());
  return pool;
}

const source = (name: string, size = 3): Source => ({
  name,
  path: name,
  sha256: `hash of ${name}`,
  bytes: new Uint8Array(size),
});

/** What the test's worker says of itself in place of a report. */
const numbered = (report: object, key: 'pid' | 'count'): unknown =>
  Object.entries(report).find(([name]) => name === key)?.[1];

describe('WorkerPool', () => {
  it('keeps a worker warm over many documents', async () => {
    const pool = poolOf();
    const records = await Promise.all(['a', 'b', 'c'].map((name) => pool.process(source(name))));
    expect(records.map(({ report }) => report)).toMatchObject([
      { name: 'a', count: 1 },
      { name: 'b', count: 2 },
      { name: 'c', count: 3 },
    ]);
    expect(records[0]?.bytes).toBe(3);
  });

  const tight = (limits: Partial<PoolOptions['config']>) => ({ config: { ...DEFAULT_CONFIG, ...limits } });
  const SMALL = { maxMemoryBytes: 256 * 1024 * 1024 };

  it.each<[string, string, string | undefined, Partial<PoolOptions>, RegExp]>([
    ['exit', 'worker-died', undefined, {}, /exit code 3 \(in the stage "tables"\)/u],
    ['throw', 'worker-died', undefined, {}, /broken on purpose/u],
    ['throw-later', 'worker-died', undefined, {}, /broken behind the back/u],
    ['reject', 'worker-died', undefined, {}, /rejected behind the back/u],
    ['kill', 'worker-died', undefined, {}, /SIGKILL/u],
    [
      'sleep',
      'timeout',
      'timeout',
      { timeout: 300 },
      /not done within 0\.3 seconds \(in the stage "tables"\)/u,
    ],
    ['hang', 'timeout', 'timeout', { timeout: 300 }, /not done within 0\.3 seconds/u],
    ['hang', 'cpu-time', 'maxCpuSeconds', tight({ maxCpuSeconds: 1 }), /1 seconds of processor time/u],
    ['sleep', 'timeout', 'maxStageSeconds', tight({ maxStageSeconds: 1 }), /a stage was not done/u],
    ['heap', 'memory', 'maxMemoryBytes', tight(SMALL), /memory/u],
    ['buffers', 'memory', 'maxMemoryBytes', tight(SMALL), /limit of 256 MiB/u],
  ])(
    'a document whose worker does %s is failed with %s (%s), and the next gets a new worker',
    async (name, code, limit, options, message) => {
      const pool = poolOf(options);
      const bad = pool.process(source(name, 7));
      const good = pool.process(source('good'));
      const { report, bytes, spent } = await bad;
      expect(report).toMatchObject({
        status: 'failed',
        source: { sha256: `hash of ${name}` },
        reasons: [{ code, stage: 'tables', message: expect.stringMatching(message) }],
      });
      expect(report.reasons[0]?.limit).toBe(limit);
      expect(spent.map(({ stage }) => stage)).toEqual(['read', 'tables']);
      expect(bytes).toBe(7);
      expect((await good).report).toMatchObject({ name: 'good', count: 1 });
    },
  );

  it('gives a document time anew with every page that has been recognized', async () => {
    const seen: (readonly [string, number])[] = [];
    const pool = poolOf({ timeout: 2000, onRecognized: (name, pages) => seen.push([name, pages]) });
    expect((await pool.process(source('slow'))).report).toMatchObject({ name: 'slow' });
    expect(seen).toEqual([1, 2, 3, 4].map((pages) => ['slow', pages]));
  });

  it('tells every stage that begins', async () => {
    const seen: string[] = [];
    await poolOf({ onStage: (path, stage) => seen.push(`${path} ${stage}`) }).process(source('a'));
    expect(seen).toEqual(['a read', 'a tables']);
  });

  it('a worker that dies between two documents is replaced', async () => {
    const pool = poolOf();
    await pool.process(source('exit-later'));
    await expect
      .poll(async () => numbered((await pool.process(source('next'))).report, 'count'), { timeout: 20_000 })
      .toBe(1);
  });

  it('a worker that is killed from outside, again and again, costs only the document that it was at', async () => {
    const pool = poolOf({ jobs: 2 });
    const names = Array.from({ length: 12 }, (_, i) => (i % 3 === 1 ? 'kill' : `d${i}`));
    const records = await Promise.all(names.map((name) => pool.process(source(name))));
    const failed = records.map(({ report }) => report.status === 'failed');
    expect(failed).toEqual(names.map((name) => name === 'kill'));
  });

  it('has no more workers than jobs', async () => {
    const pool = poolOf({ jobs: 2 });
    const records = await Promise.all(
      Array.from({ length: 20 }, (_, i) => pool.process(source(`d${i}`, 1000))),
    );
    const workers = new Set(records.map(({ report }) => numbered(report, 'pid')));
    expect(workers.size).toBeLessThanOrEqual(2);
  });

  it('lets others be read while documents wait for recognition, of which there are only so many at a time', async () => {
    const order: string[] = [];
    const pool = poolOf({
      jobs: 1,
      recognitions: 1,
      onRecognized: (path) => order.push(`${path} begins`),
    });
    const done = async (name: string) => {
      const { report } = await pool.process(source(name));
      order.push(`${name} done`);
      return report.status;
    };
    await Promise.all(['recognize-1', 'recognize-2', 'plain'].map(done));
    expect(order.indexOf('recognize-1 done')).toBeLessThan(order.indexOf('recognize-2 begins'));
    expect(order.indexOf('plain done')).toBeLessThan(order.indexOf('recognize-2 done'));
  });
});
