import type { Fund, Metric } from '../../model/keys.ts';

/** Which metrics are parts of another: what a column may say below a heading or in a row of it. */
const PARTS: Readonly<Partial<Record<Metric, RegExp>>> = {
  income: /^income\.(?!grand)/u,
  'income.business': /^income\.tuition$/u,
  expenditure: /^(?:basic|project|personnel|operating|expenditure\.(?!grand))/u,
  basic: /^(?:personnel|operating)$/u,
};

/**
 * The metric of a part within a whole: the narrower one, either where the other is not said, undefined where the two
 * contradict each other.
 */
export function metricWithin(whole: Metric | null, part: Metric | null): Metric | null | undefined {
  if (part === null || part === whole) return whole;
  if (whole === null) return part;
  return PARTS[whole]?.test(part) === true ? part : undefined;
}

const BUDGETS: ReadonlySet<Fund> = new Set(['general-public', 'government-fund', 'state-capital']);

/** The same for funds: the three budgets are within the fiscal appropriation, and everything is within all money. */
export function fundWithin(whole: Fund | null, part: Fund | null): Fund | null | undefined {
  if (part === null || part === whole) return whole;
  if (whole === null || whole === 'all') return part;
  return whole === 'fiscal' && BUDGETS.has(part) ? part : undefined;
}
