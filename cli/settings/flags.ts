import { type Command, Option } from 'commander';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { UsageError } from '../exit.ts';
import type { ConfigFlag } from './file.ts';
import { type Given, type Layer, unknownName, wrongValue } from './given.ts';
import { bare, SETTINGS, type Setting } from './setting.ts';
import { DEFAULT_SETTINGS, type Settings } from './shape.ts';
import { settingText } from './text.ts';
import { checkedText } from './value.ts';

/** What the command line says of settings, as commander gives it. */
export interface SettingFlags {
  readonly config?: ConfigFlag | true;
  readonly set?: readonly string[];
}

/** Settings with a flag of their own, and what stands for the value in help. */
const PLACEHOLDERS = {
  lang: 'language',
  ocr: 'when',
  ocrEngine: 'engine',
  failOn: 'severity',
  rule: 'codes',
  ignore: 'codes',
  jobs: 'number',
  recognitions: 'number',
  timeout: 'seconds',
} as const satisfies Partial<Record<keyof Settings, string>>;
export type FlagName = keyof typeof PLACEHOLDERS;

export const FLAG_NAMES = Object.keys(PLACEHOLDERS).filter((name): name is FlagName => name in PLACEHOLDERS);

/** A setting's own flag: `ocrEngine` is `--ocr-engine`. */
export const flagOf = (name: string): string =>
  `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;

const settingNamed = (name: string): Setting | undefined => SETTINGS.find((known) => known.name === name);

function checked(where: string, setting: Setting, text: string, context: Context): unknown {
  const result = checkedText(setting, text);
  if (!result.success) throw wrongValue(where, setting, text, context);
  return result.data;
}

/** The flag of a setting: its help, its choices and what it takes come from the shape. */
export function settingOption(name: FlagName, context: Context): Option {
  const setting = settingNamed(name);
  const flag = flagOf(name);
  const option = new Option(`${flag} <${PLACEHOLDERS[name]}>`, setting?.about?.[context.language] ?? '');
  if (setting === undefined) return option;
  const schema = bare(setting.schema);
  if (schema instanceof z.ZodEnum) option.choices(schema.options.map(String));
  const isList = schema instanceof z.ZodArray;
  option.argParser((text: string, before: unknown) => {
    const value = checked(flag, setting, text, context);
    return isList && Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
  });
  if (name !== 'lang' && !isList) option.default(undefined, settingText(DEFAULT_SETTINGS[name]));
  return option;
}

/** Gives a command the flags of these settings, and `--set` for all of them. */
export function addSettings(command: Command, names: readonly FlagName[], context: Context): Command {
  for (const name of names) command.addOption(settingOption(name, context));
  return command.addOption(setOption(context));
}

/** `--set name=value`: any setting, also those without a flag of their own. */
const setOption = ({ messages }: Context): Option =>
  new Option('--set <name=value>', messages.options.set).argParser(
    (text: string, before?: readonly string[]) => [...(before ?? []), text],
  );

const SET = '--set';

function fromSet(texts: readonly string[], context: Context): Layer {
  const layer = new Map<string, Given>();
  for (const text of texts) {
    const [, name, value] = /^\s*([^=]+?)\s*=(.*)$/su.exec(text) ?? [];
    if (name === undefined || value === undefined)
      throw new UsageError(context.messages.settings.noAssignment(text));
    const setting = settingNamed(name);
    if (setting === undefined)
      throw unknownName(
        SET,
        name,
        SETTINGS.map((known) => known.name),
        context,
      );
    const given = checked(SET, setting, value, context);
    layer.set(name, { value: given, source: { kind: 'flag', flag: `${SET} ${name}` } });
  }
  return layer;
}

/** What the flags of a command say; a setting's own flag comes before `--set`. */
export function fromFlags(command: Command, context: Context): Layer {
  const flags: Readonly<Record<string, unknown>> = command.optsWithGlobals();
  const { set } = command.optsWithGlobals<SettingFlags>();
  const own = FLAG_NAMES.flatMap((name): [string, Given][] => {
    const value = flags[name];
    return value === undefined ? [] : [[name, { value, source: { kind: 'flag', flag: flagOf(name) } }]];
  });
  return new Map([...fromSet(set ?? [], context), ...own]);
}
