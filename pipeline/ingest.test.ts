import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MIGRATIONS } from '../db/migrations/registry.ts';
import { makeZip } from '../fixtures/zip/make.ts';
import { DEFAULT_CONFIG } from '../model/config.ts';
import { ProgressEvent } from './events.ts';
import { ingest } from './ingest.ts';
import type { IngestOptions } from './ingest-options.ts';

const DYING = `
process.on('message', () => process.exit(9));
process.send({ kind: 'ready' });`;

function workplace(reports: number): { folder: string; options: IngestOptions; events: ProgressEvent[] } {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-ingest-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (let i = 0; i < reports; i += 1)
    writeFileSync(join(folder, `${i}.txt`), `第${i}文化馆2024年度部门决算\n本年支出合计${i}00.00万元。\n`);
  const events: ProgressEvent[] = [];
  const options: IngestOptions = {
    paths: [folder],
    database: join(folder, 'out.sqlite'),
    jobs: 2,
    timeout: 20_000,
    config: DEFAULT_CONFIG,
    program: 'test',
    link: true,
    onEvent: (event) => events.push(event),
  };
  return { folder, options, events };
}

const one = (path: string, sql: string): unknown => {
  const db = new Database(path, { readonly: true });
  const value = db.prepare(sql).pluck().get();
  db.close();
  return value;
};

describe('ingest', () => {
  it('reads the files in archives under the path of the archive, and tells what it passes over', async () => {
    const { folder, options, events } = workplace(1);
    const report = readFileSync(join(folder, '0.txt'));
    const archive = makeZip([
      { name: '内/report.txt', content: '清河县文化馆2024年度部门决算\n本年支出合计700.00万元。\n' },
      { name: 'copy.txt', content: report },
      { name: '../out.txt', content: 'x' },
      { name: '__MACOSX/._report.txt', content: 'x' },
    ]);
    writeFileSync(join(folder, 'a.zip'), archive);
    writeFileSync(join(folder, '.hidden'), 'x');
    const { summary } = await ingest(options);
    expect(summary).toMatchObject({ files: 4, read: 2, copies: 1, failed: 1 });
    expect(summary.passedOver).toEqual({ hidden: 1, temporary: 1 });
    expect(events).toContainEqual({
      kind: 'passed-over',
      path: join(folder, 'a.zip!/__MACOSX'),
      why: 'temporary',
    });
    const within = join(folder, 'a.zip!/内/report.txt');
    expect(one(options.database, `SELECT count(*) FROM document_paths WHERE path = '${within}'`)).toBe(1);
    expect(one(options.database, "SELECT name FROM documents WHERE name LIKE 'report%'")).toBe('report.txt');
    expect(one(options.database, 'SELECT code FROM errors')).toBe('unsafe-name');
    expect((await ingest(options)).summary).toMatchObject({ files: 4, unchanged: 3, failed: 1, gone: 0 });
    writeFileSync(join(folder, 'a.zip'), makeZip([{ name: 'copy.txt', content: report }]));
    const fewer = await ingest({ ...options, paths: [join(folder, 'a.zip')] });
    expect(fewer.summary).toMatchObject({ files: 1, unchanged: 1, failed: 0, gone: 1 });
    writeFileSync(join(folder, 'a.zip'), archive.subarray(0, 90));
    expect((await ingest(options)).summary).toMatchObject({ files: 2, failed: 1, gone: 0 });
  });

  it('tells what happens to each file', async () => {
    const { options, events } = workplace(3);
    const result = await ingest(options);
    expect(result).toMatchObject({ ok: true, summary: { files: 3, read: 3, failed: 0 } });
    for (const event of events) expect(ProgressEvent.parse(event)).toEqual(event);
    const numbers = Object.groupBy(events, ({ kind }) => kind);
    expect([numbers.found, numbers.started, numbers.done].map((all) => all?.length)).toEqual([3, 3, 3]);
    const stages = numbers.stage?.flatMap((event) => (event.kind === 'stage' ? [event.stage] : []));
    expect(new Set(stages)).toEqual(new Set(['read', 'tables', 'normalize', 'reconcile']));
    expect(events.at(-1)).toMatchObject({ kind: 'summary', files: 3, read: 3, failed: 0 });
    expect(one(options.database, 'SELECT finished_at IS NOT NULL FROM runs')).toBe(1);
  });

  it('reads again under other limits, and after a release', async () => {
    const { options } = workplace(2);
    await ingest(options);
    const result = await ingest({ ...options, config: { ...DEFAULT_CONFIG, maxPages: 7 } });
    expect(result.summary).toMatchObject({ read: 2, unchanged: 0 });
    const released = await ingest({ ...options, program: 'next' });
    expect(released.summary).toMatchObject({ read: 2, unchanged: 0 });
    expect(one(options.database, 'SELECT count(*) FROM documents')).toBe(2);
  });

  it('brings a database of the first version up to date where it stands, and reads its documents again', async () => {
    const { folder, options } = workplace(2);
    const sha256 = createHash('sha256')
      .update(readFileSync(join(folder, '1.txt')))
      .digest('hex');
    const old = new Database(options.database);
    for (const { version, sql } of MIGRATIONS) if (version === 1) old.exec(sql);
    old.pragma('user_version = 1');
    old.pragma(`application_id = ${0x647a6867}`);
    old.exec(`
      INSERT INTO runs (id, started_at, program, work_key, stages, config) VALUES (1, '', '', '', '{}', '{}');
      INSERT INTO documents (id, sha256, name, media_type, bytes, page_count, status, kind, scope, totals_checked,
        totals_stated, work_key, run_id)
      VALUES (7, '${sha256}', '1.txt', '', 1, 1, 'ok', 'other', 'unknown', 0, 0, 'of version 1', 1);`);
    old.close();
    const result = await ingest(options);
    expect(result.summary).toMatchObject({ read: 2, unchanged: 0 });
    const metric = 'SELECT metric FROM facts WHERE document_id = 7 AND value_fen = 100000000';
    expect(one(options.database, metric)).toBe('expenditure');
  });

  it('makes a row with a reason of every document whose worker dies, and tries it again', async () => {
    const { folder, options } = workplace(3);
    const script = join(folder, '.dying.mjs');
    writeFileSync(script, DYING);
    const result = await ingest({ ...options, script: pathToFileURL(script) });
    expect(result).toMatchObject({ ok: true, summary: { read: 0, failed: 3 } });
    expect(one(options.database, "SELECT count(*) FROM errors WHERE code = 'worker-died'")).toBe(3);
    const again = await ingest(options);
    expect(again.summary).toMatchObject({ read: 3, failed: 0 });
    expect(one(options.database, 'SELECT count(*) FROM errors')).toBe(0);
  });

  it('ends early when the database is taken away, and keeps what is whole', async () => {
    const { options } = workplace(12);
    const holders: InstanceType<typeof Database>[] = [];
    onTestFinished(() => {
      for (const holder of holders) holder.close();
    });
    const onEvent = ({ kind }: ProgressEvent) => {
      if (kind !== 'done' || holders.length > 0) return;
      const holder = new Database(options.database);
      holder.exec('BEGIN IMMEDIATE');
      holders.push(holder);
    };
    const result = await ingest({ ...options, onEvent });
    expect(result).toMatchObject({
      ok: false,
      problem: { code: 'locked' },
      summary: { read: expect.any(Number) },
    });
    const { read } = result.summary;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(12);
    expect(one(options.database, 'SELECT count(*) FROM documents')).toBe(read);
    expect(one(options.database, 'SELECT count(*) FROM pages')).toBe(read);
  }, 60_000);
});
