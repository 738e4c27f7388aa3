import type { OptionShape, Tree, Value } from './tree.ts';

const quoted = (text: string): string => `'${text.replace(/[\\']/gu, (mark) => `\\${mark}`)}'`;

/** What follows an option or a command: `-f` keeps files away, `-F` brings them. */
function offer(value: Value): string {
  switch (value.kind) {
    case 'words':
    case 'prefixes':
      return ` -f -a ${quoted(value.words.join(' '))}`;
    case 'files':
      return ' -F';
    case 'folders':
      return " -f -a '(__fish_complete_directories)'";
    case 'anything':
      return ' -f';
  }
}

const optionLine = (name: string, when: string, { flags, description, value }: OptionShape): string => {
  const given = flags.map((flag) =>
    flag.startsWith('--') ? ` -l ${flag.slice(2)}` : ` -s ${flag.slice(1)}`,
  );
  const taken = value === null ? '' : ` -r${offer(value)}`;
  return `complete -c ${name} -n ${quoted(when)}${given.join('')} -d ${quoted(description)}${taken}`;
};

/** A completion script for fish. */
export const fishScript = ({ name, options, commands }: Tree): string =>
  `${[
    `# fish completion for ${name}`,
    `complete -c ${name} -f`,
    ...options.map((option) => optionLine(name, '__fish_use_subcommand', option)),
    ...commands.flatMap((command) => {
      const within = `__fish_seen_subcommand_from ${command.name}`;
      const { argument } = command;
      return [
        `complete -c ${name} -n __fish_use_subcommand -a ${command.name} -d ${quoted(command.description)}`,
        ...command.options.map((option) => optionLine(name, within, option)),
        ...(argument === null ? [] : [`complete -c ${name} -n ${quoted(within)}${offer(argument)}`]),
      ];
    }),
  ].join('\n')}\n`;
