import { basename } from 'node:path';
import type { Config } from '../model/config.ts';
import type { Report } from '../model/report.ts';
import type { Language } from '../reconcile/reconcile.ts';
import { failedReport, unreadSource } from './failed.ts';
import { identifyStage } from './identify.ts';
import { WorkerPool } from './pool.ts';
import { reportIn } from './received.ts';

export interface CheckOptions {
  readonly jobs: number;
  readonly timeout: number;
  readonly config: Config;
  /** Opens encrypted documents; never stored nor told. */
  readonly password?: string;
  /** A folder for pictures of how page images are prepared. */
  readonly debugDir?: string;
  /** Is told how many pages of a document have been recognized so far. */
  readonly onRecognized?: (name: string, pages: number) => void;
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

/** Checks files in workers and gives their reports in the order of the paths, a few ahead at most. */
export async function* checkFiles(paths: readonly string[], options: CheckOptions): AsyncGenerator<Checked> {
  const { jobs } = options;
  const pool = new WorkerPool({ ...options, jobs: Math.min(jobs, paths.length) });
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
