import type { Argument, Command, Option } from 'commander';

/** What may stand where a value is expected: one of some words, the name of a file or of a folder, or anything. */
export type Value =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Words that something follows at once: `name=`. */
  | { readonly kind: 'prefixes'; readonly words: readonly string[] }
  | { readonly kind: 'files' | 'folders' | 'anything' };

export interface OptionShape {
  /** `-o` and `--output`, as far as there are both. */
  readonly flags: readonly string[];
  readonly description: string;
  /** `null` for an option without a value. */
  readonly value: Value | null;
}

export interface CommandShape {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionShape[];
  readonly argument: Value | null;
}

/** All that a shell needs to know to complete a command line. */
export interface Tree {
  readonly name: string;
  readonly options: readonly OptionShape[];
  readonly commands: readonly CommandShape[];
}

/** Words by what stands for them in help: `<name=value>`. */
export type Known = Readonly<Record<string, readonly string[]>>;

const FILES = /^(?:file|path)s?$/u;

/** What stands between the brackets of `<file...>` or `[code]`. */
const placeholderIn = (text: string): string => /[<[]([^>\]]+?)(?:\.\.\.)?[>\]]/u.exec(text)?.[1] ?? '';

function valueAt(placeholder: string, choices: readonly string[] | undefined, known: Known): Value {
  if (choices !== undefined) return { kind: 'words', words: choices };
  const words = known[placeholder];
  if (words !== undefined)
    return { kind: words.every((word) => word.endsWith('=')) ? 'prefixes' : 'words', words };
  if (FILES.test(placeholder)) return { kind: 'files' };
  return placeholder === 'folder' ? { kind: 'folders' } : { kind: 'anything' };
}

const optionShape = (option: Option, known: Known): OptionShape => ({
  flags: [option.short, option.long].filter((flag) => flag !== undefined && flag !== null),
  description: option.description,
  value:
    option.required || option.optional
      ? valueAt(placeholderIn(option.flags), option.argChoices, known)
      : null,
});

const argumentValue = (argument: Argument | undefined, known: Known): Value | null =>
  argument === undefined ? null : valueAt(argument.name(), argument.argChoices, known);

/** Reads the tree of commands, options and arguments out of commander's own. */
export function treeOf(program: Command, known: Known): Tree {
  const help = program.createHelp();
  const optionsOf = (command: Command): readonly OptionShape[] =>
    help.visibleOptions(command).map((option) => optionShape(option, known));
  const general = optionsOf(program).filter(({ flags }) => !flags.includes('--version'));
  return {
    name: program.name(),
    options: optionsOf(program),
    commands: program.commands.map((command) => {
      const own = optionsOf(command);
      const taken = new Set(own.flatMap(({ flags }) => flags));
      return {
        name: command.name(),
        description: command.description(),
        options: [...own, ...general.filter(({ flags }) => !flags.some((flag) => taken.has(flag)))],
        argument: argumentValue(command.registeredArguments[0], known),
      };
    }),
  };
}
