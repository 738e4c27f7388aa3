import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_CONFIG } from '../model/config.ts';
import { ingest } from '../pipeline/ingest.ts';
import { workersHeld } from './processes.ts';
import { row } from './reading/measure.ts';

// Many small reports through ingest: whether the memory of every process stays what it was after the first thousand of
// each worker, and the rate with it. Ends with 1 where memory has grown by more than a fifth. Linux only:
//   node bench/soak.ts [--documents 20000] [--jobs NUMBER]
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '20000' },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
});
const documents = Number(values.documents);
const jobs = Number(values.jobs);
const STEP = 1000;
const MOST_GROWTH = 1.2;
const MEBIBYTE = 1024 * 1024;
/** Memory goes up and down as it is collected: a point is the mean of so many looks. */
const LOOKS = 8;
const LOOK_MILLISECONDS = 250;

/** A report of a few lines, each with bytes of its own; one in ten has a wrong sum. */
const reportOf = (number: number): string => {
  const [basic, project] = [100 + (number % 977), 50 + (number % 389)];
  const whole = basic + project + (number % 10 === 0 ? 3 : 0);
  return [
    `第${number}文化馆2024年度部门决算`,
    `本年支出合计${whole}.00万元，其中：基本支出${basic}.00万元，项目支出${project}.00万元。`,
    '表1 支出决算表',
    '单位：万元',
    '项目\t合计\t基本支出\t项目支出',
    `合计\t${basic + project}.00\t${basic}.00\t${project}.00`,
    '',
  ].join('\n');
};

/** Resident MiB of this process and of each worker, the largest first. */
interface Memory {
  readonly main: number;
  readonly workers: readonly number[];
}

const looks: Memory[] = [];
const look = (): void => {
  const workers = workersHeld()
    .map(({ rssBytes }) => rssBytes / MEBIBYTE)
    .sort((a, b) => b - a);
  looks.push({ main: process.memoryUsage.rss() / MEBIBYTE, workers });
  if (looks.length > LOOKS) looks.shift();
};

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);

const recent = (): Memory => ({
  main: mean(looks.map(({ main }) => main)),
  workers: Array.from({ length: jobs }, (_, i) => mean(looks.map(({ workers }) => workers[i] ?? 0))),
});

const names = [
  'documents',
  'documents/s',
  'main MiB',
  ...Array.from({ length: jobs }, (_, i) => `worker ${i + 1} MiB`),
];

const folder = mkdtempSync(join(tmpdir(), 'duizhang-soak-'));
const inputs = join(folder, 'in');
mkdirSync(inputs);
for (let number = 0; number < documents; number += 1)
  writeFileSync(join(inputs, `${String(number).padStart(7, '0')}.txt`), reportOf(number));

let done = 0;
let mark = performance.now();
const points: Memory[] = [];
const onDone = (): void => {
  done += 1;
  if (done % STEP !== 0) return;
  const point = recent();
  points.push(point);
  const rate = (STEP * 1000) / (performance.now() - mark);
  row([done, rate.toFixed(1), ...[point.main, ...point.workers].map((mebibytes) => mebibytes.toFixed(0))]);
  mark = performance.now();
};

row(names);
row(names.map(() => '---:'));
const timer = setInterval(look, LOOK_MILLISECONDS);
try {
  const result = await ingest({
    paths: [inputs],
    database: join(folder, 'out.sqlite'),
    jobs,
    timeout: 60_000,
    config: DEFAULT_CONFIG,
    program: 'bench',
    link: false,
    onEvent: ({ kind }) => {
      if (kind === 'done' || kind === 'failed') onDone();
    },
  });
  const { read, failed, seconds } = result.summary;
  process.stdout.write(
    `\n${read} read, ${failed} failed in ${seconds.toFixed(1)} s: ${(documents / seconds).toFixed(1)} documents/s\n`,
  );
} finally {
  clearInterval(timer);
  rmSync(folder, { recursive: true, force: true });
}

/** How many times the memory of each process it is at the end; says so. */
function growth(first: Memory | undefined, since: string): readonly number[] {
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [];
  const before = [first.main, ...first.workers];
  const after = [last.main, ...last.workers];
  const times = after.map((mebibytes, i) => mebibytes / Math.max(1, before[i] ?? 0));
  const told = times.map((time) => `${((time - 1) * 100).toFixed(1)} %`).join(', ');
  process.stdout.write(`growth since the first ${since}: ${told} (main, then workers)\n`);
  return times;
}

growth(points[0], '1,000');
// Until then the engine still compiles what it has seen to be hot.
if (growth(points[jobs - 1], '1,000 of each worker').some((times) => times > MOST_GROWTH))
  process.exitCode = 1;
