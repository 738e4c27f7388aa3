import type { Command } from 'commander';
import type { Context } from './context.ts';

/** Command lines that are shown below the help of commands, by what the messages call them. */
const EXAMPLES = {
  'check-one': 'duizhang check report.pdf',
  'check-strict': 'duizhang check --fail-on warning --ocr never report.pdf',
  'check-new': 'duizhang check --baseline known.json *.pdf',
  'check-code-host': 'duizhang check --format sarif *.pdf > findings.sarif',
  'ingest-folder': 'duizhang ingest reports/ --db reports.sqlite',
  'ingest-many': 'duizhang ingest reports/ --db reports.sqlite --jobs 16 --set maxFileBytes=256MB',
  'config-explain': 'duizhang config --explain',
  'config-init': 'duizhang config --no-config > duizhang.config.json',
  'completion-bash': 'duizhang completion bash > ~/.local/share/bash-completion/completions/duizhang',
  'completion-zsh': 'duizhang completion zsh > ~/.zfunc/_duizhang',
  'completion-fish': 'duizhang completion fish > ~/.config/fish/completions/duizhang.fish',
} as const;
export type ExampleName = keyof typeof EXAMPLES;

/** Shows examples below the help of a command. */
export function withExamples(
  command: Command,
  names: readonly ExampleName[],
  { messages }: Context,
): Command {
  const lines = names.map((name) => `  ${messages.examples[name]}\n    $ ${EXAMPLES[name]}`);
  return command.addHelpText('after', `\n${messages.helpSections.examples}\n${lines.join('\n')}`);
}
