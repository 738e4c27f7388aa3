import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { duizhang, temporaryFolder } from './command.ts';
import { asText, READERS, type TextRow } from './read-back.ts';

const ALL_FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));
const VIEWS = ['facts', 'findings'] as const;
const FORMATS = Object.keys(READERS);

let folder = '';
let db = '';
const inDatabase: Record<string, readonly TextRow[]> = {};

/** Only `approximate` is a boolean; the database has 0 and 1 for it. */
function rowsOf(view: (typeof VIEWS)[number]): readonly TextRow[] {
  const connection = new Database(db, { readonly: true });
  try {
    const id = view === 'facts' ? 'fact_id' : 'finding_id';
    const rows = asText(connection.prepare(`SELECT * FROM v_${view} ORDER BY document_id, ${id}`).all());
    return rows.map((row) => ({
      ...row,
      ...(view === 'facts' && { approximate: String(row.approximate === '1') }),
    }));
  } finally {
    connection.close();
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duizhang-export-'));
  db = join(folder, 'out.sqlite');
  const [formula, twice] = [join(folder, 'formula.txt'), join(folder, 'twice.txt')];
  writeFileSync(
    formula,
    '青石县档案馆2024年度部门决算\n=1+1，本年支出合计500.00万元，其中-5项支出1.20万元。\n',
  );
  const total = (amount: string) => `2024年度“三公”经费支出决算数为${amount}万元。\n`;
  writeFileSync(
    twice,
    `青石县博物馆2024年度部门决算\n${total('3.00')}${total('3.10')}2024年度公务接待费支出决算数为1.00万元。\n`,
  );
  await duizhang(['ingest', ALL_FIXTURES, formula, twice, '--db', db]);
  for (const view of VIEWS) inDatabase[view] = rowsOf(view);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const exported = (...args: readonly string[]) => duizhang(['export', '--db', db, ...args]);

describe.each(VIEWS)('export of %s', (view) => {
  it('has rows to compare', () => expect(inDatabase[view]?.length).toBeGreaterThan(5));

  it.each(FORMATS)('to %s has every row of the database as it is there', async (format) => {
    const out = join(temporaryFolder(), `rows.${format}`);
    const { code, stdout, stderr } = await exported('--to', format, '--view', view, '--out', out);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe(`${inDatabase[view]?.length} rows written to ${out}\n`);
    expect(await READERS[format]?.(out)).toEqual(inDatabase[view]);
    expect(readdirSync(join(out, '..'))).toEqual([`rows.${format}`]);
  });

  it('to a data package has the same CSV, and a descriptor that fits it', async () => {
    const out = join(temporaryFolder(), 'package');
    const { code } = await exported('--to', 'datapackage', '--view', view, '--out', out);
    expect(code).toBe(0);
    const csv = await exported('--to', 'csv', '--view', view);
    expect(readFileSync(join(out, `${view}.csv`), 'utf8')).toBe(csv.stdout);
    const rows = READERS.csv?.(join(out, `${view}.csv`));
    expectTyped(join(out, 'datapackage.json'), await rows);
  });
});

const Field = z.object({
  name: z.string(),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'object']),
  description: z.string().min(1),
});
const Descriptor = z.object({
  profile: z.literal('tabular-data-package'),
  name: z.string().regex(/^[a-z0-9._/-]+$/u),
  resources: z
    .array(
      z.object({
        profile: z.literal('tabular-data-resource'),
        name: z.string().regex(/^[a-z0-9._-]+$/u),
        path: z.string(),
        bytes: z.int().positive(),
        hash: z.string().regex(/^sha256:[0-9a-f]{64}$/u),
        schema: z.object({
          fields: z.array(Field).min(1),
          missingValues: z.array(z.string()),
          primaryKey: z.array(z.string()).optional(),
        }),
      }),
    )
    .length(1),
});

/** How Table Schema lets values of a type be written. */
const WRITTEN: Readonly<Record<z.infer<typeof Field>['type'], RegExp>> = {
  string: /^/u,
  integer: /^-?\d+$/u,
  number: /^-?\d+(?:\.\d+)?$/u,
  boolean: /^(?:true|false)$/u,
  object: /^\{.*\}$/su,
};

function expectTyped(path: string, rows: readonly TextRow[] | undefined): void {
  const [resource] = Descriptor.parse(JSON.parse(readFileSync(path, 'utf8'))).resources;
  const fields = resource?.schema.fields ?? [];
  expect(Object.keys(rows?.[0] ?? {})).toEqual(fields.map(({ name }) => name));
  for (const { name, type } of fields) {
    const values = rows?.map((row) => row[name] ?? '').filter((value) => value !== '') ?? [];
    expect({ name, wrong: values.filter((value) => !WRITTEN[type].test(value)) }).toEqual({
      name,
      wrong: [],
    });
  }
  const key = resource?.schema.primaryKey;
  const keys = rows?.map((row) => key?.map((name) => row[name]).join(' ')) ?? [];
  if (key !== undefined) expect(new Set(keys).size).toBe(keys.length);
}

