import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_CONFIG } from '../model/config.ts';
import { ingest } from '../pipeline/ingest.ts';
import { allHeld } from './processes.ts';
import { syntheticReport } from './synthetic.ts';

// Reads invented reports into a database and shows whether time is linear and memory flat:
//   node bench/ingest.ts [documents] [jobs]
const documents = Number(process.argv[2] ?? 2000);
const jobs = Number(process.argv[3] ?? availableParallelism());
const STEPS = 4;
const MEBIBYTE = 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'duizhang-bench-'));
const inputs = join(folder, 'in');
const database = join(folder, 'out.sqlite');

function makeReports(): number {
  mkdirSync(inputs);
  let bytes = 0;
  for (let number = 0; number < documents; number += 1) {
    const report = syntheticReport(number);
    bytes += Buffer.byteLength(report);
    writeFileSync(join(inputs, `${String(number).padStart(6, '0')}.txt`), report);
  }
  return bytes;
}

const cells = (values: readonly (string | number)[]): string => `| ${values.join(' | ')} |\n`;

/** Prints a line at every quarter: what the last quarter took, and the memory of the whole process with its workers. */
function watcher(): () => void {
  let done = 0;
  let mark = { time: performance.now(), cpu: allHeld().cpuSeconds };
  process.stdout.write(cells(['documents', 'documents/s', 'CPU s', 'documents/CPU s', 'RSS MiB']));
  process.stdout.write(cells(['---:', '---:', '---:', '---:', '---:']));
  return () => {
    done += 1;
    const step = Math.max(1, Math.floor(documents / STEPS));
    if (done % step !== 0) return;
    const seconds = (performance.now() - mark.time) / 1000;
    const { cpuSeconds, rssBytes } = allHeld();
    const cpu = cpuSeconds - mark.cpu;
    const rss = rssBytes / MEBIBYTE;
    process.stdout.write(
      cells([done, (step / seconds).toFixed(1), cpu.toFixed(1), (step / cpu).toFixed(1), rss.toFixed(0)]),
    );
    mark = { time: performance.now(), cpu: allHeld().cpuSeconds };
  };
}

async function run(onDone: () => void): Promise<void> {
  const result = await ingest({
    paths: [inputs],
    database,
    jobs,
    timeout: 60_000,
    config: DEFAULT_CONFIG,
    program: 'bench',
    link: true,
    onEvent: ({ kind }) => {
      if (kind === 'done' || kind === 'failed' || kind === 'skipped') onDone();
    },
  });
  if (!result.ok) throw new Error(result.problem.code);
  const { read, unchanged, failed, findings, seconds } = result.summary;
  const rate = (result.summary.files / seconds).toFixed(1);
  process.stdout.write(
    `\n${read} read, ${unchanged} unchanged, ${failed} failed, ${findings} findings; ${seconds.toFixed(1)} s, ${rate} files/s\n`,
  );
}

try {
  const bytes = makeReports();
  process.stdout.write(
    `${documents} reports, ${(bytes / documents / 1000).toFixed(1)} kB each, ${jobs} jobs\n\n`,
  );
  await run(watcher());
  process.stdout.write(
    `database: ${(statSync(database).size / MEBIBYTE).toFixed(1)} MiB\n\nagain, nothing changed:\n`,
  );
  await run(() => undefined);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
