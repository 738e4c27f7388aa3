import { InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import type { Context } from './context.ts';
import { UsageError } from './exit.ts';
import type { Messages } from './messages/messages.ts';
import { Code } from './settings/shape.ts';

/** Codes of rules or families, separated by commas or given again and again. */
function collectCodes(messages: Messages) {
  return (value: string, before: readonly string[] | undefined): readonly string[] => {
    const codes = value.split(',').map((code) => {
      const parsed = Code.safeParse(code);
      if (!parsed.success) throw new UsageError(messages.usage.notACode(code.trim()));
      return parsed.data;
    });
    return [...(before ?? []), ...codes];
  };
}

function wholeNumber(most: number) {
  return (value: string): number => {
    const parsed = z.coerce.number().int().min(1).max(most).safeParse(value);
    if (!parsed.success) throw new InvalidArgumentError('');
    return parsed.data;
  };
}

const MOST_YEAR = 9999;
const MOST_PAGE = 1_000_000;

/** Options that several commands share and that are no settings. */
export const sharedOptions = ({ messages }: Context) => {
  const { options } = messages;
  return {
    format: (...formats: readonly string[]) =>
      new Option('--format <format>', options.format).choices(formats).default(formats[0]),
    year: () => new Option('--year <year>', options.year).argParser(wholeNumber(MOST_YEAR)),
    password: () => new Option('--password <password>', options.password),
    debugDir: () => new Option('--debug-dir <folder>', options.debugDir),
    page: () => new Option('--page <number>', options.page).argParser(wholeNumber(MOST_PAGE)).default(1),
    code: () => new Option('--code <codes>', options.code).argParser(collectCodes(messages)),
  };
};
