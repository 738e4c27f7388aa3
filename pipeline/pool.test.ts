import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DEFAULT_CONFIG } from '../model/config.ts';
import type { Source } from '../model/source.ts';
import { type PoolOptions, WorkerPool } from './pool.ts';

/** A worker that does what the name of the document says. */
const SCRIPT = `
import { parentPort, threadId } from 'node:worker_threads';
let count = 0;
parentPort.on('message', async ({ id, source }) => {
  count += 1;
  const { name, bytes } = source;
  if (name === 'exit') process.exit(3);
  if (name === 'throw') throw new Error('broken on purpose');
  if (name === 'hang') for (;;);
  if (name === 'slow') for (let page = 1; page <= 4; page += 1) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    parentPort.postMessage({ id, page });
  }
  const late = name === 'exit-later';
  parentPort.postMessage({ id, record: { report: { name, threadId, count }, bytes: bytes.byteLength } });
  if (late) setTimeout(() => process.exit(1), 10);
});`;

function poolOf(jobs: number, timeout = 5000, onRecognized?: PoolOptions['onRecognized']): WorkerPool {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-pool-'));
  const script = join(folder, 'worker.mjs');
  writeFileSync(script, SCRIPT);
  const pool = new WorkerPool({
    jobs,
    timeout,
    config: DEFAULT_CONFIG,
    script: pathToFileURL(script),
    ...(onRecognized !== undefined && { onRecognized }),
  });
  onTestFinished(async () => {
    await pool.close();
    rmSync(folder, { recursive: true });
  });
  return pool;
}

const source = (name: string, size = 3): Source => ({
  name,
  path: name,
  sha256: `hash of ${name}`,
  bytes: new Uint8Array(size),
});

describe('WorkerPool', () => {
  it('keeps a worker warm over many documents', async () => {
    const pool = poolOf(1);
    const records = await Promise.all(['a', 'b', 'c'].map((name) => pool.process(source(name))));
    expect(records.map(({ report }) => report)).toMatchObject([
      { name: 'a', count: 1 },
      { name: 'b', count: 2 },
      { name: 'c', count: 3 },
    ]);
    expect(records[0]?.bytes).toBe(3);
  });

  it.each([
    ['exit', 'worker-died'],
    ['throw', 'worker-died'],
    ['hang', 'timeout'],
  ])('a document whose worker does %s gets a reason, and the next a new worker', async (name, code) => {
    const pool = poolOf(1, 500);
    const bad = pool.process(source(name, 7));
    const good = pool.process(source('good'));
    const { report, bytes } = await bad;
    expect(report).toMatchObject({
      status: 'failed',
      reasons: [{ code }],
      source: { sha256: `hash of ${name}` },
    });
    expect(bytes).toBe(7);
    expect((await good).report).toMatchObject({ name: 'good', count: 1 });
  });

  it('gives a document time anew with every page that has been recognized', async () => {
    const seen: (readonly [string, number])[] = [];
    const pool = poolOf(1, 700, (name, pages) => seen.push([name, pages]));
    expect((await pool.process(source('slow'))).report).toMatchObject({ name: 'slow' });
    expect(seen).toEqual([1, 2, 3, 4].map((pages) => ['slow', pages]));
  });

  it('a worker that dies between two documents is replaced', async () => {
    const pool = poolOf(1);
    await pool.process(source('exit-later'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await pool.process(source('next'))).report).toMatchObject({ name: 'next', count: 1 });
  });

  it('has no more workers than jobs', async () => {
    const pool = poolOf(2);
    const records = await Promise.all(
      Array.from({ length: 20 }, (_, i) => pool.process(source(`d${i}`, 1000))),
    );
    const reports: readonly object[] = records.map(({ report }) => report);
    const threads = new Set(reports.map((report) => ('threadId' in report ? report.threadId : null)));
    expect(threads.size).toBeLessThanOrEqual(2);
  });
});
