import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { NO_COVERAGE, type Report } from '../model/report.ts';
import { decide } from './decisions.ts';
import { Archive, type Filters, type QueryRow } from './query.ts';
import type { DocumentRecord } from './record.ts';
import { Store } from './store.ts';

const place = { line: 3, column: 5 };

function reportOf(sha256: string, raw: string): Report {
  const stated = { fact: 'f1', raw, value: '420000.5', valueUnit: '元', place, quote: `合计${raw}` };
  return {
    source: { name: `${sha256}.txt`, sha256, mediaType: 'text/plain', pages: 1 },
    status: 'partial',
    reasons: [{ code: 'control-characters', message: 'a NUL', place }],
    document: {
      kind: 'final-account',
      title: '决算',
      entity: '某局',
      scope: 'unit',
      region: '某省',
      regionCode: '990000',
      year: 2024,
    },
    tables: [
      {
        id: 't1',
        title: '支出决算表',
        kind: 'total',
        unit: '万元',
        unitBasis: 'table-line',
        headerRows: 1,
        cells: [
          { row: 0, column: 0, rowSpan: 1, columnSpan: 2, text: '合　计', place },
          {
            row: 1,
            column: 1,
            rowSpan: 1,
            columnSpan: 1,
            text: raw,
            place,
            value: '420000.5',
            valueUnit: '元',
          },
        ],
        parts: [],
      },
    ],
    paragraphs: [{ text: '住房保障支出', place }],
    facts: [
      {
        id: 'f1',
        label: '合计',
        raw,
        unit: '万元',
        value: '420000.5',
        valueUnit: '元',
        year: 2024,
        phase: 'final',
        approximate: false,
        bound: null,
        origin: 'table',
        table: 't1',
        row: 1,
        column: 1,
        place,
        quote: `合计${raw}`,
        metric: 'expenditure',
        fund: 'general-public',
        direction: 'expenditure',
        functionCode: '2080505',
        cofog: '10',
      },
    ],
    statements: [{ id: 'c1', rule: 'R-10-01', verdict: 'inconsistent', operands: [], stated, reason: null }],
    findings: [
      {
        key: 'k',
        code: 'R-10-01',
        severity: 'error',
        blame: 'report',
        message: 'm',
        place,
        quote: `合计${raw}`,
        stated,
        operands: [stated],
        explains: ['c1', 'c1', 'gone'],
        diagnosis: { kind: 'one-cell', suspect: stated, suggested: '43' },
      },
    ],
    coverage: { ...NO_COVERAGE, statedTotals: { checked: 1, of: 2 } },
    timings: {},
  };
}

const words = { message: 'm', arithmetic: null, cause: null };

const recordOf = (sha256: string, raw = '42.00005'): DocumentRecord => ({
  report: reportOf(sha256, raw),
  bytes: 10,
  pages: [{ kind: 'lines', number: 1, lines: 3 }],
  words: { en: [words], zh: [{ ...words, message: '数值不一致' }] },
  units: null,
  implied: [],
  spent: [
    { stage: 'read', wallMs: 12.5, cpuMs: 9, peakBytes: 1000 },
    { stage: 'tables', wallMs: 1, cpuMs: null, peakBytes: null },
  ],
});

function opened(): { store: Store; path: string; runId: number } {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-store-'));
  const path = join(folder, 'a.sqlite');
  const store = Store.open(path);
  if (!store.ok) throw new Error(store.problem.code);
  onTestFinished(() => {
    store.value.close();
    rmSync(folder, { recursive: true });
  });
  const run = store.value.beginRun({ program: '0', workKey: 'w', stages: {}, config: {} });
  if (!run.ok) throw new Error(run.problem.code);
  return { store: store.value, path, runId: run.value };
}

function count(path: string, sql: string): unknown {
  const db = new Database(path, { readonly: true });
  const found = db.prepare(sql).pluck().get();
  db.close();
  return found;
}

function facts(path: string, filters: Filters): readonly QueryRow[] {
  const archive = Archive.open(path);
  if (!archive.ok) throw new Error(archive.problem.code);
  const rows: QueryRow[] = [];
  const asked = archive.value.ask('facts', filters, (row) => rows.push(row));
  archive.value.close();
  expect(asked).toEqual({ ok: true, value: rows.length });
  return rows;
}

