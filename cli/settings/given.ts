import type { Context } from '../context.ts';
import { UsageError } from '../exit.ts';
import { allowedOf } from './allowed.ts';
import { nearest } from './nearest.ts';
import type { Setting } from './setting.ts';

/** Who said what a setting is. */
export type Source =
  | { readonly kind: 'flag'; readonly flag: string }
  | { readonly kind: 'environment'; readonly variable: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'locale' | 'default' };

/** A value with its source. */
export interface Given {
  readonly value: unknown;
  readonly source: Source;
}

/** What one source says of the settings, by their names. */
export type Layer = ReadonlyMap<string, Given>;

type Speaking = Pick<Context, 'language' | 'messages'>;

/** Told in one sentence: where, which setting, what it was, what is allowed. */
export const wrongValue = (where: string, setting: Setting, value: unknown, context: Speaking): UsageError =>
  new UsageError(
    context.messages.settings.wrongValue(where, setting.name, shown(value), allowedOf(setting, context)),
  );

const LONGEST = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** A name that no setting has, with the one that was perhaps meant. */
export const unknownName = (
  where: string,
  name: string,
  known: readonly string[],
  { messages }: Speaking,
): UsageError => new UsageError(messages.settings.unknown(where, name, nearest(name, known)));
