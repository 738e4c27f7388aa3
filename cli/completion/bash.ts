import type { OptionShape, Tree, Value } from './tree.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The lines that offer values of one kind. */
function offer(value: Value): string {
  switch (value.kind) {
    case 'words':
      return `_duizhang_words ${quoted(value.words.join(' '))}`;
    case 'prefixes':
      return `_duizhang_words ${quoted(value.words.join(' '))}; compopt -o nospace 2>/dev/null`;
    case 'files':
      return '_duizhang_files';
    case 'folders':
      return '_duizhang_files -d';
    case 'anything':
      return ':';
  }
}

const valueCases = (label: string, options: readonly OptionShape[]): readonly string[] =>
  options.flatMap(({ flags, value }) =>
    value === null
      ? []
      : [`    ${flags.map((flag) => quoted(`${label} ${flag}`)).join('|')}) ${offer(value)}; return ;;`],
  );

const flagWords = (options: readonly OptionShape[]): string =>
  options.flatMap(({ flags }) => flags).join(' ');

/**
 * A completion script for bash (3.2 and newer). `=` may part words in bash, so `--option=value` comes as three words,
 * and so does `--set name=value`; nothing is offered behind the second.
 */
export function bashScript({ name, options, commands }: Tree): string {
  const valued = options.filter(({ value }) => value !== null).flatMap(({ flags }) => flags);
  return `# bash completion for ${name}

_duizhang_words() {
  local word
  COMPREPLY=()
  while IFS= read -r word; do
    COMPREPLY+=("$word")
  done < <(compgen -W "$1" -- "$cur")
}

_duizhang_files() {
  local path
  COMPREPLY=()
  while IFS= read -r path; do
    COMPREPLY+=("$path")
  done < <(compgen "\${1:--f}" -- "$cur")
  compopt -o filenames 2>/dev/null
}

_duizhang() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev='' command='' i
  [ "$COMP_CWORD" -gt 0 ] && prev=\${COMP_WORDS[COMP_CWORD-1]}
  if [ "$cur" = '=' ]; then
    cur=''
  elif [ "$prev" = '=' ] && [ "$COMP_CWORD" -gt 1 ]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${valued.join('|')}) ((i++)); [ "\${COMP_WORDS[i]}" = '=' ] && ((i++)) ;;
      -*) ;;
      *) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  COMPREPLY=()
  case "$command $prev" in
${[...valueCases('', options), ...commands.flatMap((command) => valueCases(command.name, command.options))].join('\n')}
  esac
  case "$command" in
    '')
      case $cur in
        -*) _duizhang_words ${quoted(flagWords(options))} ;;
        *) _duizhang_words ${quoted(commands.map((command) => command.name).join(' '))} ;;
      esac ;;
${commands
  .map(
    ({ name: command, options: own, argument }) => `    ${command})
      case $cur in
        -*) _duizhang_words ${quoted(flagWords(own))} ;;
        *) ${offer(argument ?? { kind: 'anything' })} ;;
      esac ;;`,
  )
  .join('\n')}
  esac
}

complete -F _duizhang ${name}
`;
}
