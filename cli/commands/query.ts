import { type Command, Option } from 'commander';
import type { OnRow, Subject } from '../../db/query.ts';
import { SEVERITIES } from '../../model/audit.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { type FilterFlags, filtersOf } from '../filters.ts';
import { sharedOptions } from '../options.ts';
import { JsonPrinter } from '../print/json.ts';
import { decisionText, factText, findingText, type RowText, tableText } from '../print/rows.ts';
import { tellProblem } from '../problem.ts';

interface QueryFlags extends FilterFlags {
  readonly db: string;
  readonly format: 'pretty' | 'json' | 'ndjson' | 'csv';
}

/** One command that lists rows: its name, what it asks for, and how a row is shown to people. */
interface Query {
  readonly name: 'findings' | 'tables' | 'facts' | 'decisions';
  readonly subject: Subject;
  readonly text: RowText;
}

interface Printer {
  readonly add: OnRow;
  readonly end: () => void;
}

async function printerFor({ format }: QueryFlags, query: Query, context: Context): Promise<Printer> {
  const { out } = context;
  if (format === 'csv') {
    const { csvPrinter } = await import('../print/csv.ts');
    return { add: csvPrinter(out), end: () => undefined };
  }
  if (format === 'pretty') return { add: (row) => out(query.text(row, context)), end: () => undefined };
  const printer = new JsonPrinter(format, true, out);
  return { add: (row) => printer.add(row), end: () => printer.end() };
}

async function run(query: Query, flags: QueryFlags, context: Context): Promise<number> {
  // Loaded late: commands that need no database do not pay for its native code.
  const { Archive } = await import('../../db/query.ts');
  const opened = Archive.open(flags.db);
  if (!opened.ok) return tellProblem(opened.problem, context);
  const archive = opened.value;
  try {
    const printer = await printerFor(flags, query, context);
    const asked = archive.ask(query.subject, filtersOf(flags), printer.add);
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
    .action(async (flags: QueryFlags) => done(await run(query, flags, context)));
}

const FINDINGS: Query = { name: 'findings', subject: 'allFindings', text: findingText };
const TABLES: Query = { name: 'tables', subject: 'tables', text: tableText };
const DECISIONS: Query = { name: 'decisions', subject: 'decisions', text: decisionText };
const FACTS: Query = { name: 'facts', subject: 'facts', text: factText };

/** `duizhang findings --db FILE` */
export function findingsCommand(program: Command, context: Context, done: (code: number) => void): void {
  const { options } = context.messages;
  register(FINDINGS, program, context, done)
    .addOption(sharedOptions(context).code())
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

/** `duizhang decisions --db FILE` */
export function decisionsCommand(program: Command, context: Context, done: (code: number) => void): void {
  register(DECISIONS, program, context, done);
}
