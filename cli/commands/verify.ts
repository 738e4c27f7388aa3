import { type Command, Option } from 'commander';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { sharedOptions } from '../options.ts';
import { tellProblem } from '../problem.ts';

interface VerifyFlags {
  readonly db: string;
  readonly format: 'pretty' | 'json';
}

async function run({ db, format }: VerifyFlags, context: Context): Promise<number> {
  const { messages, out, err } = context;
  const { verify } = await import('../../db/verify.ts');
  const verified = verify(db);
  if (!verified.ok) return tellProblem(verified.problem, context);
  const { faults, more, documents, paths, missingPaths, uncounted } = verified.value;
  if (format === 'json') out(`${JSON.stringify(verified.value, null, 2)}\n`);
  else {
    for (const fault of faults) err(messages.resume.fault(fault));
    if (more > 0) err(messages.resume.moreFaults(more));
    const counts = { documents, paths, missingPaths, uncounted, faults: faults.length + more };
    out(`${messages.resume.verified(counts)}\n`);
  }
  return faults.length === 0 ? EXIT.clean : EXIT.failed;
}

/** `duizhang verify --db FILE` */
export function verifyCommand(program: Command, context: Context, done: (code: number) => void): void {
  const { messages } = context;
  const shared = sharedOptions(context);
  program
    .command('verify')
    .description(messages.commands.verify)
    .addOption(new Option('--db <file>', messages.options.dbQuery).makeOptionMandatory())
    .addOption(shared.format('pretty', 'json'))
    .action(async (flags: VerifyFlags) => done(await run(flags, context)));
}
