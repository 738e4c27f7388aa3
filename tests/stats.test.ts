import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { duizhang, FIXTURES, temporaryFolder } from './command.ts';

const validator = (name: string) =>
  new Ajv2020({ strict: false }).compile(
    JSON.parse(readFileSync(new URL(`../docs/schema/${name}.schema.json`, import.meta.url), 'utf8')),
  );

describe('ingest --format ndjson and stats', () => {
  it('print events and statistics as their schemas say, and exports do not depend on times', async () => {
    const folder = temporaryFolder();
    const inputs = join(folder, 'in');
    cpSync(join(FIXTURES, 'reports'), inputs, { recursive: true });
    writeFileSync(join(inputs, 'empty.txt'), '');
    const db = join(folder, 'a.sqlite');
    const { code, stdout } = await duizhang(['ingest', inputs, '--db', db, '--format', 'ndjson']);
    expect(code).toBe(2);
    const isEvent = validator('event');
    const lines = stdout.trim().split('\n');
    const kinds = lines.map((line) => {
      const event: unknown = JSON.parse(line);
      expect(isEvent(event), JSON.stringify(isEvent.errors)).toBe(true);
      return (event as { kind: string }).kind;
    });
    expect(new Set(kinds)).toEqual(
      new Set(['found', 'started', 'stage', 'done', 'failed', 'skipped', 'summary']),
    );
    expect(isEvent({ at: 1, kind: 'no-such-kind' })).toBe(false);

    const json = await duizhang(['stats', '--db', db, '--format', 'json']);
    const isStats = validator('stats');
    expect(isStats(JSON.parse(json.stdout)), JSON.stringify(isStats.errors)).toBe(true);
    expect(JSON.parse(json.stdout)).toMatchObject({
      documents: { ok: 2, failed: 0 },
      stages: ['identify', 'read', 'tables', 'normalize', 'reconcile', 'load'].map((stage) => ({
        stage,
        documents: 2,
      })),
      failures: [{ code: 'empty', files: 1 }],
    });
    const pretty = await duizhang(['stats', '--db', db, '--lang', 'zh']);
    expect(pretty.stdout).toMatch(/^报告 2 份（完整 2，部分 0，失败 0）/u);
    expect(pretty.stdout).toMatch(/^ {2}normalize +2 /mu);
    const csv = await duizhang(['stats', '--db', db, '--format', 'csv']);
    expect(csv.stdout).toContain('\nstage,load,documents,2\n');

    const again = join(folder, 'b.sqlite');
    await duizhang(['ingest', inputs, '--db', again, '--jobs', '1']);
    const [first, second] = await Promise.all(
      [db, again].map((path) => duizhang(['export', '--db', path, '--to', 'csv'])),
    );
    // Numbers of rows follow the order in which documents are done.
    const figures = (text = ''): readonly string[] =>
      parse(text, { columns: true })
        .map((row) => JSON.stringify(Object.entries(row ?? {}).filter(([name]) => !name.endsWith('_id'))))
        .sort();
    expect(figures(first?.stdout).length).toBeGreaterThan(10);
    expect(figures(first?.stdout)).toEqual(figures(second?.stdout));
  });
});
