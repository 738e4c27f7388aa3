import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ingest } from '../../pipeline/ingest.ts';
import { READ_CONFIG } from './whole.ts';

/** Seconds on the clock that `ingest` takes over copies of the documents with so many workers, their start included. */
export async function secondsWith(jobs: number, files: readonly string[], copies: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-bench-'));
  const inputs = join(folder, 'in');
  mkdirSync(inputs);
  for (let copy = 0; copy < copies; copy += 1)
    for (const [index, file] of files.entries()) {
      const path = join(inputs, `${copy}-${index}-${basename(file)}`);
      copyFileSync(file, path);
      // The same bytes again would be known already.
      appendFileSync(path, `\n%${copy}\n`);
    }
  try {
    const result = await ingest({
      paths: [inputs],
      database: join(folder, 'out.sqlite'),
      jobs,
      timeout: 600_000,
      config: READ_CONFIG,
      program: 'bench',
      link: false,
      onEvent: () => undefined,
    });
    if (!result.ok) throw new Error(result.problem.code);
    if (result.summary.failed > 0) throw new Error(`${result.summary.failed} documents failed`);
    return result.summary.seconds;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
