import type { Command } from 'commander';
import { checkFiles } from '../../pipeline/check.ts';
import { withoutAudit } from '../../pipeline/received.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { requireFiles } from '../files.ts';
import { sharedOptions } from '../options.ts';
import { JsonPrinter } from '../print/json.ts';
import { tellReasons } from '../print/reasons.ts';
import { addSettings } from '../settings/flags.ts';
import { settingsOf } from '../settings/settle.ts';
import { configOf, type Settings } from '../settings/shape.ts';

interface ExtractFlags {
  readonly format: 'json' | 'ndjson';
  readonly password?: string;
  readonly debugDir?: string;
}

async function extract(
  files: readonly string[],
  flags: ExtractFlags,
  settings: Settings,
  context: Context,
): Promise<number> {
  requireFiles(files, context);
  const printer = new JsonPrinter(flags.format, files.length > 1, context.out);
  const options = {
    jobs: settings.jobs,
    timeout: settings.timeout * 1000,
    config: configOf(settings),
    onRecognized: (name: string, pages: number) => context.err(context.messages.recognized(name, pages)),
    language: context.language,
    ...(flags.password !== undefined && { password: flags.password }),
    ...(flags.debugDir !== undefined && { debugDir: flags.debugDir }),
  };
  let code: number = EXIT.clean;
  for await (const { path, report } of checkFiles(files, options)) {
    tellReasons(path, report.status, report.reasons, context);
    printer.add(withoutAudit(report));
    if (report.status === 'failed') code = EXIT.failed;
  }
  printer.end();
  return code;
}

/** `duizhang extract FILE…` */
export function extractCommand(program: Command, context: Context, done: (code: number) => void): void {
  const { messages } = context;
  const shared = sharedOptions(context);
  const command = program
    .command('extract')
    .description(messages.commands.extract)
    .argument('<file...>', messages.arguments.files)
    .addOption(shared.format('json', 'ndjson'))
    .addOption(shared.password())
    .addOption(shared.debugDir())
    .action(async (files: string[], flags: ExtractFlags, called: Command) =>
      done(await extract(files, flags, settingsOf(called, context).settings, context)),
    );
  addSettings(command, ['jobs', 'timeout', 'ocr', 'ocrEngine'], context);
}
