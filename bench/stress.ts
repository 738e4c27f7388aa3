import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Store } from '../db/store.ts';
import { DEFAULT_CONFIG } from '../model/config.ts';
import type { Result } from '../model/status.ts';
import { normalizeStage, reconcileStage, tablesStage } from '../pipeline/compute.ts';
import { readStage } from '../pipeline/read.ts';
import { recordOf } from '../pipeline/record.ts';
import { SHAPES, type Shape } from './stress/shapes.ts';

// Documents of many shapes at one size and at twice that size, and the CPU seconds of every stage:
//   node bench/stress.ts [--seconds 120] [SHAPE…]
// Each size runs in a process of its own. Time that grows with the size has a ratio of 2, with its square one of 4.
const STAGES = ['read', 'tables', 'normalize', 'reconcile', 'report', 'load'] as const;
type Spent = Partial<Record<(typeof STAGES)[number] | 'statements' | 'findings', number>>;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.reason.message);
  return result.value;
};

async function measure(shape: Shape, size: number): Promise<Spent> {
  const made = shape.make(size);
  const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
  const spent: Record<string, number> = {};
  const timed = async <T>(stage: string, run: () => T | Promise<T>): Promise<T> => {
    const before = process.cpuUsage();
    const result = await run();
    const { user, system } = process.cpuUsage(before);
    spent[stage] = (user + system) / 1e6;
    return result;
  };
  const source = { name: 'stress', path: 'stress', sha256: '0'.repeat(64), bytes };
  const document = value(await timed('read', () => readStage.run(source, DEFAULT_CONFIG)));
  const layout = value(await timed('tables', () => tablesStage.run(document, DEFAULT_CONFIG)));
  const reading = value(await timed('normalize', () => normalizeStage.run(layout, DEFAULT_CONFIG)));
  const audit = value(await timed('reconcile', () => reconcileStage.run(reading, DEFAULT_CONFIG)));
  const examination = { ok: true, document, layout, reading, audit, spent: [] } as const;
  const record = await timed('report', () => recordOf(examination, bytes.length));
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-bench-'));
  const store = Store.open(join(folder, 'out.sqlite'));
  if (!store.ok) throw new Error(store.problem.code);
  const run = store.value.beginRun({ program: 'bench', workKey: '', stages: {}, config: {} });
  if (!run.ok) throw new Error(run.problem.code);
  await timed('load', () => store.value.load('stress', record, '', run.value));
  store.value.close();
  rmSync(folder, { recursive: true });
  return { ...spent, statements: audit.statements.length, findings: audit.findings.length };
}

function inProcess(shape: Shape, size: number, seconds: number): Spent | string {
  const args = [import.meta.filename, '--one', String(size), shape.name];
  const child = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: seconds * 1000 });
  if (child.error !== undefined) return `over ${seconds} s`;
  return child.status === 0 ? (JSON.parse(child.stdout) as Spent) : `failed: ${child.stderr.slice(0, 400)}`;
}

const total = (spent: Spent): number => STAGES.reduce((sum, stage) => sum + (spent[stage] ?? 0), 0);
const cells = (values: readonly (string | number)[]): void => console.log(`| ${values.join(' | ')} |`);

const { values: options, positionals } = parseArgs({
  options: { seconds: { type: 'string', default: '120' }, one: { type: 'string' } },
  allowPositionals: true,
});
const wanted = SHAPES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

if (options.one !== undefined) {
  const [shape] = wanted;
  if (shape === undefined) throw new Error('no such shape');
  // The smallest document of the shape warms the engine up.
  await measure(shape, Math.max(20, Math.ceil(shape.size / 20)));
  console.log(JSON.stringify(await measure(shape, Number(options.one))));
} else {
  cells(['shape', 'size', ...STAGES, 'all', 'twice the size', 'ratio', 'statements', 'findings']);
  cells(['---', ...Array.from({ length: STAGES.length + 6 }, () => '---:')]);
  for (const shape of wanted) {
    const [once, twice] = [shape.size, 2 * shape.size].map((size) =>
      inProcess(shape, size, Number(options.seconds)),
    );
    if (once === undefined || twice === undefined) continue;
    const size = `${shape.size.toLocaleString('en')} ${shape.of}`;
    if (typeof once === 'string') cells([shape.name, size, once]);
    else if (typeof twice === 'string')
      cells([
        shape.name,
        size,
        ...STAGES.map((s) => (once[s] ?? 0).toFixed(2)),
        total(once).toFixed(2),
        twice,
      ]);
    else {
      const parts = STAGES.map(
        (stage) => `${(once[stage] ?? 0).toFixed(2)} → ${(twice[stage] ?? 0).toFixed(2)}`,
      );
      const ratio = (total(twice) / total(once)).toFixed(1);
      cells([
        shape.name,
        size,
        ...parts,
        total(once).toFixed(2),
        total(twice).toFixed(2),
        ratio,
        twice.statements ?? 0,
        twice.findings ?? 0,
      ]);
    }
  }
}
