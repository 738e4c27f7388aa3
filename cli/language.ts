import type { Language } from '../reconcile/reconcile.ts';
import { en } from './messages/en.ts';
import type { Messages } from './messages/messages.ts';
import { zh } from './messages/zh.ts';

export const LANGUAGES: readonly Language[] = ['en', 'zh'];

const CATALOGUES: Readonly<Record<Language, Messages>> = { en, zh };

export const messagesIn = (language: Language): Messages => CATALOGUES[language];

type Environment = Readonly<Record<string, string | undefined>>;

const asked = (args: readonly string[]): string | undefined => {
  const index = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const arg = args[index];
  return arg === '--lang' ? args[index + 1] : arg?.slice('--lang='.length);
};

/** `--lang`, else the locale, else English. It is needed before the arguments are parsed: help and errors speak it too. */
export function chooseLanguage(args: readonly string[], env: Environment): Language {
  const wanted = asked(args);
  const named = LANGUAGES.find((language) => language === wanted);
  if (named !== undefined) return named;
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
