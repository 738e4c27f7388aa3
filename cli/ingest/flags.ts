import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { listedPaths } from '../../pipeline/path-list.ts';
import { missingPaths } from '../../pipeline/paths.ts';
import { RETRIES, type Retry } from '../../pipeline/resume/work.ts';
import type { Shard } from '../../pipeline/shard.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../exit.ts';
import type { Messages } from '../messages/messages.ts';

/** Which files are read, when, and again. */
export interface SelectionFlags {
  readonly retry?: Retry;
  readonly dryRun?: true;
  readonly format?: 'pretty' | 'ndjson';
  readonly watch?: true;
  readonly settle?: number;
  readonly shard?: Shard;
  readonly null?: true;
}

const STDIN = '-';
const MOST_PARTS = 10_000;
const MOST_SETTLE = 24 * 60 * 60;

const ShardText = z
  .string()
  .regex(/^\d{1,5}\/\d{1,5}$/u)
  .transform((text) => text.split('/').map(Number))
  .pipe(z.tuple([z.number().int().min(1), z.number().int().min(1).max(MOST_PARTS)]))
  .refine(([number, of]) => number <= of);

const shardIn =
  (messages: Messages) =>
  (value: string): Shard => {
    const parsed = ShardText.safeParse(value);
    if (!parsed.success) throw new UsageError(messages.resume.usage.notAShard(value));
    const [number, of] = parsed.data;
    return { number, of };
  };

function seconds(value: string): number {
  const parsed = z.coerce.number().min(0.1).max(MOST_SETTLE).safeParse(value);
  if (!parsed.success) throw new InvalidArgumentError('');
  return parsed.data;
}

export const SETTLE_SECONDS = 2;

/** Adds the options to `ingest`. */
export function selectionOptions(command: Command, { messages }: Context): Command {
  const { options } = messages.resume;
  return command
    .addOption(new Option('--retry <what>', options.retry).choices(RETRIES))
    .option('--dry-run', options.dryRun)
    .addOption(new Option('--format <format>', options.planFormat).choices(['pretty', 'ndjson']))
    .option('--watch', options.watch)
    .addOption(new Option('--settle <seconds>', options.settle).argParser(seconds))
    .addOption(new Option('--shard <i/n>', options.shard).argParser(shardIn(messages)))
    .option('-0, --null', options.nul);
}

/** Refuses options that do not go together. */
export function requireConsistent(
  paths: readonly string[],
  { dryRun, watch, settle, null: nul }: SelectionFlags,
  { messages }: Context,
): void {
  const { usage } = messages.resume;
  const fromStdin = paths.includes(STDIN);
  if (settle !== undefined && watch === undefined) throw new UsageError(usage.needs('--settle', '--watch'));
  if (nul !== undefined && !fromStdin) throw new UsageError(usage.needs('--null', STDIN));
  if (watch !== undefined && dryRun !== undefined)
    throw new UsageError(usage.notTogether('--watch', '--dry-run'));
  if (watch !== undefined && fromStdin) throw new UsageError(usage.notTogether('--watch', STDIN));
}

/** Where files are looked for: the paths that were given, which must be there, and the list on the standard input. */
export async function inputOf(
  paths: readonly string[],
  { null: nul = false }: { readonly null?: boolean },
  { messages }: Context,
): Promise<{ readonly paths: readonly string[]; readonly list?: AsyncIterable<string> }> {
  const named = paths.filter((path) => path !== STDIN);
  const [missing] = await missingPaths(named);
  if (missing !== undefined) throw new UsageError(messages.usage.notFound(missing));
  return named.length === paths.length
    ? { paths: named }
    : { paths: named, list: listedPaths(process.stdin, nul) };
}
