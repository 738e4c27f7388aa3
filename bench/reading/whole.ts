import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Store } from '../../db/store.ts';
import { DEFAULT_CONFIG } from '../../model/config.ts';
import type { Result } from '../../model/status.ts';
import { normalizeStage, reconcileStage, tablesStage } from '../../pipeline/compute.ts';
import { identifyStage } from '../../pipeline/identify.ts';
import { loadStage } from '../../pipeline/load.ts';
import { readStage } from '../../pipeline/read.ts';
import { recordOf } from '../../pipeline/record.ts';
import { cpu } from './measure.ts';

export const STEPS = ['identify', 'read', 'tables', 'normalize', 'reconcile', 'record', 'load'] as const;
/** CPU milliseconds of each step. */
export type Spent = Readonly<Record<(typeof STEPS)[number], number>>;

export interface Way {
  readonly pages: number;
  readonly spent: Spent;
}

export const READ_CONFIG = { ...DEFAULT_CONFIG, ocr: 'never' } as const;

function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.reason.message);
}

/** A new database in a folder of its own, for as long as `work` takes. */
export async function withDatabase<T>(work: (into: Rows) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-bench-'));
  const opened = Store.open(join(folder, 'out.sqlite'));
  if (!opened.ok) throw new Error(opened.problem.code);
  const store = opened.value;
  try {
    const run = store.beginRun({ program: 'bench', workKey: 'bench', stages: {}, config: READ_CONFIG });
    if (!run.ok) throw new Error(run.problem.code);
    return await work({ store, runId: run.value, workKey: 'bench' });
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Rows {
  readonly store: Store;
  readonly runId: number;
  readonly workKey: string;
}

/** Whether more than half of the pages of a document have a layer of text that can be believed. */
export async function hasText(path: string): Promise<boolean> {
  const document = await readStage.run(must(await identifyStage.run(path, READ_CONFIG)), READ_CONFIG);
  if (!document.ok) return false;
  const { pages, reasons } = document.value;
  const unread = reasons.filter(({ code }) => code === 'no-text' || code === 'garbled-text');
  return unread.length * 2 < pages.length;
}

/** One document from its path to rows, as `ingest` takes it, with what each step took. */
export async function wholeWay(path: string, into: Rows): Promise<Way> {
  const spent: Record<(typeof STEPS)[number], number> = {
    identify: 0,
    read: 0,
    tables: 0,
    normalize: 0,
    reconcile: 0,
    record: 0,
    load: 0,
  };
  let mark = cpu();
  const lap = <T>(step: (typeof STEPS)[number], value: T): T => {
    const now = cpu();
    spent[step] += now - mark;
    mark = now;
    return value;
  };
  const source = lap('identify', must(await identifyStage.run(path, READ_CONFIG)));
  const bytes = source.bytes.byteLength;
  const document = lap('read', must(await readStage.run(source, READ_CONFIG)));
  const layout = lap('tables', must(await tablesStage.run(document, READ_CONFIG)));
  const reading = lap('normalize', must(await normalizeStage.run(layout, READ_CONFIG)));
  const audit = lap('reconcile', must(await reconcileStage.run(reading, READ_CONFIG)));
  const record = lap('record', recordOf({ ok: true, document, layout, reading, audit, spent: [] }, bytes));
  const loaded = loadStage.run(record, { ...into, path });
  if (!loaded.ok) throw new Error(loaded.problem.code);
  lap('load', loaded);
  return { pages: document.pages.length, spent };
}
