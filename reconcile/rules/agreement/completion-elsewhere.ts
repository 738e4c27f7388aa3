import type { Reading } from '../../../model/reading.ts';
import { type Cluster, clusterHolding, representative, siblingOf } from '../../agreement/clusters.ts';
import type { Bound } from '../../agreement/metric.ts';
import { Interval } from '../../interval.ts';
import type { Rule, StatementDraft } from '../../rule.ts';
import { ratioStatement } from '../../statement.ts';
import { allCompletions, sentenceCompletionRule } from '../prose/completion.ts';

/** The budget that another place prints for the metric: the adjusted one, unless the sentence says 年初. */
function budgetFor(reading: Reading, cluster: Cluster, base: string): Bound | undefined {
  const phase = /年初/u.test(base) ? 'initial' : /预算/u.test(base) ? 'adjusted' : null;
  if (phase === null) return undefined;
  return representative(siblingOf(reading, cluster, { year: cluster.year, phase })?.prints ?? []);
}

function statements(reading: Reading): readonly StatementDraft[] {
  return allCompletions(reading).flatMap(({ rate, result, plan }): readonly StatementDraft[] => {
    if (result === null || plan !== null || rate.role !== 'completion') return [];
    const cluster = clusterHolding(reading, result.fact.id);
    const budget = cluster === undefined ? undefined : budgetFor(reading, cluster, rate.base);
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
