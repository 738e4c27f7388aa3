import { Command, CommanderError, Option } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { checkCommand } from './commands/check.ts';
import { completionCommand } from './commands/completion.ts';
import { configCommand } from './commands/config.ts';
import { decideCommand } from './commands/decide.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { extractCommand } from './commands/extract.ts';
import { ingestCommand } from './commands/ingest.ts';
import { linkCommand } from './commands/link.ts';
import { decisionsCommand, factsCommand, findingsCommand, tablesCommand } from './commands/query.ts';
import { rulesCommand } from './commands/rules.ts';
import { showCommand } from './commands/show.ts';
import { statsCommand } from './commands/stats.ts';
import { verifyCommand } from './commands/verify.ts';
import type { Context } from './context.ts';
import { EXIT, UsageError } from './exit.ts';
import { helpIn } from './help.ts';
import { settingOption } from './settings/flags.ts';
import { settingsOf } from './settings/settle.ts';
import { usageSentence } from './usage.ts';

/** Registers a command and says through `done` how it ended. */
export type Registrar = (program: Command, context: Context, done: (code: number) => void) => void;

const COMMANDS: readonly Registrar[] = [
  checkCommand,
  extractCommand,
  ingestCommand,
  findingsCommand,
  tablesCommand,
  factsCommand,
  decideCommand,
  decisionsCommand,
  linkCommand,
  verifyCommand,
  exportCommand,
  rulesCommand,
  showCommand,
  statsCommand,
  configCommand,
  doctorCommand,
  completionCommand,
];

/** These run whatever the settings are: one tells what is wrong with them, the other is read by a shell at its start. */
const UNSETTLED: readonly string[] = ['doctor', 'completion'];

function buildProgram(context: Context, done: (code: number) => void): Command {
  const { messages, out } = context;
  const program = new Command('duizhang')
    .description(messages.program)
    .version(manifest.version, '-V, --version', messages.options.version)
    .helpOption('-h, --help', messages.options.help)
    .helpCommand(false)
    .addOption(settingOption('lang', context))
    .addOption(new Option('--config <file>', messages.options.config))
    .addOption(new Option('--no-config', messages.options.noConfig))
    .hook('preAction', (_, called) => {
      // Also where a command needs none of them: what is set wrongly is told always, not now and then.
      if (!UNSETTLED.includes(called.name())) settingsOf(called, context);
    })
    .configureHelp(helpIn(messages))
    .configureOutput({ writeOut: out, writeErr: () => undefined, outputError: () => undefined })
    .exitOverride();
  program.addHelpText('after', `\n${messages.helpSections.settings}`);
  for (const register of COMMANDS) register(program, context, done);
  return program;
}

function complain(sentence: string, args: readonly string[], { messages, err }: Context): number {
  const command = args.find((arg) => Object.keys(messages.commands).includes(arg));
  err(`duizhang: ${sentence}`);
  err(messages.usage.seeHelp(command === undefined ? 'duizhang' : `duizhang ${command}`));
  return EXIT.usage;
}

/** Runs the command line and gives the exit code. */
export async function run(args: readonly string[], context: Context): Promise<number> {
  let code: number = EXIT.clean;
  const program = buildProgram(context, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof UsageError) return complain(error.message, args, context);
    if (!(error instanceof CommanderError)) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      context.err(`duizhang: ${context.messages.unexpected(detail)}`);
      return EXIT.failed;
    }
    if (error.exitCode === 0) return EXIT.clean;
    return complain(usageSentence(error, context.messages), args, context);
  }
}
