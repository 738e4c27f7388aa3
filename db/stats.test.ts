import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { StageSpent } from '../model/effort.ts';
import { NO_COVERAGE } from '../model/report.ts';
import { StatsReport } from '../model/stats-report.ts';
import type { Reason, Status } from '../model/status.ts';
import type { DatabaseResult } from './problem.ts';
import type { DocumentRecord } from './record.ts';
import { statsOf } from './stats.ts';
import { Store } from './store.ts';

const value = <T>(result: DatabaseResult<T>): T => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

interface Made {
  readonly name: string;
  readonly status?: Status;
  readonly reasons?: readonly Reason[];
  readonly spent: readonly StageSpent[];
}

const recordOf = ({ name, status = 'ok', reasons = [], spent }: Made): DocumentRecord => ({
  report: {
    source: { name, sha256: name, mediaType: 'application/pdf', pages: 10 },
    status,
    reasons,
    document: {
      kind: 'other',
      title: null,
      entity: null,
      scope: 'unknown',
      region: null,
      regionCode: null,
      year: null,
    },
    tables: [],
    paragraphs: [],
    facts: [],
    statements: [],
    findings: [],
    coverage: NO_COVERAGE,
    timings: {},
  },
  bytes: 100,
  pages: [],
  words: { en: [], zh: [] },
  units: null,
  implied: [],
  spent,
});

function statsWith(documents: readonly Made[]): StatsReport {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-stats-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'a.sqlite');
  const store = value(Store.open(path));
  const runId = value(store.beginRun({ program: '0', workKey: 'w', stages: {}, config: {} }));
  for (const document of documents) value(store.load(`/${document.name}`, recordOf(document), 'w', runId));
  value(store.noteFileError({ path: '/gone', code: 'no-permission', message: 'm' }, runId));
  value(store.finishRun(runId, { read: documents.length, unchanged: 0, failed: 1 }));
  store.close();
  return StatsReport.parse(value(statsOf(path, 2)));
}

const read = (wallMs: number, more: Partial<StageSpent> = {}): StageSpent => ({
  stage: 'read',
  wallMs,
  cpuMs: wallMs / 2,
  peakBytes: 1000 * wallMs,
  ...more,
});
const load: StageSpent = { stage: 'load', wallMs: 25, cpuMs: 25, peakBytes: null };

describe('stats', () => {
  it('sum up every stage, with the nearest ranks of its times', () => {
    const times = Array.from({ length: 20 }, (_, i) => i + 1);
    const report = statsWith(times.map((ms) => ({ name: `d${ms}`, spent: [load, read(ms)] })));
    expect(report).toMatchObject({
      documents: { ok: 20, partial: 0, failed: 0 },
      pages: 200,
      bytes: 2000,
      lastRun: { documents: 20, pages: 200 },
    });
    // 1 + 2 + … + 20 = 210 ms for 200 pages; what only hashes and writes is no work of workers.
    expect(report.pagesASecond).toBeCloseTo(200 / 0.21);
    expect(report.stages).toEqual([
      {
        stage: 'read',
        documents: 20,
        wallMs: 210,
        cpuMs: 105,
        share: 210 / 710,
        p50Ms: 10,
        p95Ms: 19,
        maxMs: 20,
        peakBytes: 20_000,
      },
      {
        stage: 'load',
        documents: 20,
        wallMs: 500,
        cpuMs: 500,
        share: 500 / 710,
        p50Ms: 25,
        p95Ms: 25,
        maxMs: 25,
        peakBytes: null,
      },
    ]);
  });

  it('name the slowest documents and the stage that took most of each', () => {
    const { slowest } = statsWith([
      { name: 'quick', spent: [read(1)] },
      { name: 'slow', spent: [read(5), { ...load, stage: 'tables', wallMs: 90 }] },
      { name: 'middling', spent: [read(40)] },
    ]);
    expect(slowest.map(({ document, stage, wallMs }) => [document, stage, wallMs])).toEqual([
      ['slow', 'tables', 95],
      ['middling', 'read', 40],
    ]);
  });

  it('count documents by reason, stage and limit, each once', () => {
    const late: Reason = { code: 'timeout', message: 'm', stage: 'tables', limit: 'timeout' };
    const page: Reason = { code: 'no-text', message: 'm' };
    const { failures, documents } = statsWith([
      { name: 'a', status: 'failed', reasons: [late], spent: [] },
      { name: 'b', status: 'failed', reasons: [late], spent: [] },
      { name: 'c', status: 'partial', reasons: [page, page], spent: [] },
    ]);
    expect(documents).toEqual({ ok: 0, partial: 1, failed: 2 });
    expect(failures).toEqual([
      { code: 'timeout', stage: 'tables', limit: 'timeout', failed: 2, partial: 0, files: 0 },
      { code: 'no-permission', stage: null, limit: null, failed: 0, partial: 0, files: 1 },
      { code: 'no-text', stage: null, limit: null, failed: 0, partial: 1, files: 0 },
    ]);
  });

  it('say of a database without times that there are none', () => {
    expect(statsWith([{ name: 'a', spent: [] }])).toMatchObject({
      pagesASecond: null,
      stages: [],
      slowest: [],
    });
  });

  it('tell what is wrong with a database', () =>
    expect(statsOf('/no/such.sqlite', 1)).toMatchObject({ ok: false, problem: { code: 'not-found' } }));
});
