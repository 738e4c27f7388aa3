import type { CommanderError } from 'commander';
import type { Messages } from './messages/messages.ts';

/** Commander speaks English only; what it complains about stands in quotes in its message. */
const quoted = (message: string): readonly string[] =>
  [...message.matchAll(/'([^']*)'/gu)].map((match) => match[1] ?? '');

/** What commander thinks was meant: `(Did you mean --format?)`. */
const meant = (message: string): string | undefined =>
  /\(Did you mean (?:one of )?(.+)\?\)/u.exec(message)?.[1];

/** What was wrong with the arguments, in the language of the messages. */
export function usageSentence({ code, message }: CommanderError, { usage }: Messages): string {
  const [first = '', second = ''] = quoted(message);
  const names = meant(message);
  const more = names === undefined ? '' : usage.didYouMean(names);
  switch (code) {
    case 'commander.unknownOption':
      return `${usage.unknownOption(first)}${more}`;
    case 'commander.unknownCommand':
      return `${usage.unknownCommand(first)}${more}`;
    case 'commander.missingArgument':
      return usage.missingArgument(first);
    case 'commander.optionMissingArgument':
      return usage.missingValue(first);
    case 'commander.missingMandatoryOptionValue':
      return usage.missingOption(first);
    case 'commander.invalidArgument':
      return usage.invalidValue(first, second);
    case 'commander.excessArguments':
      return usage.excessArguments;
    case 'commander.help':
      return usage.noCommand;
    default:
      return message;
  }
}
