import { z } from 'zod';
import type { Context } from '../context.ts';
import type { Setting } from './setting.ts';
import { isSize } from './value.ts';

type Words = Pick<Context, 'language' | 'messages'>;

function rangeOf(json: z.core.JSONSchema.JSONSchema, { messages }: Words): string {
  const isWhole = json.type === 'integer';
  const { minimum, exclusiveMinimum, maximum } = json;
  const above = typeof exclusiveMinimum === 'number' ? exclusiveMinimum : undefined;
  const low = minimum ?? (isWhole && above !== undefined ? above + 1 : above);
  const high = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  return messages.allowed.number(isWhole, low === Number.MIN_SAFE_INTEGER ? undefined : low, high);
}

function wordsOf(json: z.core.JSONSchema.JSONSchema, words: Words): string {
  const { allowed } = words.messages;
  if (json.enum !== undefined) return allowed.oneOf(json.enum.map(String));
  if (json.anyOf !== undefined) return allowed.either(json.anyOf.map((part) => wordsOf(part, words)));
  const { type, items } = json;
  if (type === 'integer' || type === 'number') return rangeOf(json, words);
  if (type === 'boolean') return allowed.oneOf(['true', 'false']);
  if (type === 'null') return 'null';
  if (type === 'array')
    return allowed.list(typeof items === 'object' && !Array.isArray(items) ? wordsOf(items, words) : '');
  return type === 'string' ? allowed.text : allowed.json;
}

/** What a setting takes, in words that follow a colon. */
export function allowedOf(setting: Pick<Setting, 'path' | 'schema' | 'about'>, words: Words): string {
  const json = z.toJSONSchema(setting.schema, { io: 'input', unrepresentable: 'any' });
  const said = setting.about?.allowed?.[words.language];
  if (said !== undefined) return json.type === 'array' ? words.messages.allowed.list(said) : said;
  const plain = wordsOf(json, words);
  return isSize(setting) ? words.messages.allowed.size(plain) : plain;
}
