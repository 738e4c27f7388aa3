import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { DEFAULT_CONFIG, type OcrMode } from '../../model/config.ts';
import { checkFiles } from '../../pipeline/check.ts';
import { withoutAudit } from '../../pipeline/received.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { requireFiles } from '../files.ts';
import { sharedOptions } from '../options.ts';
import { JsonPrinter } from '../print/json.ts';
import { tellReasons } from '../print/reasons.ts';

interface ExtractFlags {
  readonly format: 'json' | 'ndjson';
  readonly timeout: number;
  readonly password?: string;
  readonly ocr: OcrMode;
  readonly debugDir?: string;
}

async function extract(files: readonly string[], flags: ExtractFlags, context: Context): Promise<number> {
  requireFiles(files, context);
  const printer = new JsonPrinter(flags.format, files.length > 1, context.out);
  const options = {
    jobs: availableParallelism(),
    timeout: flags.timeout * 1000,
    config: { ...DEFAULT_CONFIG, ocr: flags.ocr },
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
  program
    .command('extract')
    .description(messages.commands.extract)
    .argument('<file...>', messages.arguments.files)
    .addOption(shared.format('json', 'ndjson'))
    .addOption(shared.timeout())
    .addOption(shared.password())
    .addOption(shared.ocr())
    .addOption(shared.debugDir())
    .addOption(shared.lang())
    .action(async (files: string[], flags: ExtractFlags) => done(await extract(files, flags, context)));
}