describe('export of the wide table', () => {
  it('says the same in every form, one row an entity, scope and year', async () => {
    const out = temporaryFolder();
    const told = new Map<string, readonly TextRow[] | undefined>();
    for (const format of FORMATS) {
      const path = join(out, `wide.${format}`);
      expect(await exported('--to', format, '--view', 'wide', '--out', path)).toMatchObject({ code: 0 });
      told.set(format, await READERS[format]?.(path));
    }
    const rows = told.get('json') ?? [];
    for (const format of FORMATS) expect({ format, rows: told.get(format) }).toEqual({ format, rows });
    const named = rows.filter(({ entity }) => entity !== '');
    const keys = named.map(({ entity, scope, year }) => `${entity} ${scope} ${year}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(named.length).toBeGreaterThan(3);
  });

  it('fits its data package, and keeps to a year and a document', async () => {
    const out = join(temporaryFolder(), 'package');
    const filters = ['--year', '2024', '--document', '文化馆'];
    await exported('--to', 'datapackage', '--view', 'wide', '--out', out, ...filters);
    const rows = await READERS.csv?.(join(out, 'wide.csv'));
    expect(rows?.map(({ entity }) => entity).sort()).toEqual(['云溪县文化馆', '清河县文化馆']);
    expect(new Set(rows?.map(({ year }) => year))).toEqual(new Set(['2024']));
    expectTyped(join(out, 'datapackage.json'), rows);
  });

  it('has the headline figures of a report as they are printed there', async () => {
    const { stdout } = await exported('--to', 'json', '--view', 'wide', '--document', '云溪县文化馆');
    // 本年支出合计 612.40万元 = 452.36 + 160.04, “三公”经费 9.26万元.
    expect(JSON.parse(stdout)).toMatchObject([
      {
        year: 2024,
        expenditure_final: '6124000',
        basic_final: '4523600',
        project_final: '1600400',
        three_public_final: '92600',
        conflicts: 0,
      },
    ]);
  });

  it('leaves an amount that is printed with two values empty, and counts it', async () => {
    const { stdout } = await exported('--to', 'json', '--view', 'wide', '--document', '青石县博物馆');
    expect(JSON.parse(stdout)).toMatchObject([
      {
        three_public_final: null,
        three_public_reception_final: '10000',
        conflicts: 1,
        conflicting: 'three_public_final',
      },
    ]);
  });
});

describe('formulas in text', () => {
  it('do not run from CSV, while negative numbers stay numbers', async () => {
    const { stdout } = await exported('--to', 'csv', '--document', 'formula');
    expect(stdout).toContain(",'=1+1，本年支出合计500.00万元");
    const findings = await exported('--to', 'csv', '--view', 'findings');
    expect(findings.stdout).toMatch(/,-\d[\d.]*,/u);
    expect(findings.stdout).not.toMatch(/(?:^|,)[=@]/mu);
    const listed = await duizhang(['facts', '--db', db, '--format', 'csv', '--document', 'formula']);
    expect(listed.stdout).toContain(",'=1+1，");
  });
});

describe('filters', () => {
  it('are those of the queries', async () => {
    for (const filters of [
      ['--document', 'wrong'],
      ['--text', '住房'],
      ['--year', '1999'],
    ]) {
      const asked = await duizhang(['facts', '--db', db, '--format', 'ndjson', ...filters]);
      const { stdout } = await exported('--to', 'ndjson', ...filters);
      expect(stdout.split('\n').length).toBe(asked.stdout.split('\n').length);
    }
    const { stdout } = await exported('--to', 'ndjson', '--view', 'findings', '--code', 'R-30', '--out', '-');
    const codes = stdout.trimEnd().split('\n');
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.every((line) => line.includes('"code":"R-30-'))).toBe(true);
  });
});

describe('an export over an old one', () => {
  it('replaces it with --force', async () => {
    const out = join(temporaryFolder(), 'a.csv');
    writeFileSync(out, 'old');
    expect(await exported('--to', 'csv', '--out', out, '--force')).toMatchObject({ code: 0 });
    expect(readFileSync(out, 'utf8')).toContain('fact_id,');
  });
});

describe('frictionless', () => {
  const isInstalled = spawnSync('python3', ['-c', 'import frictionless'], { stdio: 'ignore' }).status === 0;
  const VALIDATE = [
    'import sys, frictionless',
    'report = frictionless.validate(sys.argv[1])',
    'sys.exit(0 if report.valid else str(report.flatten(["message"])))',
  ].join('; ');

  it.for(['facts', 'wide', 'findings', 'link-findings'])(
    'finds the package of %s valid',
    async (view, { skip }) => {
      if (!isInstalled)
        skip('Python has no frictionless here; the package was checked by its own types only');
      const out = join(temporaryFolder(), 'package');
      await exported('--to', 'datapackage', '--view', view, '--out', out);
      const args = ['-c', VALIDATE, join(out, 'datapackage.json')];
      const { status, stderr } = spawnSync('python3', args, { encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    },
  );
});
