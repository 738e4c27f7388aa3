import { runThrough } from '../../fixtures/hostile/run.ts';
import { DEFAULT_CONFIG } from '../../model/config.ts';
import { Report } from '../../model/report.ts';
import { WorkerPool } from '../../pipeline/pool.ts';
import { bases, caseOf } from './cases.ts';

export interface Hunt {
  readonly seed: number;
  /** The first case and how many; fewer where the time is up before. */
  readonly from: number;
  readonly count: number;
  readonly milliseconds: number;
  readonly jobs: number;
  /** Wall time of one document in milliseconds. */
  readonly timeout: number;
  /** Resident memory of the whole process. */
  readonly mebibytes: number;
  readonly onFailure: (failure: Failure) => void;
  /** Is told of those that were ended in time: no failure, but worth a look where the machine was not busy. */
  readonly onSlow?: (failure: Failure) => void;
}

/** A case that came to no honest end: `node bench/fuzz.ts --seed S --case N` does it again. */
export interface Failure {
  readonly seed: number;
  readonly index: number;
  readonly name: string;
  readonly why: string;
}

export interface Caught {
  readonly cases: number;
  readonly failures: number;
  /** How many came to what. */
  readonly came: Readonly<Record<string, number>>;
  readonly mebibytes: number;
}

/** Reasons that no file, however it is changed, may come to. */
const DISHONEST = /: (?:internal|worker-died)$/u;
/** How much later than its time a document may end on a busy machine. */
const LATE = 30_000;
const MEBIBYTE = 1024 * 1024;

/** Takes changed files through workers and tells those that come to an exception, a hang, or too much memory. */
export async function hunt(options: Hunt): Promise<Caught> {
  const { seed, from, count, milliseconds, jobs, timeout, mebibytes, onFailure, onSlow } = options;
  // Recognition takes seconds a page; what it is given is made by the same decoders with and without it.
  const pool = new WorkerPool({ jobs, timeout, config: { ...DEFAULT_CONFIG, ocr: 'never' } });
  const known = bases();
  const end = performance.now() + milliseconds;
  const came: Record<string, number> = {};
  let [cases, failures, most, next] = [0, 0, 0, from];
  const one = async (index: number): Promise<void> => {
    const { name, bytes } = caseOf(known, seed, index);
    const fail = (why: string): void => {
      failures += 1;
      onFailure({ seed, index, name, why });
    };
    try {
      const all = await runThrough(bytes, async (source) => {
        const start = performance.now();
        const record = await pool.process(source);
        if (performance.now() - start > timeout + LATE) fail('it was not ended in time');
        const parsed = Report.safeParse(JSON.parse(JSON.stringify(record.report)));
        if (!parsed.success) fail(`the report is not valid: ${parsed.error.issues[0]?.message}`);
        return record;
      });
      for (const { as, reasons } of all) {
        came[as] = (came[as] ?? 0) + 1;
        if (as === 'failed: timeout') onSlow?.({ seed, index, name, why: as });
        if (DISHONEST.test(as)) fail(`${as}: ${reasons.map(({ message }) => message).join('; ')}`);
      }
    } catch (error) {
      fail(`rejected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    const used = process.memoryUsage.rss() / MEBIBYTE;
    if (used > mebibytes && most <= mebibytes) fail(`the process has ${used.toFixed(0)} MiB`);
    most = Math.max(most, used);
    cases += 1;
  };
  const lane = async (): Promise<void> => {
    while (next < from + count && performance.now() < end) await one(next++);
  };
  try {
    await Promise.all(Array.from({ length: jobs }, lane));
  } finally {
    await pool.close();
  }
  return { cases, failures, came, mebibytes: most };
}
