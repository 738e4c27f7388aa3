import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseResult } from '../db/problem.ts';
import type { DocumentRecord } from '../db/record.ts';
import { Store } from '../db/store.ts';
import { type FactReport, NO_COVERAGE } from '../model/report.ts';
import { linkAll, linkSteps } from '../pipeline/link.ts';
import { seeded } from './synthetic.ts';

// Invents the final accounts of five years of many units, without reading any, and links them:
//   node bench/link.ts [documents]
const documents = Number(process.argv[2] ?? 10_000);
const YEARS = 5;
const FUNCTIONS = 30;
/** A prime, so that every year has its turn. */
const WRONG_EVERY = 199;
const MEBIBYTE = 1024 * 1024;

function must<T>(result: DatabaseResult<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problem.detail);
}

const next = seeded(7);
const place = { line: 1, column: 1 };

const fact = (id: string, yuan: number, year: number, keys: Partial<FactReport>): FactReport => ({
  id,
  label: '农林水支出 决算数',
  raw: (yuan / 10_000).toFixed(2),
  unit: '万元',
  value: String(yuan),
  valueUnit: '元',
  year,
  phase: 'final',
  approximate: false,
  bound: null,
  origin: 'table',
  place,
  quote: '农林水支出 | 1,234.56 | 1,234.56',
  metric: 'expenditure',
  fund: 'general-public',
  direction: 'expenditure',
  ...keys,
});

/** A year's account: its functions, those of the year before, and what is carried in and out. */
function record(
  entity: number,
  year: number,
  now: readonly number[],
  before: readonly number[],
): DocumentRecord {
  const code = (i: number) => String(201 + i);
  const facts = [
    ...now.map((yuan, i) => fact(`n${i}`, yuan, year, { functionCode: code(i) })),
    ...before.map((yuan, i) => fact(`b${i}`, yuan, year - 1, { functionCode: code(i), phase: 'prior' })),
    fact('opening', (before[0] ?? 0) + 100, year, { metric: 'opening', fund: 'all', direction: 'balance' }),
    fact('closing', (now[0] ?? 0) + 100, year, { metric: 'closing', fund: 'all', direction: 'balance' }),
  ];
  const name = `${entity}-${year}.txt`;
  return {
    report: {
      source: { name, sha256: name, mediaType: 'text/plain', pages: 1 },
      status: 'ok',
      reasons: [],
      document: {
        kind: 'final-account',
        title: null,
        entity: `云溪县第${entity}中学`,
        scope: 'unit',
        region: null,
        regionCode: null,
        year,
      },
      tables: [],
      paragraphs: [],
      facts,
      statements: [],
      findings: [],
      coverage: NO_COVERAGE,
      timings: {},
    },
    bytes: 1,
    pages: [],
    words: { en: [], zh: [] },
    units: null,
    spent: [],
    implied: [],
  };
}

function fill(store: Store): void {
  const run = must(store.beginRun({ program: 'bench', workKey: '', stages: {}, config: {} }));
  const amounts = (): readonly number[] =>
    Array.from({ length: FUNCTIONS }, () => Math.floor(next() * 1e6) * 100);
  for (let entity = 0; entity * YEARS < documents; entity += 1) {
    let before = amounts();
    for (let year = 2020; year < 2020 + YEARS; year += 1) {
      const now = amounts();
      const slip = (entity * YEARS + year) % WRONG_EVERY === 0;
      const told = slip ? before.map((yuan, i) => (i === 3 ? yuan + 10_000 : yuan)) : before;
      const made = record(entity, year, now, told);
      must(store.load(made.report.source.name, made, '', run));
      before = now;
    }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'duizhang-bench-'));
const database = join(folder, 'links.sqlite');
try {
  const store = must(Store.open(database));
  const loading = performance.now();
  fill(store);
  const loaded = (performance.now() - loading) / 1000;
  const before = process.memoryUsage.rss() / MEBIBYTE;
  const size = statSync(database).size / MEBIBYTE;
  const cpu = process.cpuUsage();
  let most = before;
  const sampling = performance.now();
  const steps = linkSteps(store.links, 'bench');
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) most = Math.max(most, process.memoryUsage.rss() / MEBIBYTE);
  const summary = must(step.value);
  const seconds = (performance.now() - sampling) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const again = performance.now();
  must(linkAll(store.links, 'bench'));
  const rest = (performance.now() - again) / 1000;
  process.stdout.write(
    `${documents} documents loaded in ${loaded.toFixed(1)} s, ${size.toFixed(0)} MiB; linked in ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} CPU s, ${(documents / ((user + system) / 1e6)).toFixed(0)} documents/CPU s; RSS ${before.toFixed(0)} MiB before, ${most.toFixed(0)} MiB at most; ${summary.checked} of ${summary.claims} claims checked, ${summary.findings} findings; again: ${rest.toFixed(2)} s\n`,
  );
  store.close();
} finally {
  rmSync(folder, { recursive: true });
}
