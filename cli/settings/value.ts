import { z } from 'zod';
import { bare, type Setting } from './setting.ts';

/** How a size may be written: `64MB`, `1.5 GiB`, `900k`; a multiple of 1024 in any case. */
const SIZE = /^\s*(\d+(?:\.\d+)?)\s*(?:([KMGTkmgt])[Ii]?)?[Bb]?\s*$/u;
const POWERS = ['K', 'M', 'G', 'T'];
const KIBI = 1024;

function bytesIn(text: string): number {
  const [, count = '', unit = ''] = SIZE.exec(text) ?? [];
  return Number(count) * KIBI ** (POWERS.indexOf(unit.toUpperCase()) + 1);
}

/** Whether a setting is a number of bytes: these may be written as sizes. */
export const isSize = ({ path, schema }: Pick<Setting, 'path' | 'schema'>): boolean =>
  /bytes$/iu.test(path.at(-1) ?? '') && bare(schema) instanceof z.ZodNumber;

/** The schema of a setting as people may write it in a file: sizes also as text. */
export function written(setting: Pick<Setting, 'path' | 'schema'>): z.ZodType {
  const number = bare(setting.schema);
  if (!isSize(setting) || !(number instanceof z.ZodNumber)) return setting.schema;
  return z.union([number, z.string().regex(SIZE).transform(bytesIn).pipe(number)]);
}

/** What a text stands for, as far as the schema tells; whether it is allowed is for the schema to say. */
function meant(text: string, schema: z.core.$ZodType): unknown {
  const inner = bare(schema);
  const trimmed = text.trim();
  if (inner instanceof z.ZodNullable) return trimmed === 'null' ? null : meant(text, inner.unwrap());
  if (inner instanceof z.ZodNumber) return /^[+-]?\d+(?:\.\d+)?$/u.test(trimmed) ? Number(trimmed) : text;
  if (inner instanceof z.ZodBoolean) return trimmed === 'true' ? true : trimmed === 'false' ? false : text;
  if (inner instanceof z.ZodArray) {
    const { element } = inner;
    const parts = trimmed.split(',').filter((part) => part.trim() !== '');
    return parts.map((part) => meant(part, element));
  }
  if (inner instanceof z.ZodEnum || inner instanceof z.ZodString || inner instanceof z.ZodLiteral)
    return trimmed;
  try {
    return JSON.parse(text);
  } catch {
    // No JSON: then it is the text that the schema judges.
    return text;
  }
}

/** Checks the value of a setting as a file has it. */
export const checkedValue = (setting: Pick<Setting, 'path' | 'schema'>, value: unknown) =>
  written(setting).safeParse(value);

/** Checks the value of a setting as flags and the environment have it: as text. */
export function checkedText(setting: Pick<Setting, 'path' | 'schema'>, text: string) {
  const value = meant(text, setting.schema);
  return checkedValue(setting, value);
}
