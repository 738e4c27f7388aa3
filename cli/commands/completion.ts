import { Argument, type Command } from 'commander';
import { SCRIPTS, SHELLS, type Shell } from '../completion/registry.ts';
import { type Known, treeOf } from '../completion/tree.ts';
import type { Context } from '../context.ts';
import { withExamples } from '../examples.ts';
import { EXIT } from '../exit.ts';
import { SETTINGS } from '../settings/setting.ts';

async function knownWords(): Promise<Known> {
  const [{ RULES }, { LINK_RULES }] = await Promise.all([
    import('../../reconcile/rules/registry.ts'),
    import('../../reconcile/link/registry.ts'),
  ]);
  const codes = [...RULES, ...LINK_RULES].map(({ code }) => code).sort();
  const words = [...new Set(codes.flatMap((code) => [code.slice(0, 'R-00'.length), code]))];
  return { 'name=value': SETTINGS.map(({ name }) => `${name}=`), code: words, codes: words };
}

/** `duizhang completion bash|zsh|fish` */
export function completionCommand(program: Command, context: Context, done: (code: number) => void): void {
  const { messages, out } = context;
  const command = program
    .command('completion')
    .description(messages.commands.completion)
    .addArgument(new Argument('<shell>', messages.arguments.shell).choices(SHELLS))
    .action(async (shell: Shell) => {
      out(SCRIPTS[shell](treeOf(program, await knownWords())));
      done(EXIT.clean);
    });
  withExamples(command, ['completion-bash', 'completion-zsh', 'completion-fish'], context);
}
