import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { UsageError } from '../exit.ts';
import { jsonSentence, readJson } from '../json-file.ts';
import { type Given, type Layer, unknownName, wrongValue } from './given.ts';
import { bare, SETTINGS, type Setting, valueAt } from './setting.ts';
import { Settings } from './shape.ts';
import { checkedValue, written } from './value.ts';

export const CONFIG_NAME = 'duizhang.config.json';

/** The configuration that holds in a folder: the nearest one there or above; `undefined` where there is none. */
export function findConfig(folder: string): string | undefined {
  const path = join(folder, CONFIG_NAME);
  if (existsSync(path)) return path;
  const above = dirname(folder);
  return above === folder ? undefined : findConfig(above);
}

/** Which configuration was asked for: a file by its name, none, or (`undefined`) the nearest. */
export type ConfigFlag = string | false | undefined;

/** The absolute path of the configuration that holds; a named one need not be there. */
export const configPath = (flag: ConfigFlag, folder: string): string | undefined =>
  flag === false ? undefined : flag === undefined ? findConfig(resolve(folder)) : resolve(folder, flag);

function partOf(shape: z.ZodRawShape, groups: readonly string[] = []): z.ZodObject {
  const entries = Object.entries(shape).flatMap(([key, schema]): [string, z.ZodType][] => {
    const path = [...groups, key];
    const inner = bare(schema);
    if (inner instanceof z.ZodObject) return [[key, partOf(inner.shape, path).optional()]];
    return schema instanceof z.ZodType ? [[key, written({ path, schema }).optional()]] : [];
  });
  return z.strictObject(Object.fromEntries(entries));
}

/** What may stand in a configuration file: any of the settings, and the address of the schema for editors. */
export const configFile = (shape: z.ZodRawShape = Settings.unwrap().shape): z.ZodObject =>
  z.strictObject({ $schema: z.string().optional(), ...partOf(shape).shape });

/** What a configuration file says; what is wrong with it is wrong usage. */
export function fromFile(
  path: string,
  context: Pick<Context, 'language' | 'messages'>,
  shape: z.ZodRawShape = Settings.unwrap().shape,
  settings: readonly Setting[] = SETTINGS,
): Layer {
  const read = readJson(path);
  if (!read.ok) throw new UsageError(jsonSentence(read.problem, context));
  const parsed = configFile(shape).safeParse(read.value);
  if (!parsed.success) throw wrongFile(path, read.value, parsed.error, settings, context);
  const layer = new Map<string, Given>();
  for (const setting of settings) {
    const value = valueAt(parsed.data, setting.path);
    if (value !== undefined) layer.set(setting.name, { value, source: { kind: 'file', path } });
  }
  return layer;
}

/** The first thing that is wrong. A misspelt name is what helps most, so it comes before wrong values. */
function wrongFile(
  path: string,
  root: unknown,
  { issues }: z.ZodError,
  settings: readonly Setting[],
  context: Pick<Context, 'language' | 'messages'>,
): UsageError {
  const strange = issues.find((issue) => issue.code === 'unrecognized_keys');
  if (strange?.code === 'unrecognized_keys') {
    const name = [...strange.path, strange.keys[0] ?? ''].map(String).join('.');
    return unknownName(
      path,
      name,
      settings.map((known) => known.name),
      context,
    );
  }
  for (const setting of settings) {
    const value = valueAt(root, setting.path);
    if (value !== undefined && !checkedValue(setting, value).success)
      return wrongValue(path, setting, value, context);
  }
  const at = (issues[0]?.path ?? []).map(String).join('.');
  return new UsageError(context.messages.settings.noObject(path, at));
}

/** The language that a configuration file asks for, before the messages have one; what is wrong is told later. */
export function languageIn(path: string | undefined): unknown {
  const read = path === undefined ? undefined : readJson(path);
  return read?.ok === true ? valueAt(read.value, ['lang']) : undefined;
}
