import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_CONFIG } from '../model/config.ts';
import { ingest } from '../pipeline/ingest.ts';
import { row } from './reading/measure.ts';

// Very many files of which all but one are copies, so that nothing but finding, queueing and writing is left: the memory of
// the process, and how many were found but not done, at every tenth:
//   node bench/queue.ts [files]
const files = Number(process.argv[2] ?? 200_000);
const MEBIBYTE = 1024 * 1024;
const A_FOLDER = 1000;

const folder = mkdtempSync(join(tmpdir(), 'duizhang-queue-'));
const inputs = join(folder, 'in');
for (let number = 0; number < files; number += 1) {
  const place = join(inputs, String(Math.floor(number / A_FOLDER)).padStart(4, '0'));
  if (number % A_FOLDER === 0) mkdirSync(place, { recursive: true });
  writeFileSync(join(place, `${number}.txt`), '清河县文化馆2024年度部门决算\n本年支出合计500.00万元。\n');
}

const rss = (): string => (process.memoryUsage.rss() / MEBIBYTE).toFixed(0);

let [found, done, most] = [0, 0, 0];
const start = performance.now();
row(['files', 'most that wait', 'seconds', 'RSS MiB']);
row(Array.from({ length: 4 }, () => '---:'));
row([0, 0, 0, rss()]);
try {
  const result = await ingest({
    paths: [inputs],
    database: join(folder, 'out.sqlite'),
    jobs: 2,
    timeout: 60_000,
    config: DEFAULT_CONFIG,
    program: 'bench',
    link: false,
    onEvent: ({ kind }) => {
      if (kind === 'found') found += 1;
      most = Math.max(most, found - done);
      if (kind !== 'done' && kind !== 'skipped' && kind !== 'failed') return;
      done += 1;
      if (done % Math.floor(files / 10) !== 0) return;
      row([done, most, ((performance.now() - start) / 1000).toFixed(1), rss()]);
    },
  });
  const { read, copies, failed } = result.summary;
  process.stdout.write(`\n${read} read, ${copies} copies, ${failed} failed\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
