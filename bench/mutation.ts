import { parseArgs } from 'node:util';
import type { Audit, Finding, Statement } from '../model/audit.ts';
import { DEFAULT_CONFIG } from '../model/config.ts';
import type { Cell, Layout } from '../model/layout.ts';
import type { Fact } from '../model/reading.ts';
import { normalize } from '../normalizers/normalize.ts';
import { tablesStage } from '../pipeline/compute.ts';
import { identifyStage } from '../pipeline/identify.ts';
import { readStage } from '../pipeline/read.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { changed, draws } from './slips.ts';

// Changes one amount of a table at a time and counts how often a new finding names it, and how often it is the suspect:
//   node bench/mutation.ts [--cells 60] [--seed 1] [--misses] document...
const { values: options, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: {
    cells: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    misses: { type: 'boolean', default: false },
  },
});

async function layoutOf(path: string): Promise<Layout> {
  const source = await identifyStage.run(path, DEFAULT_CONFIG);
  if (!source.ok) throw new Error(source.reason.message);
  const document = await readStage.run(source.value, DEFAULT_CONFIG);
  if (!document.ok) throw new Error(document.reason.message);
  const layout = await tablesStage.run(document.value, DEFAULT_CONFIG);
  if (!layout.ok) throw new Error(layout.reason.message);
  return layout.value;
}

const audit = (layout: Layout): Audit => reconcile(normalize(layout));

const factsOf = ({ stated, operands }: Pick<Statement, 'stated' | 'operands'>): readonly Fact[] =>
  stated === null ? operands : [stated, ...operands];

const named = (finding: Finding): readonly string[] =>
  [...factsOf(finding), ...(finding.diagnosis?.suspect ? [finding.diagnosis.suspect] : [])].map(
    ({ id }) => id,
  );

const keyOf = (finding: Finding): string =>
  [finding.code, finding.quote, finding.diagnosis?.suspect?.id, ...factsOf(finding).map(({ id }) => id)].join(
    ' ',
  );

/** How many checked statements each figure stands in. */
function standing({ statements }: Audit): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const statement of statements) {
    if (statement.verdict === 'unchecked') continue;
    for (const id of new Set(factsOf(statement).map((fact) => fact.id)))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

const withCell = (layout: Layout, table: string, row: number, column: number, text: string): Layout => ({
  ...layout,
  tables: layout.tables.map((one) =>
    one.id !== table
      ? one
      : {
          ...one,
          cells: one.cells.map((cell: Cell) =>
            cell.row === row && cell.column === column ? { ...cell, text } : cell,
          ),
        },
  ),
});

interface Tally {
  cells: number;
  none: number;
  detected: number;
  crossed: number;
  located: number;
  undisturbed: number;
}

const empty = (): Tally => ({ cells: 0, none: 0, detected: 0, crossed: 0, located: 0, undisturbed: 0 });

/** Amounts other than 0 that stand in tables: what is changed. */
const amounts = (layout: Layout): readonly Fact[] =>
  normalize(layout).tables.flatMap((table) =>
    [...table.facts.values()].filter(
      ({ quantity, origin }) =>
        quantity.unit === '元' &&
        !quantity.value.isZero() &&
        origin.kind === 'table' &&
        table.columns[origin.column]?.role === 'amount',
    ),
  );

async function measure(path: string): Promise<Tally> {
  const layout = await layoutOf(path);
  const before = audit(layout);
  const known = new Set(before.findings.map(keyOf));
  const counts = standing(before);
  const tally = empty();
  tally.undisturbed = audit(layout).findings.filter((finding) => !known.has(keyOf(finding))).length;
  const draw = draws(Number(options.seed));
  const pool = [...amounts(layout)];
  while (pool.length > 0 && tally.cells < Number(options.cells)) {
    const [fact] = pool.splice(Math.floor(draw() * pool.length), 1);
    if (fact === undefined || fact.origin.kind !== 'table') continue;
    const { table, row, column } = fact.origin;
    const slip = changed(fact.quantity, draw());
    const times = counts.get(fact.id) ?? 0;
    tally.cells += 1;
    if (times === 0) {
      tally.none += 1;
      if (options.misses) miss('none', fact, slip.kind);
      continue;
    }
    const after = audit(withCell(layout, table, row, column, slip.text));
    const fresh = after.findings.filter((finding) => !known.has(keyOf(finding)));
    const detected = fresh.some((finding) => named(finding).includes(fact.id));
    const located = fresh.some((finding) => finding.diagnosis?.suspect?.id === fact.id);
    if (detected) tally.detected += 1;
    if (times >= 2) tally.crossed += 1;
    if (times >= 2 && located) tally.located += 1;
    if (options.misses && (!detected || (times >= 2 && !located)))
      miss(
        detected ? `not located (${times})` : `not detected (${times})`,
        fact,
        `${slip.kind} ${slip.text}`,
      );
  }
  return tally;
}

const miss = (what: string, fact: Fact, slip: string): void => {
  process.stderr.write(`${what}: ${fact.id} ${fact.label} ${fact.quantity.raw} (${slip})\n`);
};

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`;
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;

const row = (name: string, t: Tally): string =>
  line([
    name,
    t.cells,
    percent(t.none, t.cells),
    percent(t.detected, t.cells - t.none),
    percent(t.located, t.crossed),
    t.undisturbed,
  ]);

const all = empty();
process.stdout.write(
  line(['document', 'cells', 'in no statement', 'detected', 'located', 'new when unchanged']) +
    line(['---', '---:', '---:', '---:', '---:', '---:']),
);
for (const path of paths) {
  const tally = await measure(path);
  for (const key of ['cells', 'none', 'detected', 'crossed', 'located', 'undisturbed'] as const)
    all[key] += tally[key];
  process.stdout.write(row(path.replace(/^.*\//u, ''), tally));
}
process.stdout.write(row('all', all));
