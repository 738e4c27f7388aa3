import { type Command, Option } from 'commander';
import { DECISIONS, type Decision } from '../../db/record.ts';
import type { Context } from '../context.ts';
import { EXIT, UsageError } from '../exit.ts';
import { tellProblem } from '../problem.ts';

interface DecideFlags {
  readonly db: string;
  readonly as: Decision;
  readonly reason?: string;
  readonly by?: string;
}

async function run(key: string, { db, as, reason, by }: DecideFlags, context: Context): Promise<number> {
  const { messages, out } = context;
  const { resume } = messages;
  if (as === 'dismissed' && (reason ?? '').trim() === '') throw new UsageError(resume.usage.needsReason);
  const { decide } = await import('../../db/decisions.ts');
  const record = {
    key,
    decision: as,
    ...(reason !== undefined && { reason }),
    ...(by !== undefined && { by }),
  };
  const decided = decide(db, record);
  if (!decided.ok) return tellProblem(decided.problem, context);
  if (decided.value.length === 0) throw new UsageError(resume.usage.noSuchFinding(key));
  for (const { code, document } of decided.value) out(`${resume.decided(as, code, document)}\n`);
  return EXIT.clean;
}

/** `duizhang decide KEY --db FILE --as DECISION` */
export function decideCommand(program: Command, context: Context, done: (code: number) => void): void {
  const { messages } = context;
  const { options, arguments: named } = messages.resume;
  program
    .command('decide')
    .description(messages.commands.decide)
    .argument('<key>', named.key)
    .addOption(new Option('--db <file>', messages.options.dbQuery).makeOptionMandatory())
    .addOption(new Option('--as <decision>', options.decision).choices(DECISIONS).makeOptionMandatory())
    .option('--reason <text>', options.reason)
    .option('--by <name>', options.by)
    .action(async (key: string, flags: DecideFlags) => done(await run(key, flags, context)));
}
