import { type Command, Option } from 'commander';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { sharedOptions } from '../options.ts';
import { tellProblem } from '../problem.ts';

interface StatsFlags {
  readonly db: string;
  readonly format: 'pretty' | 'json' | 'csv';
}

/** So many of the slowest documents are named. */
const SLOWEST = 10;

async function stats({ db, format }: StatsFlags, context: Context): Promise<number> {
  // Loaded late: commands that need no database do not pay for its native code.
  const { statsOf } = await import('../../db/stats.ts');
  const asked = statsOf(db, SLOWEST);
  if (!asked.ok) return tellProblem(asked.problem, context);
  const report = asked.value;
  if (format === 'json') context.out(`${JSON.stringify(report, null, 2)}\n`);
  else {
    const { statsCsv, statsText } = await import('../print/stats.ts');
    context.out(format === 'csv' ? statsCsv(report) : statsText(report, context));
  }
  return EXIT.clean;
}

/** `duizhang stats --db FILE` */
export function statsCommand(program: Command, context: Context, done: (code: number) => void): void {
  const { messages } = context;
  const shared = sharedOptions(context);
  program
    .command('stats')
    .description(messages.commands.stats)
    .addOption(new Option('--db <file>', messages.options.dbQuery).makeOptionMandatory())
    .addOption(shared.format('pretty', 'json', 'csv'))
    .action(async (flags: StatsFlags) => done(await stats(flags, context)));
}
