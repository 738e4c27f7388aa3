import type { Severity } from '../../../model/audit.ts';
import type { Reading } from '../../../model/reading.ts';
import { type Cluster, clustersOf, counterpart, representative } from '../../agreement/clusters.ts';
import type { Bound } from '../../agreement/metric.ts';
import type { Rule, StatementDraft } from '../../rule.ts';
import { equalityStatement } from '../../statement.ts';
import { headlineStatements } from './headline.ts';
import { indicatorTableStatements } from './indicators.ts';

type Pairing = 'R-00-03' | 'R-40-01' | 'R-40-02' | 'R-70-03';

/** Prose against prose is R-00-03; prose against a table R-40-01, or R-40-02 where their units differ. */
function codeOf(a: Bound, b: Bound): Pairing {
  const tables = [a, b].filter(({ fact }) => fact.origin.kind === 'table').length;
  if (tables !== 1) return 'R-00-03';
  return a.fact.quantity.scale.eq(b.fact.quantity.scale) ? 'R-40-01' : 'R-40-02';
}

function against(bound: Bound, other: Bound): StatementDraft {
  // Where a label only says 决算数 and the subject had to be inferred, another scope may be meant.
  const severity: Severity = bound.explicit && other.explicit ? 'error' : 'warning';
  return equalityStatement({ rule: codeOf(bound, other), stated: bound.fact, severity }, other.fact);
}

function statementsOf(cluster: Cluster): readonly StatementDraft[] {
  const chosen = representative(cluster.prints);
  if (chosen === undefined || cluster.prints.length < 2) return [];
  return cluster.prints
    .filter((bound) => bound !== chosen)
    .flatMap((bound) => {
      const held = against(bound, chosen);
      if (held.verdict !== 'inconsistent') return [held];
      // A contradiction shows best against a print in the same unit.
      const other = counterpart(cluster.prints, bound.fact) ?? chosen;
      const draft = against(bound, other);
      return [scaleSlip(draft, other)];
    });
}

/** R-70-03: prints that differ by a power of ten are a slip of the decimal point or of the unit. */
function scaleSlip(draft: StatementDraft, other: Bound): StatementDraft {
  const { stated } = draft;
  if (draft.verdict !== 'inconsistent' || stated === null || stated.quantity.value.isZero()) return draft;
  const factor = other.fact.quantity.value.div(stated.quantity.value).abs();
  const power = [10, 100, 1000, 10_000].find((k) => factor.eq(k) || factor.mul(k).eq(1));
  if (power === undefined) return draft;
  return {
    ...draft,
    rule: 'R-70-03',
    severity: 'error',
    parameters: { template: 'scale', factor: String(power) },
  };
}

const ofCode =
  (code: Pairing) =>
  (reading: Reading): readonly StatementDraft[] =>
    clustersOf(reading)
      .flatMap(statementsOf)
      .filter((draft) => draft.rule === code);

const REPORT = '某县文化馆2024年度部门决算\n';
const TABLE =
  '项目\t年初预算数\t决算数\n一、基本支出\t300.00\t310.00\n二、项目支出\t100.00\t90.00\n本年支出合计\t400.00\t400.00\n';

export const sameFactRule: Rule = {
  code: 'R-00-03',
  severity: 'error',
  title: { en: 'One fact, printed twice', zh: '同一数据前后一致' },
  explanation: {
    en: 'Prints of one fact (the same metric of the field, year and phase) must agree within their printed precision; at equal precision they must be equal. Only metrics of a controlled vocabulary are linked, never equal-looking figures.',
    zh: '同一指标、同一年度、同一阶段的数据多处列示的，应在各自精度内一致；精度相同的应完全相等。仅核对受控词表内的指标，不凭数字相同而关联。',
  },
  fires: [
    `${REPORT}2024年度“三公”经费财政拨款支出决算为18.52万元。\n2024年，本部门“三公”经费支出16.89万元。`,
  ],
  quiet: [
    `${REPORT}2024年度“三公”经费财政拨款支出决算为18.52万元。\n2023年度“三公”经费支出16.89万元。`,
    `${REPORT}共有14个项目共800.00万元。\n共处理案件14起。`,
  ],
  statements: (reading) => [
    ...ofCode('R-00-03')(reading),
    ...indicatorTableStatements(reading),
    ...headlineStatements(reading),
  ],
};

export const textTableRule: Rule = {
  code: 'R-40-01',
  severity: 'error',
  title: { en: 'Text against table', zh: '文表一致' },
  explanation: {
    en: 'An amount in the text must be the cell of the table with the same metric, year and phase.',
    zh: '说明文字中的金额应与表中同一指标、同一年度、同一阶段的数据一致。',
  },
  fires: [
    `${REPORT}2024年度本年支出合计400.00万元，其中：基本支出301.00万元；项目支出99.00万元。\n单位：万元\n${TABLE}`,
  ],
  quiet: [
    `${REPORT}2024年度本年支出合计400.00万元，其中：基本支出310.00万元；项目支出90.00万元。\n单位：万元\n${TABLE}`,
  ],
  statements: ofCode('R-40-01'),
};

export const unitChangeRule: Rule = {
  code: 'R-40-02',
  severity: 'error',
  title: { en: 'Text in 万元, table in 元', zh: '文中万元与表中元' },
  explanation: {
    en: 'The exact amount of a table in 元, rounded to the precision of the text in 万元, must be the amount of the text.',
    zh: '表中以元列示的金额，按文中万元的精度四舍五入后应与文中金额一致。',
  },
  fires: [`${REPORT}2024年度基本支出311.00万元。\n单位：元\n${TABLE.replace(/(\d+)\.00/gu, '$10000.00')}`],
  quiet: [`${REPORT}2024年度基本支出310.00万元。\n单位：元\n${TABLE.replace(/(\d+)\.00/gu, '$10000.00')}`],
  statements: ofCode('R-40-02'),
};

export const scaleRule: Rule = {
  code: 'R-70-03',
  severity: 'error',
  title: { en: 'Off by a power of ten', zh: '数量级' },
  explanation: {
    en: 'Two prints of one fact that differ by 10, 100, 1,000 or 10,000 times: a slipped decimal point, or 元 for 万元.',
    zh: '同一数据两处相差10、100、1000或10000倍的，疑小数点或单位（元／万元）有误。',
  },
  fires: [
    `${REPORT}2024年度“三公”经费财政拨款支出决算为18.52万元。\n2024年，本部门“三公”经费支出185.2万元。`,
  ],
  quiet: [`${REPORT}2024年度“三公”经费财政拨款支出决算为18.52万元。\n2024年，本部门“三公”经费支出18.5万元。`],
  statements: ofCode('R-70-03'),
};
