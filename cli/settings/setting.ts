import { z } from 'zod';
import { ABOUT, type About } from '../../model/config.ts';
import { Settings } from './shape.ts';

/** One thing that can be set. */
export interface Setting {
  /** As it is written in a file and with `--set`; where settings are grouped, the names of the groups before it: `a.b`. */
  readonly name: string;
  readonly path: readonly string[];
  /** The environment variable that sets it. */
  readonly variable: string;
  readonly schema: z.ZodType;
  /** What it is for; nothing where the shape does not say. */
  readonly about: About | undefined;
}

export const PREFIX = 'DUIZHANG_';

/** `maxFileBytes` as `MAX_FILE_BYTES`. */
const shouted = (key: string): string => key.replace(/(?<=[a-z\d])(?=[A-Z])/gu, '_').toUpperCase();

/** The schema within what only says that it is read-only, may be left out, or has a preset. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
  const isWrapped =
    schema instanceof z.ZodReadonly || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
  return isWrapped ? bare(schema.unwrap()) : schema;
}

/** Every setting of a shape, groups of settings opened. */
export function settingsIn(shape: z.ZodRawShape, groups: readonly string[] = []): readonly Setting[] {
  return Object.entries(shape).flatMap(([key, schema]): readonly Setting[] => {
    const path = [...groups, key];
    const inner = bare(schema);
    if (inner instanceof z.ZodObject) return settingsIn(inner.shape, path);
    if (!(schema instanceof z.ZodType)) return [];
    const variable = `${PREFIX}${path.map(shouted).join('_')}`;
    return [{ name: path.join('.'), path, variable, schema, about: ABOUT.get(schema) }];
  });
}

/** All that can be set, in the order in which it is listed. */
export const SETTINGS: readonly Setting[] = settingsIn(Settings.unwrap().shape);

/** The value at a path in nested objects; `undefined` where there is none. */
export function valueAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([k]) => k === key)?.[1]
        : undefined,
    root,
  );
}

/** Nested objects from the values of settings: what a configuration file would hold. */
export function nested(values: Iterable<readonly [Setting, unknown]>): Readonly<Record<string, unknown>> {
  const root: Record<string, unknown> = {};
  for (const [{ path }, value] of values) place(root, path, value);
  return root;
}

function place(into: Record<string, unknown>, [key, ...rest]: readonly string[], value: unknown): void {
  if (key === undefined) return;
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const group = into[key];
  const inner: Record<string, unknown> = typeof group === 'object' && group !== null ? { ...group } : {};
  into[key] = inner;
  place(inner, rest, value);
}
