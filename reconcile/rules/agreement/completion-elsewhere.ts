import type { Reading } from '../../../model/reading.ts';
import { clustersOf, representative } from '../../agreement/clusters.ts';
import { type Bound, boundInProse } from '../../agreement/metric.ts';
import { Interval } from '../../interval.ts';
import type { Rule, StatementDraft } from '../../rule.ts';
import { ratioStatement } from '../../statement.ts';
import { allCompletions, sentenceCompletionRule } from '../prose/completion.ts';

const WHOLE = new Set(['expenditure', 'general-expenditure', 'fiscal-balance', 'balance']);

/** The budget that another place prints for the metric: the adjusted one, unless the sentence says 年初. */
function budgetFor(reading: Reading, bound: Bound, base: string): Bound | undefined {
  const phases = /年初/u.test(base)
    ? (['initial'] as const)
    : /预算/u.test(base)
      ? (['adjusted'] as const)
      : [];
  const amount = bound.fact.quantity.value;
  const clusters = clustersOf(reading);
  const same = (metric: string) =>
    metric === bound.metric ||
    (WHOLE.has(metric) &&
      WHOLE.has(bound.metric) &&
      clusters.some(
        (c) =>
          c.metric === metric &&
          c.year === bound.year &&
          c.phase === 'final' &&
          c.prints.some((p) => p.fact.quantity.value.eq(amount)),
      ));
  for (const phase of phases) {
    const found = clusters.find((c) => c.year === bound.year && c.phase === phase && same(c.metric));
    if (found !== undefined) return representative(found.prints);
  }
  return undefined;
}

function statements(reading: Reading): readonly StatementDraft[] {
  const metrics = new Map(boundInProse(reading).map((bound) => [bound.fact.id, bound]));
  return allCompletions(reading).flatMap(({ rate, result, plan }): readonly StatementDraft[] => {
    const bound = result === null ? undefined : metrics.get(result.fact.id);
    if (bound === undefined || result === null || plan !== null || rate.role !== 'completion') return [];
    const budget = budgetFor(reading, bound, rate.base);
    if (budget === undefined) return [];
    const draft = ratioStatement(
      {
        rule: 'R-30-03',
        stated: rate.fact,
        severity: 'warning',
        parameters: {
          template: 'completion-elsewhere',
          tie: 'completion-elsewhere',
          budget: `${budget.fact.quantity.raw}${budget.fact.quantity.printedUnit}`,
        },
      },
      Interval.of(result.fact.quantity),
      Interval.of(budget.fact.quantity),
      [result.fact, budget.fact],
    );
    return [draft];
  });
}

/**
 * R-30-03 in its sentence, and across sentences: a rate without a budget beside it is held against the budget that another
 * place prints for the metric. Which budget is meant is then an opinion, so that part is never more than a warning.
 */
export const completionRule: Rule = {
  ...sentenceCompletionRule,
  statements: (reading) => [...(sentenceCompletionRule.statements?.(reading) ?? []), ...statements(reading)],
};
