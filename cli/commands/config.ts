import { type Command, Option } from 'commander';
import type { Context } from '../context.ts';
import { withExamples } from '../examples.ts';
import { EXIT } from '../exit.ts';
import { allowedOf } from '../settings/allowed.ts';
import { CONFIG_NAME } from '../settings/file.ts';
import { addSettings, FLAG_NAMES } from '../settings/flags.ts';
import type { Source } from '../settings/given.ts';
import { SETTINGS, type Setting, valueAt } from '../settings/setting.ts';
import { type Settled, settingsOf } from '../settings/settle.ts';

interface ConfigFlags {
  readonly explain?: boolean;
}

function sourceText(source: Source, { messages }: Context): string {
  const { sources } = messages.settings;
  switch (source.kind) {
    case 'flag':
      return sources.flag(source.flag);
    case 'environment':
      return sources.environment(source.variable);
    case 'file':
      return sources.file(source.path);
    default:
      return sources[source.kind];
  }
}

/** One setting: value and source, below it what it is for, what it takes, and its variable. */
function explained(setting: Setting, { settings, sourceOf }: Settled, context: Context): string {
  const { language, messages, colors } = context;
  const value = JSON.stringify(valueAt(settings, setting.path));
  const about = setting.about?.[language];
  const below = [
    ...(about === undefined ? [] : [about]),
    messages.settings.allowed(allowedOf(setting, context)),
    messages.settings.variable(setting.variable),
  ];
  const head = `${colors.bold(setting.name)} = ${value}  (${sourceText(sourceOf(setting), context)})`;
  return `${[head, ...below.map((line) => `    ${line}`)].join('\n')}\n`;
}

function config({ explain }: ConfigFlags, settled: Settled, context: Context): number {
  const { out, messages } = context;
  if (explain !== true) {
    out(`${JSON.stringify(settled.settings, null, 2)}\n`);
    return EXIT.clean;
  }
  const { fileInForce, noFile } = messages.settings;
  out(`${settled.file === undefined ? noFile(CONFIG_NAME) : fileInForce(settled.file)}\n`);
  for (const setting of SETTINGS) out(`\n${explained(setting, settled, context)}`);
  return EXIT.clean;
}

/** `duizhang config` */
export function configCommand(program: Command, context: Context, done: (code: number) => void): void {
  const { messages } = context;
  const command = program
    .command('config')
    .description(messages.commands.config)
    .addOption(new Option('--explain', messages.options.explain))
    .action((flags: ConfigFlags, called: Command) =>
      done(config(flags, settingsOf(called, context), context)),
    );
  addSettings(
    command,
    FLAG_NAMES.filter((name) => name !== 'lang'),
    context,
  );
  withExamples(command, ['config-explain', 'config-init'], context);
}
