import type { Reading } from '../../../model/reading.ts';
import { boundInProse } from '../../agreement/metric.ts';
import type { Rule, StatementDraft } from '../../rule.ts';
import { sumStatement } from '../../statement.ts';
import { type Change, changesOf } from '../prose/change.ts';

const PARTS = ['three-public.abroad', 'three-public.vehicles', 'three-public.reception'] as const;

/** R-30-09: the change of the three public expenses is the sum of the changes of their items. */
function statements(reading: Reading): readonly StatementDraft[] {
  const bound = boundInProse(reading);
  const metricOf = new Map(bound.map(({ fact, metric }) => [fact.id, metric]));
  const changes = new Map<string, Change>();
  for (const change of changesOf(reading)) {
    const metric = change.current === null ? undefined : metricOf.get(change.current.fact.id);
    if (metric !== undefined && change.difference !== null && !changes.has(metric))
      changes.set(metric, change);
  }
  const total = changes.get('three-public')?.difference;
  if (total === undefined || total === null) return [];
  const parts = PARTS.map((metric) => ({ metric, change: changes.get(metric) }));
  const still = (metric: string) =>
    bound.filter((b) => b.metric === metric).every(({ fact }) => fact.quantity.value.isZero());
  // An item without a stated change counts as unchanged only where it is zero throughout.
  if (parts.some(({ metric, change }) => change === undefined && !still(metric))) return [];
  const moved = parts.flatMap(({ change }) => change?.difference ?? []);
  if (moved.length < 2) return [];
  const signs = moved.map(({ direction }) => (direction === total.direction ? 1 : -1));
  return [
    sumStatement(
      { rule: 'R-30-09', stated: total.fact, operands: moved.map(({ fact }) => fact), statedTotal: true },
      signs,
    ),
  ];
}

const HEAD = '某县文化馆2024年度部门决算\n';
const report = (reception: string) =>
  `${HEAD}2024年度“三公”经费财政拨款支出决算为18.52万元，较上年度增加1.62万元，增长9.59%。\n公务用车购置及运行维护费支出12.32万元。公务用车购置及运行维护费支出决算比2023年度增加0.05万元，增长0.41%。\n公务接待费支出6.20万元。公务接待费支出决算比2023年度增加${reception}万元。`;

export const changePartsRule: Rule = {
  code: 'R-30-09',
  severity: 'error',
  title: { en: 'Change of the total and of its items', zh: '合计增减额与分项增减额' },
  explanation: {
    en: 'Where the report states the change of the three public expenses and of each item, the changes of the items add up to that of the total.',
    zh: '“三公”经费合计与各分项均列有增减额的，分项增减额之和应等于合计增减额。',
  },
  fires: [report('1.75')],
  quiet: [report('1.57')],
  statements,
};
