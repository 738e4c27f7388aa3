import { PLANNED, type Planned, type PlanOptions, plan, type Why } from '../../pipeline/resume/plan.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { reasonText } from '../print/reasons.ts';
import { tellProblem } from '../problem.ts';

function lineOf({ path, why, differences = [], reason }: Planned, context: Context): string {
  const { resume } = context.messages;
  const details = [
    ...differences.map((difference) => resume.difference(difference)),
    ...(reason === undefined ? [] : [reasonText(reason, context)]),
  ];
  return `${path}: ${resume.why[why]}${details.length === 0 ? '' : ` (${details.join(', ')})`}\n`;
}

/** `ingest --dry-run`: a line for every path with what would be done and why; the counts go to stderr. */
export async function tellPlan(
  options: PlanOptions,
  format: 'pretty' | 'ndjson',
  context: Context,
): Promise<number> {
  const { messages, out, err } = context;
  const counts = new Map<Why, number>();
  let read = 0;
  const planned = await plan(options, (one) => {
    counts.set(one.why, (counts.get(one.why) ?? 0) + 1);
    if (one.read) read += 1;
    out(format === 'ndjson' ? `${JSON.stringify(one)}\n` : lineOf(one, context));
  });
  if (!planned.ok) return tellProblem(planned.problem, context);
  for (const why of PLANNED) {
    const count = counts.get(why);
    if (count !== undefined) err(`${String(count).padStart(8)}  ${messages.resume.why[why]}`);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  err(messages.resume.planned(read, all - read));
  return EXIT.clean;
}