describe('Store', () => {
  it('loads every part of a document', () => {
    const { store, path, runId } = opened();
    expect(store.load('/a.txt', recordOf('a'), 'w', runId)).toEqual({ ok: true, value: 1 });
    const [fact] = facts(path, { text: '合计' });
    expect(fact).toMatchObject({
      document: 'a.txt',
      entity: '某局',
      value: '420000.5',
      value_fen: 42_000_050,
      table_title: '支出决算表',
      line: 3,
      page: null,
      check_status: 'inconsistent',
      findings: 1,
      scope: 'unit',
      region_code: '990000',
      metric: 'expenditure',
      fund: 'general-public',
      direction: 'expenditure',
      function_code: '2080505',
      economic_code: null,
      cofog: '10',
    });
    expect(count(path, 'SELECT message_zh FROM v_findings')).toBe('数值不一致');
    expect(count(path, 'SELECT count(*) FROM finding_statements')).toBe(1);
    expect(count(path, 'SELECT code FROM errors WHERE document_id = 1')).toBe('control-characters');
  });

  it('knows a document by its bytes', () => {
    const { store, runId } = opened();
    store.load('/a.txt', recordOf('a'), 'w', runId);
    expect(store.find('b')).toEqual({ ok: true, value: null });
    expect(store.find('a')).toEqual({
      ok: true,
      value: {
        id: 1,
        workKey: 'w',
        runId,
        status: 'partial',
        findings: 1,
        codes: ['control-characters'],
      },
    });
  });

  it('reading again replaces all rows and keeps number and paths', () => {
    const { store, path, runId } = opened();
    store.load('/a.txt', recordOf('a'), 'w', runId);
    store.attach('/b.txt', 1);
    store.load('/a.txt', recordOf('a', '41'), 'x', runId);
    expect(facts(path, {}).map((row) => [row.document_id, row.raw])).toEqual([[1, '41']]);
    expect(count(path, 'SELECT count(*) FROM document_paths WHERE document_id = 1')).toBe(2);
    expect(count(path, 'SELECT count(*) FROM cells')).toBe(2);
    for (const table of ['cells', 'facts', 'paragraphs']) {
      const sizes = `(SELECT count(*) FROM ${table}) - (SELECT count(*) FROM ${table}_search)`;
      expect(count(path, `SELECT ${sizes}`)).toBe(0);
    }
  });

  it('a path that changes lets its old document go', () => {
    const { store, path, runId } = opened();
    store.load('/a.txt', recordOf('a'), 'w', runId);
    store.load('/a.txt', recordOf('b'), 'w', runId);
    expect(count(path, 'SELECT group_concat(sha256) FROM documents')).toBe('b');
    expect(count(path, 'SELECT count(*) FROM facts_search')).toBe(1);
  });

  it('keeps a document whose file is gone, until the file that it has moved to is changed', () => {
    const { store, path, runId } = opened();
    store.load('/a.txt', recordOf('a'), 'w', runId);
    store.noteMissing('/a.txt');
    store.attach('/b.txt', 1);
    expect(store.recordedPaths('/')).toEqual({
      ok: true,
      value: [
        { path: '/a.txt', missing: true },
        { path: '/b.txt', missing: false },
      ],
    });
    store.load('/b.txt', recordOf('b'), 'w', runId);
    expect(count(path, 'SELECT group_concat(sha256) FROM documents')).toBe('b');
    store.noteMissing('/b.txt');
    store.attach('/b.txt', 2);
    expect(count(path, 'SELECT missing_since FROM document_paths')).toBe(null);
  });

  it('lets go what stood at a path whose file is read elsewhere', () => {
    const { store, path, runId } = opened();
    store.load('/a.txt', recordOf('a'), 'w', runId);
    store.attach('/b.txt', 1);
    store.detach('/a.txt');
    expect(count(path, 'SELECT group_concat(path) FROM document_paths')).toBe('/b.txt');
    store.detach('/b.txt');
    expect(count(path, 'SELECT count(*) FROM documents')).toBe(0);
  });

  it('tells runs that ended without a word from those that came to their end', () => {
    const { store, path, runId } = opened();
    const run = { program: '0', workKey: 'w', stages: {}, config: {} };
    const counts = { read: 1, unchanged: 2, failed: 3 };
    store.finishRun(runId, counts);
    store.beginRun(run);
    const last = store.beginRun(run);
    if (!last.ok) throw new Error(last.problem.code);
    store.finishRun(last.value, counts, 'interrupted');
    store.beginRun(run);
    const states = "SELECT group_concat(state || iif(finished_at IS NULL, '', '!')) FROM runs";
    expect(count(path, states)).toBe('finished!,interrupted,interrupted,started');
  });

  it('keeps what was decided about a finding through new readings and corrected editions', () => {
    const { store, path, runId } = opened();
    const decided = "SELECT group_concat(decision || ' ' || coalesce(finding_id, 'none')) FROM v_decisions";
    const key = 'k';
    expect(decide(path, { key, decision: 'confirmed' })).toEqual({ ok: true, value: [] });
    store.load('/a.txt', recordOf('a'), 'w', runId);
    decide(path, { key, decision: 'confirmed' });
    const made = decide(path, { key, decision: 'dismissed', reason: '口径不同', by: '李' });
    expect(made).toEqual({
      ok: true,
      value: [
        {
          document: 'a.txt',
          entity: '某局',
          year: 2024,
          kind: 'final-account',
          scope: 'unit',
          code: 'R-10-01',
        },
      ],
    });
    expect(count(path, decided)).toBe('dismissed 1');
    store.load('/a.txt', recordOf('a', '41'), 'x', runId);
    expect(count(path, decided)).toBe('dismissed 1');
    store.load('/a.txt', recordOf('corrected'), 'x', runId);
    expect(count(path, 'SELECT reason FROM v_decisions WHERE document_id = 2')).toBe('口径不同');
    const { report, ...rest } = recordOf('clean');
    store.load('/a.txt', { ...rest, report: { ...report, findings: [] } }, 'x', runId);
    expect(count(path, decided)).toBe('dismissed none');
    const other = { ...report, source: { ...report.source, sha256: 'o' } };
    store.load(
      '/o.txt',
      { ...rest, report: { ...other, document: { ...report.document, year: 2023 } } },
      'x',
      runId,
    );
    expect(count(path, decided)).toBe('dismissed none');
    store.load('/a.txt', recordOf('a'), 'x', runId);
    decide(path, { key, decision: 'withdrawn' });
    expect(count(path, 'SELECT group_concat(year) FROM v_decisions')).toBe(null);
    expect(count(path, 'SELECT count(*) FROM decisions')).toBe(4);
  });

  it('writes nothing of a document that cannot be written wholly', () => {
    const { store, path, runId } = opened();
    const record = recordOf('a');
    const [finding] = record.report.findings;
    if (finding === undefined) throw new Error('no finding');
    const fact = record.report.facts[0];
    if (fact === undefined) throw new Error('no fact');
    const broken = {
      ...record,
      report: {
        ...record.report,
        facts: [{ ...fact, approximate: false, origin: 'table' as const, row: 0.5 }],
      },
    };
    const loaded = store.load('/a.txt', broken, 'w', runId);
    expect(loaded.ok).toBe(false);
    expect(count(path, 'SELECT count(*) FROM documents')).toBe(0);
    expect(count(path, 'SELECT count(*) FROM paragraphs')).toBe(0);
  });

  it('forgets the error of a file once it was read', () => {
    const { store, path, runId } = opened();
    store.noteFileError({ path: '/a.txt', code: 'no-permission', message: 'm' }, runId);
    store.noteFileError({ path: '/a.txt', code: 'no-permission', message: 'm' }, runId);
    expect(count(path, 'SELECT count(*) FROM errors')).toBe(1);
    store.load('/a.txt', recordOf('a'), 'w', runId);
    expect(count(path, 'SELECT count(*) FROM errors WHERE document_id IS NULL')).toBe(0);
  });

  it('gives its place up in a way that readers without write access can open', () => {
    const { store, path, runId } = opened();
    store.finishRun(runId, { read: 0, unchanged: 0, failed: 0 });
    store.close();
    expect(count(path, 'PRAGMA journal_mode')).toBe('delete');
  });
});
