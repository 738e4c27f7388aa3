import type { Language } from '../reconcile/reconcile.ts';
import type { Environment } from './context.ts';
import { en } from './messages/en.ts';
import type { Messages } from './messages/messages.ts';
import { zh } from './messages/zh.ts';

export const LANGUAGES = ['en', 'zh'] as const satisfies readonly Language[];

const CATALOGUES: Readonly<Record<Language, Messages>> = { en, zh };

export const messagesIn = (language: Language): Messages => CATALOGUES[language];

const LAST = 'en';

const named = (value: unknown): Language | undefined => LANGUAGES.find((language) => language === value);

/** The value that an option has on the command line, before that is parsed. */
export function asked(args: readonly string[], option: string): string | undefined {
  const index = args.findLastIndex((arg) => arg === option || arg.startsWith(`${option}=`));
  const arg = args[index];
  return arg === option ? args[index + 1] : arg?.slice(option.length + 1);
}

/**
 * `--lang`, else `DUIZHANG_LANG`, else what the configuration says, else the locale, else English. It is needed before
 * the arguments are parsed: help and errors speak it too. What is no language says nothing here, and is told later.
 */
export function chooseLanguage(
  args: readonly string[],
  env: Environment,
  configured: () => unknown = () => undefined,
): Language {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return (
    named(asked(args, '--lang')) ??
    named(env.DUIZHANG_LANG) ??
    named(configured()) ??
    (locale?.toLowerCase().startsWith('zh') ? 'zh' : LAST)
  );
}
