import { type Command, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import type { IngestSummary, WatchOptions } from '../../pipeline/ingest-options.ts';
import type { Context } from '../context.ts';
import { withExamples } from '../examples.ts';
import { EXIT } from '../exit.ts';
import {
  inputOf,
  requireConsistent,
  SETTLE_SECONDS,
  type SelectionFlags,
  selectionOptions,
} from '../ingest/flags.ts';
import { sharedOptions } from '../options.ts';
import { eventsOn } from '../print/events.ts';
import { progressOn } from '../print/progress.ts';
import { tellProblem } from '../problem.ts';
import { addSettings } from '../settings/flags.ts';
import { settingsOf } from '../settings/settle.ts';
import { configOf, type Settings } from '../settings/shape.ts';
import { Signals } from '../signals.ts';

interface IngestFlags extends SelectionFlags {
  readonly db: string;
  readonly password?: string;
  readonly debugDir?: string;
  readonly link: boolean;
}

/** Seconds that what is under way has after the first signal. */
const GRACE = 5;

function tellSummary(summary: IngestSummary, { messages, err }: Context): void {
  if (Object.keys(summary.passedOver).length > 0) err(messages.passedOver(summary.passedOver));
  err(messages.ingested(summary));
  if (summary.linked !== null && summary.linked.entities > 0) err(messages.linked(summary.linked));
}

function watchOf(
  { watch, settle = SETTLE_SECONDS }: IngestFlags,
  context: Context,
): { readonly watch?: WatchOptions } {
  if (watch === undefined) return {};
  context.err(context.messages.resume.watching(settle));
  return { watch: { settle: settle * 1000, onRound: (summary) => tellSummary(summary, context) } };
}

async function run(
  paths: readonly string[],
  flags: IngestFlags,
  settings: Settings,
  context: Context,
): Promise<number> {
  const { messages, err } = context;
  requireConsistent(paths, flags, context);
  const input = await inputOf(paths, flags, context);
  const { db, password, debugDir, link, retry, shard } = flags;
  const { jobs, recognitions, timeout } = settings;
  const work = {
    ...input,
    database: db,
    config: configOf(settings),
    program: manifest.version,
    ...(retry !== undefined && { retry }),
    ...(shard !== undefined && { shard }),
  };
  if (flags.dryRun === true) {
    const { tellPlan } = await import('../ingest/plan.ts');
    const hasPassword = password !== undefined;
    return tellPlan({ ...work, hasPassword }, flags.format ?? 'pretty', context);
  }
  // Loaded late: commands that need no database do not pay for its native code.
  const { ingest } = await import('../../pipeline/ingest.ts');
  const progress = progressOn(context);
  const told = flags.format === 'ndjson' ? eventsOn(context.out) : null;
  const signals = new Signals(GRACE * 1000, () => err(messages.resume.stopping(GRACE)));
  const result = await ingest({
    ...work,
    jobs,
    timeout: timeout * 1000,
    recognitions: Math.min(recognitions, jobs),
    count: context.errorsOnTerminal,
    onEvent: (event) => {
      told?.(event);
      progress.listen(event);
    },
    link,
    interruption: signals.interruption,
    ...watchOf(flags, context),
    ...(password !== undefined && { password }),
    ...(debugDir !== undefined && { debugDir }),
  });
  signals.close();
  progress.stop();
  if (!result.ok) return tellProblem(result.problem, context);
  const { summary } = result;
  if (summary.interrupted && signals.code !== null) {
    tellSummary(summary, context);
    err(messages.resume.interrupted(summary.left));
    return signals.code;
  }
  if (summary.files === 0 && summary.gone === 0 && flags.watch === undefined) {
    err(`duizhang: ${messages.noReports}: ${paths.join(' ')}`);
    return EXIT.failed;
  }
  tellSummary(summary, context);
  return summary.failed + summary.unchangedFailed > 0 ? EXIT.failed : EXIT.clean;
}

/** `duizhang ingest PATH… --db FILE` */
export function ingestCommand(program: Command, context: Context, done: (code: number) => void): void {
  const { messages } = context;
  const shared = sharedOptions(context);
  const command = program
    .command('ingest')
    .description(messages.commands.ingest)
    .argument('<path...>', messages.arguments.paths)
    .addOption(new Option('--db <file>', messages.options.db).makeOptionMandatory())
    .addOption(shared.password())
    .addOption(shared.debugDir())
    .option('--no-link', messages.options.noLink);
  selectionOptions(command, context).action(async (paths: string[], flags: IngestFlags, called: Command) =>
    done(await run(paths, flags, settingsOf(called, context).settings, context)),
  );
  addSettings(command, ['jobs', 'recognitions', 'timeout', 'ocr', 'ocrEngine'], context);
  withExamples(command, ['ingest-folder', 'ingest-many'], context);
  command.addHelpText('after', `\n${messages.helpSections.settings}`);
}
