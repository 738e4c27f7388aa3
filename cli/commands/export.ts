import { type Command, Option } from 'commander';
import { EXPORT_NAMES, type ExportName, VIEW_NAMES, type ViewName } from '../../db/export/names.ts';
import type { View } from '../../db/export/view.ts';
import type { Filters } from '../../db/query.ts';
import { SEVERITIES } from '../../model/audit.ts';
import type { Context } from '../context.ts';
import { EXIT, UsageError } from '../exit.ts';
import { FILTER_OPTIONS, type FilterFlags, filtersOf } from '../filters.ts';
import { sharedOptions } from '../options.ts';
import { tellDestination, tellProblem } from '../problem.ts';

interface ExportFlags extends FilterFlags {
  readonly db: string;
  readonly to: ExportName;
  readonly view: ViewName;
  readonly out?: string;
  readonly force?: boolean;
}

/** A filter that a table does not have would leave out nothing, which is not what was asked for. */
function requireKnown(filters: Filters, view: View, { messages }: Context): void {
  for (const [name, option] of Object.entries(FILTER_OPTIONS)) {
    if (name in filters && !view.filters.some((known) => known === name))
      throw new UsageError(messages.usage.notForView(option, view.name));
  }
}

// Loaded late: commands that need no database do not pay for its native code and the writers.
const load = async () => {
  const [{ Archive }, { destinationOf }, { exportView }, { EXPORT_FORMATS }, { VIEWS }] = await Promise.all([
    import('../../db/query.ts'),
    import('../../db/export/destination.ts'),
    import('../../db/export/export.ts'),
    import('../../db/export/registry.ts'),
    import('../../db/export/view.ts'),
  ]);
  return { Archive, destinationOf, exportView, EXPORT_FORMATS, VIEWS };
};

async function run(flags: ExportFlags, context: Context): Promise<number> {
  const { Archive, destinationOf, exportView, EXPORT_FORMATS, VIEWS } = await load();
  const { messages, err } = context;
  const { db, to, out, force = false } = flags;
  const view = VIEWS[flags.view];
  const format = EXPORT_FORMATS[to];
  const filters = filtersOf(flags);
  requireKnown(filters, view, context);
  const destination = destinationOf(out, format, view.name, { force, database: db });
  if (!destination.ok) return tellDestination(destination.problem, context);
  const opened = Archive.open(db);
  if (!opened.ok) return tellProblem(opened.problem, context);
  const archive = opened.value;
  try {
    const result = await exportView(archive, { view, filters, format, destination: destination.value });
    if (!result.ok)
      return result.from === 'database'
        ? tellProblem(result.problem, context)
        : tellDestination(result.problem, context);
    for (const [note, count] of result.value.notes) err(`duizhang: ${messages.notes[note](count)}`);
    if (out !== undefined && destination.value.kind !== 'stdout')
      err(messages.exported(result.value.rows, out));
    return EXIT.clean;
  } finally {
    archive.close();
  }
}

/** `duizhang export --db FILE --to FORMAT` */
export function exportCommand(program: Command, context: Context, done: (code: number) => void): void {
  const { messages } = context;
  const { options } = messages;
  const shared = sharedOptions(context);
  program
    .command('export')
    .description(messages.commands.export)
    .addOption(new Option('--db <file>', options.dbQuery).makeOptionMandatory())
    .addOption(new Option('--to <format>', options.to).choices(EXPORT_NAMES).makeOptionMandatory())
    .addOption(new Option('-o, --out <path>', options.out))
    .addOption(new Option('--view <view>', options.view).choices(VIEW_NAMES).default(VIEW_NAMES[0]))
    .addOption(new Option('--force', options.force))
    .option('--document <text>', options.document)
    .addOption(shared.year())
    .option('--text <words>', options.text)
    .addOption(shared.code())
    .addOption(new Option('--severity <severity>', options.severity).choices(SEVERITIES))
    .action(async (flags: ExportFlags) => done(await run(flags, context)));
}
