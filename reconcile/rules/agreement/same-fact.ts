import type { Severity } from '../../../model/audit.ts';
import type { Reading } from '../../../model/reading.ts';
import { onceFor } from '../../../normalizers/once.ts';
import { type Cluster, clustersOf } from '../../agreement/clusters.ts';
import type { Bound } from '../../agreement/metric.ts';
import { counterpart, representative } from '../../agreement/representative.ts';
import type { Rule, StatementDraft } from '../../rule.ts';
import { equalityStatement } from '../../statement.ts';
import { headlineStatements } from './headline.ts';
import { indicatorTableStatements } from './indicators.ts';

type Pairing = 'R-00-03' | 'R-40-01' | 'R-40-02' | 'R-40-04' | 'R-70-03';

/** What reports must explain one by one, beside their standard tables. */
const DISCLOSED = /^(?:three-public|running-costs|procurement)/u;

/**
 * Prose against prose is R-00-03; prose against a table R-40-01, or R-40-02 where their units differ; for the three
 * public expenses, running costs and purchases it is R-40-04, whatever the units.
 */
function codeOf(a: Bound, b: Bound): Pairing {
  const tables = [a, b].filter(({ fact }) => fact.origin.kind === 'table').length;
  if (tables !== 1) return 'R-00-03';
  if (DISCLOSED.test(a.metric)) return 'R-40-04';
  return a.fact.quantity.scale.eq(b.fact.quantity.scale) ? 'R-40-01' : 'R-40-02';
}

function against(bound: Bound, other: Bound): StatementDraft {
  // Where a label only says 决算数 and the subject had to be inferred, another scope may be meant.
  const severity: Severity = bound.explicit && other.explicit ? 'error' : 'warning';
  return equalityStatement({ rule: codeOf(bound, other), stated: bound.fact, severity }, other.fact);
}

const precisionOf = ({ fact }: Bound): string => `${fact.quantity.scale.toFixed()}|${fact.quantity.decimals}`;

/**
 * Prints of one precision must be equal, however they stand to the print that all are held against; where that one is
 * finer and meets them both, its last place was rounded either way.
 */
function atOnePrecision(prints: readonly Bound[], chosen: Bound): readonly StatementDraft[] {
  const groups = Map.groupBy(prints, precisionOf);
  return [...groups].flatMap(([precision, group]) => {
    const first = precision === precisionOf(chosen) ? undefined : representative(group);
    if (first === undefined) return [];
    return group
      .filter((bound) => bound !== first)
      .map((bound): StatementDraft => {
        const held = against(bound, first);
        const finer = chosen.fact.quantity.half.lt(first.fact.quantity.half);
        return held.verdict === 'inconsistent' && finer ? { ...held, verdict: 'rounding' } : held;
      });
  });
}

/** Once for all the rules that part these statements among themselves. */
const statementsOf = onceFor((cluster: Cluster): readonly StatementDraft[] => {
  const chosen = representative(cluster.prints);
  if (chosen === undefined || cluster.prints.length < 2) return [];
  const held = cluster.prints
    .filter((bound) => bound !== chosen)
    .map((bound) => ({ bound, draft: against(bound, chosen) }));
  const agreeing = held.filter(({ draft }) => draft.verdict !== 'inconsistent');
  const told = held.flatMap(({ bound, draft }) => {
    if (draft.verdict !== 'inconsistent') return [draft];
    // A contradiction shows best against a print in the same unit, and a table is the witness where the text has none.
    const other = counterpart(cluster.prints, bound.fact) ?? chosen;
    const witnesses = inProse(bound) && inProse(other) && !inProse(chosen) ? [other, chosen] : [other];
    return witnesses.map((witness) => scaleSlip(against(bound, witness), witness));
  });
  return [
    ...told,
    ...atOnePrecision(
      agreeing.map(({ bound }) => bound),
      chosen,
    ),
  ];
});

const inProse = ({ fact }: Bound): boolean => fact.origin.kind === 'prose';

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

const twoTables = (one: string, other: string): string =>
  [one, other]
    .map(
      (basic) =>
        `预算执行情况表\n\n单位：元\n\n项目\t年初预算数\t决算数\n基本支出\t3,000,000.00\t${basic}\n\n以上为执行情况。\n`,
    )
    .join('\n');

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
    `${REPORT}${twoTables('3,100,010.00', '3,100,020.00')}2024年度基本支出310.00万元。\n`,
  ],
  quiet: [
    `${REPORT}${twoTables('3,100,010.00', '3,100,010.00')}2024年度基本支出310.00万元。\n`,
    `${REPORT}${twoTables('3,100,050.00', '3,100,050.00')}2024年度基本支出310.00万元。\n2024年，基本支出310.01万元。\n`,
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

const PURCHASES = (total: string, goods: string) =>
  `某县文化馆2024年部门预算\n2024年度政府采购预算总金额为${total}万元。其中拟购买货物${goods}万元，拟购买服务40.00万元。\n政府采购预算表\n\n单位：万元\n\n采购品目大类\t专项名称\t采购物品名称\t总计\n合计\t\t\t74.00\n一、货物A\t\t\t34.00\n\t办公设备购置费\t\t34.00\n\t\t台式计算机\t34.00\n二、服务C\t\t\t40.00\n\t综合管理费\t\t40.00\n\t\t物业管理服务\t40.00\n`;
const THREE_PUBLIC = (reception: string, unit: string) =>
  `${REPORT}公务接待费支出决算为4.00万元。\n机关运行经费支出90.00万元。\n“三公”经费支出决算表\n\n单位：${unit}\n\n项目\t全年预算数\t决算数\n合计\t30.00\t22.00\n因公出国（境）费\t4.00\t3.00\n公务用车购置及运行维护费\t20.00\t15.00\n公务接待费\t6.00\t${reception}\n`;

export const disclosedRule: Rule = {
  code: 'R-40-04',
  severity: 'error',
  title: {
    en: 'Three public expenses, running costs and purchases',
    zh: '“三公”、机关运行经费、政府采购文表一致',
  },
  explanation: {
    en: 'What the text says of the three public expenses and each item, of running costs, and of purchases of goods, works and services must be the cell of the table for the same year and phase, whatever the units. Purchases from a kind of supplier are not compared with all purchases.',
    zh: '说明文字中“三公”经费及各分项、机关运行经费、政府采购及货物、工程、服务的金额，应与表中同一年度、同一阶段的数据一致，单位不同的换算后比较；面向中小企业等的采购额不与采购总额比较。',
  },
  fires: [PURCHASES('77.00', '34.00'), PURCHASES('74.00', '43.00'), THREE_PUBLIC('4.50', '万元')],
  quiet: [
    PURCHASES('74.00', '34.00'),
    THREE_PUBLIC('4.00', '万元'),
    THREE_PUBLIC('4.00', '万元').replace('公务接待费支出决算为4.00', '公务接待费全年预算数为6.00'),
    PURCHASES('74.00', '34.00').replace('其中拟', '面向中小企业预留政府采购预算50.00万元。其中拟'),
    `${REPORT}国内公务接待费支出3.20万元，外宾接待费支出0.80万元。\n${THREE_PUBLIC('4.00', '万元')}`,
  ],
  statements: ofCode('R-40-04'),
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
