import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEFAULT_CONFIG } from '../model/config.ts';
import { bases, caseOf } from './fuzz/cases.ts';
import { type Failure, hunt } from './fuzz/hunt.ts';

// Changed files through the workers, looking for exceptions, hangs and memory:
//   node bench/fuzz.ts [--minutes 10] [--seed N] [--jobs 2]
//   node bench/fuzz.ts --seed N --case I [--write FILE]      one case again, and its bytes
/** What the process and the buffers of its workers may have beside the heaps of the workers. */
const MEBIBYTE = 1024 * 1024;
const OTHER_MEBIBYTES = 1024;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    jobs: { type: 'string', default: '2' },
    timeout: { type: 'string', default: '30' },
    case: { type: 'string' },
    write: { type: 'string' },
  },
});
const [seed, jobs] = [Number(values.seed), Number(values.jobs)];
const one = values.case === undefined ? null : Number(values.case);
if (one !== null && values.write !== undefined) writeFileSync(values.write, caseOf(bases(), seed, one).bytes);

const tell = ({ index, name, why }: Failure): void =>
  console.log(`--seed ${seed} --case ${index} (${name}): ${why}`);

const before = process.cpuUsage();
const caught = await hunt({
  seed,
  from: one ?? 0,
  count: one === null ? Number.MAX_SAFE_INTEGER : 1,
  milliseconds: Number(values.minutes) * 60_000,
  jobs: one === null ? jobs : 1,
  timeout: Number(values.timeout) * 1000,
  mebibytes: OTHER_MEBIBYTES + (one === null ? jobs : 1) * (DEFAULT_CONFIG.maxMemoryBytes / MEBIBYTE),
  onFailure: tell,
  onSlow: tell,
});
const { user, system } = process.cpuUsage(before);
console.log(
  `seed ${seed}: ${caught.cases} cases, ${caught.failures} failures, ${((user + system) / 1e6).toFixed(0)} CPU s, at most ${caught.mebibytes.toFixed(0)} MiB`,
);
for (const [as, count] of Object.entries(caught.came).sort((a, b) => b[1] - a[1]))
  console.log(`${count} ${as}`);
process.exitCode = caught.failures === 0 ? 0 : 1;
