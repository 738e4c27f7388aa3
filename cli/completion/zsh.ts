import type { CommandShape, OptionShape, Tree, Value } from './tree.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Brackets and colons part what `_arguments` takes. */
const plain = (text: string): string => text.replace(/[[\]:\\]/gu, (mark) => `\\${mark}`);

function action(value: Value): string {
  switch (value.kind) {
    case 'words':
      return `(${value.words.join(' ')})`;
    case 'prefixes':
      return `{compadd -S "" -- ${value.words.join(' ')}}`;
    case 'files':
      return '_files';
    case 'folders':
      return '_files -/';
    case 'anything':
      return ' ';
  }
}

/** The options that `_arguments` takes, one a line. */
function specs(options: readonly OptionShape[]): readonly string[] {
  return options.flatMap(({ flags, description, value }) =>
    flags.map((flag) => {
      const isLong = flag.startsWith('--');
      const tail = value === null ? '' : `:${flag.replace(/^-+/u, '')}:${action(value)}`;
      return quoted(`*${flag}${value !== null && isLong ? '=' : ''}[${plain(description)}]${tail}`);
    }),
  );
}

const commandCase = ({ name, options, argument }: CommandShape): string => {
  const rest = argument === null ? [] : [quoted(`*:argument:${action(argument)}`)];
  return `    ${name})
      _arguments -s \\
${[...specs(options), ...rest].map((spec) => `        ${spec}`).join(' \\\n')}
      ;;`;
};

/** A completion script for zsh: a function for a folder of \`$fpath\`, or to be read in. */
export const zshScript = ({ name, options, commands }: Tree): string => `#compdef ${name}

_${name}() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  _arguments -C \\
${specs(options)
  .map((spec) => `    ${spec} \\`)
  .join('\n')}
    '1:command:->command' \\
    '*::argument:->argument'
  case $state in
  command)
    local -a commands=(
${commands.map((command) => `      ${quoted(`${command.name}:${plain(command.description)}`)}`).join('\n')}
    )
    _describe command commands
    ;;
  argument)
    case $line[1] in
${commands.map(commandCase).join('\n')}
    esac
    ;;
  esac
}

if [ "\${funcstack[1]}" = _${name} ]; then
  _${name} "$@"
else
  compdef _${name} ${name}
fi
`;
