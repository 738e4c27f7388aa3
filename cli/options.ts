import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { SEVERITIES } from '../model/audit.ts';
import { OCR_MODES } from '../model/config.ts';
import type { Context } from './context.ts';
import { UsageError } from './exit.ts';
import { LANGUAGES } from './language.ts';
import type { Messages } from './messages/messages.ts';

const CODE = /^R-\d\d(?:-\d\d)?$/u;

/** Codes of rules or families, separated by commas or given again and again. */
function collectCodes(messages: Messages) {
  return (value: string, before: readonly string[] | undefined): readonly string[] => {
    const codes = value.split(',').map((code) => code.trim().toUpperCase());
    const wrong = codes.find((code) => !CODE.test(code));
    if (wrong !== undefined) throw new UsageError(messages.usage.notACode(wrong));
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

const MOST_JOBS = 64;
const MOST_SECONDS = 24 * 60 * 60;
const MOST_YEAR = 9999;
const MOST_PAGE = 1_000_000;
const DEFAULT_SECONDS = 60;

/** Options that several commands share. */
export const sharedOptions = ({ messages }: Context) => {
  const { options } = messages;
  return {
    lang: () => new Option('--lang <language>', options.lang).choices(LANGUAGES),
    format: (...formats: readonly string[]) =>
      new Option('--format <format>', options.format).choices(formats).default(formats[0]),
    jobs: () =>
      new Option('--jobs <number>', options.jobs)
        .argParser(wholeNumber(MOST_JOBS))
        .default(availableParallelism()),
    timeout: () =>
      new Option('--timeout <seconds>', options.timeout)
        .argParser(wholeNumber(MOST_SECONDS))
        .default(DEFAULT_SECONDS),
    year: () => new Option('--year <year>', options.year).argParser(wholeNumber(MOST_YEAR)),
    password: () => new Option('--password <password>', options.password),
    ocr: () => new Option('--ocr <when>', options.ocr).choices(OCR_MODES).default('auto'),
    debugDir: () => new Option('--debug-dir <folder>', options.debugDir),
    page: () => new Option('--page <number>', options.page).argParser(wholeNumber(MOST_PAGE)).default(1),
    failOn: () =>
      new Option('--fail-on <severity>', options.failOn).choices([...SEVERITIES, 'never']).default('error'),
    codes: (name: string, description: string) =>
      new Option(`--${name} <codes>`, description).argParser(collectCodes(messages)),
  };
};
