import { type Command, Option } from 'commander';
import type { DatabaseResult } from '../../db/problem.ts';
import type { Archive, Filters, OnRow } from '../../db/query.ts';
import { SEVERITIES, type Severity } from '../../model/audit.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { sharedOptions } from '../options.ts';
import { csvPrinter } from '../print/csv.ts';
import { JsonPrinter } from '../print/json.ts';
import { factText, findingText, type RowText, tableText } from '../print/rows.ts';
import { tellProblem } from '../problem.ts';

interface QueryFlags {
  readonly db: string;
  readonly format: 'pretty' | 'json' | 'ndjson' | 'csv';
  readonly code?: readonly string[];
  readonly severity?: Severity;
  readonly document?: string;
  readonly year?: number;
  readonly text?: string;
}

/** One command that lists rows: its name, its question, and how a row is shown to people. */
interface Query {
  readonly name: 'findings' | 'tables' | 'facts';
  readonly ask: (archive: Archive, filters: Filters, onRow: OnRow) => DatabaseResult<number>;
  readonly text: RowText;
}

function printerFor({ format }: QueryFlags, query: Query, context: Context): { add: OnRow; end: () => void } {
  const { out } = context;
  if (format === 'csv') return { add: csvPrinter(out), end: () => undefined };
  if (format === 'pretty') return { add: (row) => out(query.text(row, context)), end: () => undefined };
  const printer = new JsonPrinter(format, true, out);
  return { add: (row) => printer.add(row), end: () => printer.end() };
}

const filtersOf = ({ code, severity, document, year, text }: QueryFlags): Filters => ({
  ...(code !== undefined && { codes: code }),
  ...(severity !== undefined && { severity }),
  ...(document !== undefined && { document }),
  ...(year !== undefined && { year }),
  ...(text !== undefined && { text }),
});

async function run(query: Query, flags: QueryFlags, context: Context): Promise<number> {
  // Loaded late: commands that need no database do not pay for its native code.
  const { Archive } = await import('../../db/query.ts');
  const opened = Archive.open(flags.db);
  if (!opened.ok) return tellProblem(opened.problem, context);
  const archive = opened.value;
  try {
    const printer = printerFor(flags, query, context);
    const asked = query.ask(archive, filtersOf(flags), printer.add);
    if (!asked.ok) return tellProblem(asked.problem, context);
    printer.end();
    if (flags.format === 'pretty') context.err(context.messages.rows(asked.value));
    return EXIT.clean;
  } finally {
    archive.close();
  }
}

function register(query: Query, program: Command, context: Context, done: (code: number) => void): Command {
  const { messages } = context;
  const shared = sharedOptions(context);
  return program
    .command(query.name)
    .description(messages.commands[query.name])
    .addOption(new Option('--db <file>', messages.options.dbQuery).makeOptionMandatory())
    .addOption(shared.format('pretty', 'json', 'ndjson', 'csv'))
    .option('--document <text>', messages.options.document)
    .addOption(shared.year())
    .option('--text <words>', messages.options.text)
    .addOption(shared.lang())
    .action(async (flags: QueryFlags) => done(await run(query, flags, context)));
}

const FINDINGS: Query = {
  name: 'findings',
  ask: (archive, filters, onRow) => archive.findings(filters, onRow),
  text: findingText,
};
const TABLES: Query = {
  name: 'tables',
  ask: (archive, filters, onRow) => archive.tables(filters, onRow),
  text: tableText,
};
const FACTS: Query = {
  name: 'facts',
  ask: (archive, filters, onRow) => archive.facts(filters, onRow),
  text: factText,
};

/** `duizhang findings --db FILE` */
export function findingsCommand(program: Command, context: Context, done: (code: number) => void): void {
  const { options } = context.messages;
  register(FINDINGS, program, context, done)
    .addOption(sharedOptions(context).codes('code', options.code))
    .addOption(new Option('--severity <severity>', options.severity).choices(SEVERITIES));
}

/** `duizhang tables --db FILE` */
export function tablesCommand(program: Command, context: Context, done: (code: number) => void): void {
  register(TABLES, program, context, done);
}

/** `duizhang facts --db FILE` */
export function factsCommand(program: Command, context: Context, done: (code: number) => void): void {
  register(FACTS, program, context, done);
}
