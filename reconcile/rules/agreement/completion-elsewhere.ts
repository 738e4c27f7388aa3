import type { Reading } from '../../../model/reading.ts';
import { type Cluster, clusterHolding, siblingOf } from '../../agreement/clusters.ts';
import { indicatorName, indicatorsOf } from '../../agreement/indicator.ts';
import type { Bound } from '../../agreement/metric.ts';
import { representative } from '../../agreement/representative.ts';
import { Interval } from '../../interval.ts';
import type { Rule, StatementDraft } from '../../rule.ts';
import { ratioStatement } from '../../statement.ts';
import { allCompletions, type Completion, sentenceCompletionRule } from '../prose/completion.ts';

/** The budget that another place prints for the metric: the adjusted one, unless the sentence says 年初. */
function budgetFor(reading: Reading, cluster: Cluster, base: string): Bound | undefined {
  const phase = /年初/u.test(base) ? 'initial' : /预算/u.test(base) ? 'adjusted' : null;
  if (phase === null) return undefined;
  return representative(siblingOf(reading, cluster, { year: cluster.year, phase })?.prints ?? []);
}

function againstBudget(reading: Reading, { rate, result }: Completion): readonly StatementDraft[] {
  const cluster = result === null ? undefined : clusterHolding(reading, result.fact.id);
  const budget = cluster === undefined ? undefined : budgetFor(reading, cluster, rate.base);
  if (budget === undefined || result === null) return [];
  const { raw, printedUnit } = budget.fact.quantity;
  const parameters = {
    template: 'completion-elsewhere',
    tie: 'completion-elsewhere',
    budget: `${raw}${printedUnit}`,
  };
  return [
    ratioStatement(
      { rule: 'R-30-03', stated: rate.fact, severity: 'warning', parameters },
      Interval.of(result.fact.quantity),
      Interval.of(budget.fact.quantity),
      [result.fact, budget.fact],
    ),
  ];
}

/** "城镇新增就业2558人,完成率116.27%", its target printed in a table of the department's indicators. */
function againstTarget(reading: Reading, { rate, result }: Completion): readonly StatementDraft[] {
  if (result === null || !/完成率$/u.test(rate.lead)) return [];
  const name = indicatorName(result.fact.label);
  const targets = indicatorsOf(reading).filter(
    (print) =>
      print.kind === 'target' &&
      print.level === 'department' &&
      print.name === name &&
      print.fact.quantity.unit === result.fact.quantity.unit,
  );
  const [target, ...others] = targets;
  if (target === undefined || others.some(({ fact }) => !fact.quantity.value.eq(target.fact.quantity.value)))
    return [];
  return [
    ratioStatement(
      { rule: 'R-30-03', stated: rate.fact, severity: 'warning' },
      Interval.of(result.fact.quantity),
      Interval.of(target.fact.quantity),
      [result.fact, target.fact],
    ),
  ];
}

const elsewhere = (reading: Reading): readonly StatementDraft[] =>
  allCompletions(reading).flatMap((completion) => {
    if (completion.plan !== null || completion.rate.role !== 'completion') return [];
    const budget = againstBudget(reading, completion);
    return budget.length > 0 ? budget : againstTarget(reading, completion);
  });

/**
 * R-30-03 in its sentence, and across sentences: a rate without a budget beside it is held against the budget that another
 * place prints for the metric. Which budget is meant is then an opinion, so that part is never more than a warning.
 */
export const completionRule: Rule = {
  ...sentenceCompletionRule,
  statements: (reading) => {
    const found = elsewhere(reading);
    const bound = new Set(found.map(({ stated }) => stated?.id));
    const own = sentenceCompletionRule.statements?.(reading) ?? [];
    return [
      ...own.filter(({ stated, verdict }) => verdict !== 'unchecked' || !bound.has(stated?.id)),
      ...found,
    ];
  },
};
