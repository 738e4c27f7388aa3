import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { HOSTILE } from '../fixtures/hostile/registry.ts';
import { runThrough } from '../fixtures/hostile/run.ts';
import { DEFAULT_CONFIG } from '../model/config.ts';
import { WorkerPool } from '../pipeline/pool.ts';

// Every hostile file in a process of its own with one worker: what comes of it, CPU seconds and the most memory.
//   node bench/hostile.ts [--timeout 60] [--all] [PART OF A NAME…]
// Tells those that come to something else than expected, take more than 5 CPU seconds or 1 GiB; with --all each of them.
const { values: options, positionals } = parseArgs({
  options: {
    timeout: { type: 'string', default: '60' },
    one: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

interface Outcome {
  readonly came: readonly string[];
  readonly messages: readonly string[];
  readonly cpu: number;
  readonly wall: number;
  readonly mebibytes: number;
}

const isExpected = (came: readonly string[], comes: readonly string[]): boolean =>
  JSON.stringify(came.toSorted()) === JSON.stringify(comes.toSorted());

async function one(name: string): Promise<Outcome> {
  const hostile = HOSTILE.find((known) => known.name === name);
  if (hostile === undefined) throw new Error(`no such file: ${name}`);
  const { password, make } = hostile;
  const bytes = make();
  const pool = new WorkerPool({
    jobs: 1,
    timeout: Number(options.timeout) * 1000,
    config: DEFAULT_CONFIG,
    ...(password !== undefined && { password }),
  });
  const [start, before] = [performance.now(), process.cpuUsage()];
  const all = await runThrough(bytes, (source) => pool.process(source));
  const { user, system } = process.cpuUsage(before);
  const wall = (performance.now() - start) / 1000;
  await pool.close();
  return {
    came: all.map(({ as }) => as),
    messages: all.slice(0, 2).flatMap(({ reasons }) => reasons.slice(0, 2).map(({ message }) => message)),
    cpu: (user + system) / 1e6,
    wall,
    mebibytes: process.resourceUsage().maxRSS / 1024,
  };
}

function inProcess(name: string): Outcome | string {
  const args = [import.meta.filename, '--timeout', options.timeout, '--one', name];
  const child = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return child.status === 0 ? (JSON.parse(child.stdout) as Outcome) : `died: ${child.stderr.slice(-400)}`;
}

if (options.one !== undefined) console.log(JSON.stringify(await one(options.one)));
else {
  const wanted = HOSTILE.filter(
    ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
  );
  const row = (...cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
  row('file', 'came to', 'CPU s', 'wall s', 'MiB');
  row('---', '---', '---:', '---:', '---:');
  let [wrong, cpu, most] = [0, 0, 0];
  for (const { name, comes } of wanted) {
    const outcome = inProcess(name);
    if (typeof outcome === 'string') {
      wrong += 1;
      row(name, outcome, '', '', '');
      continue;
    }
    cpu += outcome.cpu;
    most = Math.max(most, outcome.mebibytes);
    const expected = isExpected(outcome.came, comes);
    if (!expected) wrong += 1;
    if (expected && !options.all && outcome.cpu < 5 && outcome.mebibytes < 1024) continue;
    const kinds = [...new Set(outcome.came)].join(', ');
    const told = expected
      ? kinds
      : `**${kinds}**, not ${[...new Set(comes)].join(', ')}: ${outcome.messages.join('; ')}`;
    row(name, told, outcome.cpu.toFixed(1), outcome.wall.toFixed(1), outcome.mebibytes.toFixed(0));
  }
  console.log(
    `\n${wanted.length} files, ${wrong} not as expected; ${cpu.toFixed(0)} CPU s, at most ${most.toFixed(0)} MiB`,
  );
  process.exitCode = wrong === 0 ? 0 : 1;
}
