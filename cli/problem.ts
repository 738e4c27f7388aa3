import type { DestinationProblem } from '../db/export/destination.ts';
import type { DatabaseProblem } from '../db/problem.ts';
import type { Context } from './context.ts';
import { EXIT, UsageError } from './exit.ts';

/** Tells what is wrong with a database in one sentence. A path that does not exist is wrong usage. */
export function tellProblem({ code, path, detail }: DatabaseProblem, { messages, err }: Context): number {
  const sentence = messages.problems[code](path, detail);
  if (code === 'not-found' || code === 'no-folder') throw new UsageError(sentence);
  err(`duizhang: ${sentence}`);
  return EXIT.failed;
}

/** Tells why an export cannot be written. What is found before any work is wrong usage. */
export function tellDestination(
  { code, path, detail }: DestinationProblem,
  { messages, err }: Context,
): number {
  const sentence = messages.destinations[code](path, detail);
  if (code !== 'cannot-write') throw new UsageError(sentence);
  err(`duizhang: ${sentence}`);
  return EXIT.failed;
}
