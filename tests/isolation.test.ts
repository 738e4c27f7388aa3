import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { workersHeld } from '../bench/processes.ts';
import { makePdf } from '../fixtures/pdf/make.ts';
import { type Config, DEFAULT_CONFIG } from '../model/config.ts';
import type { Source } from '../model/source.ts';
import { ingest } from '../pipeline/ingest.ts';
import type { IngestOptions } from '../pipeline/ingest-options.ts';
import { hostileScript } from '../pipeline/isolation/hostile.ts';
import { WorkerPool } from '../pipeline/pool.ts';
import { temporaryFolder } from './command.ts';

const PLENTY = 120_000;
const hasProc = process.platform === 'linux';

/** A real document in a real worker. */
function processed(bytes: Uint8Array, limits: Partial<Config>, timeout = PLENTY) {
  const pool = new WorkerPool({ jobs: 1, timeout, config: { ...DEFAULT_CONFIG, ...limits } });
  onTestFinished(() => pool.close());
  const source: Source = { name: 'a', path: 'a', sha256: '0'.repeat(64), bytes };
  return pool.process(source);
}

const SENTENCE = `${'项目支出绩效目标'.repeat(40)}100.00万元，占50.00%。\n`;
const LINE = new TextEncoder().encode(SENTENCE).length;
const HEAVY = new TextEncoder().encode(SENTENCE.repeat(20_000));

/** Very light pages, so that what comes behind reading takes no time. */
const pages = (count: number): Uint8Array =>
  makePdf(
    Array.from({ length: count }, (_, i) => ({
      width: 595,
      height: 842,
      // At another height each, for what stands at one place of every page is no part of the report.
      marks: [
        {
          kind: 'text' as const,
          x: 72,
          baseline: 150 + ((i * 37) % 500),
          size: 10,
          text: `第${i + 1}个项目支出12.50万元。`,
        },
      ],
    })),
  );

describe('the limits of a real document', () => {
  it('processor time ends it in the stage that took too much', async () => {
    const { report, spent } = await processed(HEAVY, { maxCpuSeconds: 1 });
    expect(report).toMatchObject({
      status: 'failed',
      reasons: [{ code: 'cpu-time', limit: 'maxCpuSeconds', stage: expect.any(String) }],
    });
    expect(spent.at(-1)?.stage).toBe(report.reasons[0]?.stage);
    expect(spent.at(-1)?.cpuMs).toBeGreaterThan(100);
  });

  it('memory ends it', async () => {
    const { report } = await processed(HEAVY, { maxMemoryBytes: 256 * 1024 * 1024 });
    expect(report).toMatchObject({
      status: 'failed',
      reasons: [{ code: 'memory', limit: 'maxMemoryBytes' }],
    });
  });

  it('reading stops before processor time is over, and keeps the pages that were read', async () => {
    const { report, pages: kept } = await processed(pages(5000), { maxCpuSeconds: 2 });
    expect(report.status).toBe('partial');
    const [reason] = report.reasons;
    expect(reason).toMatchObject({ code: 'cpu-time', stage: 'read', limit: 'maxCpuSeconds' });
    expect(reason?.message).toMatch(
      new RegExp(`^pages ${kept.length + 1} to 5000 were not read: 70 % of`, 'u'),
    );
    expect(kept.length).toBeGreaterThan(10);
    expect(report.facts.length).toBeGreaterThan(10);
  });

  it('the size of what was read ends it', async () => {
    const { report } = await processed(HEAVY.subarray(0, 20 * LINE), { maxRecordBytes: 1024 });
    expect(report).toMatchObject({
      status: 'failed',
      reasons: [{ code: 'too-large', limit: 'maxRecordBytes' }],
    });
  });

  it('a document within them has the time, processor time and memory of every stage', async () => {
    const { report, spent } = await processed(pages(3), {});
    expect(report.status).toBe('ok');
    expect(spent.map(({ stage }) => stage)).toEqual(['read', 'tables', 'normalize', 'reconcile']);
    for (const { wallMs, cpuMs, peakBytes } of spent)
      expect([wallMs > 0, (cpuMs ?? 0) > 0, (peakBytes ?? 0) > 50e6]).toEqual([true, true, true]);
  });
});

describe.skipIf(!hasProc)('workers that are killed', () => {
  it('cost the documents that they were at, which the next run reads', async () => {
    const folder = temporaryFolder();
    const count = 24;
    for (let i = 0; i < count; i += 1)
      writeFileSync(join(folder, `${i}.txt`), `第${i}文化馆2024年度部门决算\n本年支出合计${i}.00万元。\n`);
    let stages = 0;
    const options: IngestOptions = {
      paths: [folder],
      database: join(folder, 'out.sqlite'),
      jobs: 2,
      timeout: PLENTY,
      config: DEFAULT_CONFIG,
      program: 'test',
      link: false,
      onEvent: ({ kind }) => {
        stages += kind === 'stage' ? 1 : 0;
        const [victim] = kind === 'stage' && stages % 12 === 1 ? workersHeld() : [];
        if (victim !== undefined) process.kill(victim.pid, 'SIGKILL');
      },
    };
    const { summary } = await ingest(options);
    expect(summary.failed).toBeGreaterThan(0);
    expect(summary.read + summary.failed).toBe(count);
    const db = new Database(options.database, { readonly: true });
    const codes = db.prepare('SELECT DISTINCT code FROM errors').pluck().all();
    db.close();
    expect(codes).toEqual(['worker-died']);
    const again = await ingest({ ...options, onEvent: () => undefined });
    expect(again.summary).toMatchObject({ read: summary.failed, unchanged: summary.read, failed: 0 });
  });

  it('end with the process that started them, though they are in an endless loop', async () => {
    const pool = new URL('../pipeline/pool.ts', import.meta.url).href;
    const config = JSON.stringify(DEFAULT_CONFIG);
    const script = `
      import { WorkerPool } from '${pool}';
      const pool = new WorkerPool({ jobs: 1, timeout: ${PLENTY}, config: ${config}, script: new URL('${hostileScript().href}'),
        onStage: (_, stage) => { if (stage === 'tables') process.stdout.write('begun'); } });
      await pool.process({ name: 'hang', path: 'hang', sha256: '', bytes: new Uint8Array(1) });`;
    const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(owner.stdout, 'data');
    const [worker] = workersHeld(owner.pid);
    expect(worker).toBeDefined();
    owner.kill('SIGKILL');
    const isThere = (): boolean => {
      try {
        return worker !== undefined && process.kill(worker.pid, 0);
      } catch {
        return false;
      }
    };
    await expect.poll(isThere, { timeout: 20_000 }).toBe(false);
  });
});
