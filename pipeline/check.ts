import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Config } from '../model/config.ts';
import type { Report } from '../model/report.ts';
import type { Result } from '../model/status.ts';
import type { Language } from '../reconcile/reconcile.ts';
import { fileReason, identifyStage, unreadSource } from './identify.ts';
import { layoutsFrom } from './layout-input.ts';
import { WorkerPool } from './pool.ts';
import { examineLayout, reportOf } from './process.ts';
import { reportIn } from './record.ts';
import { failedReport } from './report.ts';

export interface CheckOptions {
  readonly jobs: number;
  readonly timeout: number;
  readonly config: Config;
  readonly language: Language;
}

export interface Checked {
  readonly path: string;
  readonly report: Report;
}

async function checkFile(path: string, pool: WorkerPool, options: CheckOptions): Promise<Checked> {
  const start = performance.now();
  const source = await identifyStage.run(path, options.config);
  const identify = Math.round(performance.now() - start);
  if (!source.ok)
    return { path, report: failedReport(unreadSource(basename(path)), [source.reason], { identify }) };
  const report = reportIn(await pool.process(source.value), options.language);
  return { path, report: { ...report, timings: { identify, ...report.timings } } };
}

/** Checks files in worker threads and gives their reports in the order of the paths, a few ahead at most. */
export async function* checkFiles(paths: readonly string[], options: CheckOptions): AsyncGenerator<Checked> {
  const { jobs, timeout, config } = options;
  const pool = new WorkerPool({ jobs: Math.min(jobs, paths.length), timeout, config });
  try {
    const ahead: Promise<Checked>[] = [];
    for (const path of paths) {
      ahead.push(checkFile(path, pool, options));
      const first = ahead.length > jobs * 2 ? ahead.shift() : undefined;
      if (first !== undefined) yield await first;
    }
    for (const rest of ahead) yield await rest;
  } finally {
    await pool.close();
  }
}

async function readText(path: string, { maxFileBytes }: Config): Promise<Result<string>> {
  try {
    const bytes = await readFile(path);
    if (bytes.byteLength > maxFileBytes)
      return {
        ok: false,
        reason: { code: 'too-large', message: `the file has more than ${maxFileBytes} bytes` },
      };
    return { ok: true, value: bytes.toString('utf8') };
  } catch (error) {
    return { ok: false, reason: fileReason(error) };
  }
}

/** Checks the layouts in JSON files: what `extract` printed, or another tool in the same form. */
export async function* checkLayouts(paths: readonly string[], options: CheckOptions): AsyncGenerator<Checked> {
  for (const path of paths) {
    const text = await readText(path, options.config);
    const layouts = text.ok ? layoutsFrom(text.value) : [text];
    for (const layout of layouts) {
      if (!layout.ok) {
        yield { path, report: failedReport(unreadSource(basename(path)), [layout.reason]) };
        continue;
      }
      const examination = await examineLayout(layout.value, options.config);
      yield { path, report: reportOf(examination, options.language) };
    }
  }
}
