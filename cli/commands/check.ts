import { type Command, Option } from 'commander';
import { type CheckOptions, checkFiles } from '../../pipeline/check.ts';
import type { Context } from '../context.ts';
import { withExamples } from '../examples.ts';
import { requireFiles } from '../files.ts';
import { Judge, type JudgeFlags } from '../known/judge.ts';
import { sharedOptions } from '../options.ts';
import { tellReasons } from '../print/reasons.ts';
import { FORMAT_NAMES, type FormatName } from '../report/names.ts';
import { REPORT_FORMATS } from '../report/registry.ts';
import { addSettings } from '../settings/flags.ts';
import { settingsOf } from '../settings/settle.ts';
import { configOf, type Settings } from '../settings/shape.ts';

interface CheckFlags extends Pick<JudgeFlags, 'baseline' | 'writeBaseline' | 'waivers'> {
  readonly format: FormatName;
  readonly from?: 'layout';
  readonly password?: string;
  readonly debugDir?: string;
}

/** Layouts go through the later stages in this thread; the code for that is loaded only then. */
async function checkedFrom(files: readonly string[], { from }: CheckFlags, options: CheckOptions) {
  if (from === undefined) return checkFiles(files, options);
  const { checkLayouts } = await import('../../pipeline/check-layouts.ts');
  return checkLayouts(files, options);
}

async function check(
  files: readonly string[],
  flags: CheckFlags,
  settings: Settings,
  context: Context,
): Promise<number> {
  requireFiles(files, context);
  const { rule, ignore, failOn, jobs, timeout } = settings;
  const judge = new Judge(files, { ...flags, rule, ignore, failOn }, context);
  const { format, password, debugDir } = flags;
  const options = {
    jobs,
    timeout: timeout * 1000,
    config: configOf(settings),
    onRecognized: (name: string, pages: number) => context.err(context.messages.recognized(name, pages)),
    language: context.language,
    ...(password !== undefined && { password }),
    ...(debugDir !== undefined && { debugDir }),
  };
  const several = files.length > 1;
  const reporter = (await REPORT_FORMATS[format]())(several, context);
  for await (const checked of await checkedFrom(files, flags, options)) {
    const { path, report } = checked;
    tellReasons(path, report.status, report.reasons, context);
    reporter.add(judge.judge(checked));
  }
  reporter.end();
  return judge.end();
}

/** `duizhang check FILE…` */
export function checkCommand(program: Command, context: Context, done: (code: number) => void): void {
  const { messages } = context;
  const shared = sharedOptions(context);
  const command = program
    .command('check')
    .description(messages.commands.check)
    .argument('<file...>', messages.arguments.files)
    .addOption(shared.format(...FORMAT_NAMES))
    .addOption(new Option('--baseline <file>', messages.options.baseline))
    .addOption(new Option('--write-baseline <file>', messages.options.writeBaseline))
    .option('--no-waivers', messages.options.noWaivers)
    .addOption(new Option('--from <kind>', messages.options.from).choices(['layout']))
    .addOption(shared.password())
    .addOption(shared.debugDir())
    .action(async (files: string[], flags: CheckFlags, called: Command) =>
      done(await check(files, flags, settingsOf(called, context).settings, context)),
    );
  addSettings(command, ['failOn', 'rule', 'ignore', 'jobs', 'timeout', 'ocr', 'ocrEngine'], context);
  withExamples(command, ['check-one', 'check-strict', 'check-new', 'check-code-host'], context);
  command.addHelpText('after', `\n${messages.helpSections.exits}\n${messages.helpSections.settings}`);
}
