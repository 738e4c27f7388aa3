import { type Command, Option } from 'commander';
import { DEFAULT_CONFIG, type OcrMode } from '../../model/config.ts';
import manifest from '../../package.json' with { type: 'json' };
import { missingPaths } from '../../pipeline/paths.ts';
import type { Context } from '../context.ts';
import { EXIT, UsageError } from '../exit.ts';
import { sharedOptions } from '../options.ts';
import { progressOn } from '../print/progress.ts';
import { tellProblem } from '../problem.ts';

interface IngestFlags {
  readonly db: string;
  readonly jobs: number;
  readonly timeout: number;
  readonly password?: string;
  readonly ocr: OcrMode;
  readonly debugDir?: string;
  readonly link: boolean;
}

async function run(paths: readonly string[], flags: IngestFlags, context: Context): Promise<number> {
  const { messages, err } = context;
  const [missing] = await missingPaths(paths);
  if (missing !== undefined) throw new UsageError(messages.usage.notFound(missing));
  // Loaded late: commands that need no database do not pay for its native code.
  const { ingest } = await import('../../pipeline/ingest.ts');
  const progress = progressOn(context);
  const { db, jobs, timeout, password, ocr, debugDir, link } = flags;
  const result = await ingest({
    paths,
    database: db,
    jobs,
    timeout: timeout * 1000,
    config: { ...DEFAULT_CONFIG, ocr },
    program: manifest.version,
    onEvent: progress.listen,
    link,
    ...(password !== undefined && { password }),
    ...(debugDir !== undefined && { debugDir }),
  });
  progress.stop();
  if (!result.ok) return tellProblem(result.problem, context);
  const { summary } = result;
  if (summary.files === 0) {
    err(`duizhang: ${messages.noReports}: ${paths.join(' ')}`);
    return EXIT.failed;
  }
  err(messages.ingested(summary));
  if (summary.linked !== null && summary.linked.entities > 0) err(messages.linked(summary.linked));
  return summary.failed + summary.unchangedFailed > 0 ? EXIT.failed : EXIT.clean;
}

/** `duizhang ingest PATH… --db FILE` */
export function ingestCommand(program: Command, context: Context, done: (code: number) => void): void {
  const { messages } = context;
  const shared = sharedOptions(context);
  program
    .command('ingest')
    .description(messages.commands.ingest)
    .argument('<path...>', messages.arguments.paths)
    .addOption(new Option('--db <file>', messages.options.db).makeOptionMandatory())
    .addOption(shared.jobs())
    .addOption(shared.timeout())
    .addOption(shared.password())
    .addOption(shared.ocr())
    .addOption(shared.debugDir())
    .option('--no-link', messages.options.noLink)
    .addOption(shared.lang())
    .action(async (paths: string[], flags: IngestFlags) => done(await run(paths, flags, context)));
}
