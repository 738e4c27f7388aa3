import type { Reading } from '../../../model/reading.ts';
import { Decimal, Interval } from '../../interval.ts';
import { type Breakdown, breakdownsIn } from '../../prose/breakdown.ts';
import type { Rule, StatementDraft } from '../../rule.ts';
import { sumStatement, unchecked } from '../../statement.ts';
import { atMost } from '../tables/claim.ts';
import { enumerationStatements } from './enumeration.ts';
import { listSums } from './list.ts';
import { supplierStatements } from './suppliers.ts';

/** A gap of under one per cent of the total: a list that was meant to be complete and is not. */
const NEAR = new Decimal('0.01');
/** Parts below this share of a count of people or cases are some of its kinds. */
const MOST = new Decimal('0.8');
/** Kinds of staff, posts and vehicles: their lists are complete. */
const STAFF = /在职|离休|离退休|退休|行政|事业|工勤|编制|轿车|用车|越野/u;
const RULE_OF: Readonly<Record<NonNullable<Breakdown['identity']>, string>> = {
  'three-public': 'R-07-01',
  basic: 'R-06-01',
  income: 'R-30-05',
  expenditure: 'R-30-05',
  entities: 'R-60-01',
  procurement: 'R-30-05',
};

function statementOf(breakdown: Breakdown, rule: string): StatementDraft {
  const { total, parts, closed } = breakdown;
  const stated = total.fact;
  const operands = parts.map((part) => part.fact);
  const draft = sumStatement({
    rule,
    stated,
    operands,
    parameters: { form: 'breakdown' },
    statedTotal: true,
  });
  if (
    draft.verdict === 'unchecked' &&
    stated.quantity.approximate &&
    parts.length > 1 &&
    draft.computed !== null
  ) {
    // A printed breakdown of a rounded total is added up exactly, but only as a warning.
    if (draft.computed.value.eq(stated.quantity.value)) return { ...draft, verdict: 'exact', reason: null };
    return isNear(draft, stated.quantity.value)
      ? { ...draft, verdict: 'inconsistent', reason: null, severity: 'warning' }
      : draft;
  }
  if (draft.verdict !== 'inconsistent') return draft;
  if (closed && !lacksKinds(breakdown, draft)) return draft;
  if (parts.length > 1 && !overlapping(breakdown) && isNear(draft, stated.quantity.value))
    return { ...draft, severity: 'warning' };
  const over = operands.find((part) => Interval.of(part.quantity).low.gt(Interval.of(stated.quantity).high));
  const limit = over === undefined ? null : atMost(rule, over, stated, 'warning');
  if (limit !== null) return limit.draft;
  return {
    ...unchecked({ rule, kind: 'sum', stated, operands }, 'parts-not-exhaustive'),
    statedTotal: false,
  };
}

/** 劳动力1860人、劳动力就业1658人: one part is a part of the other, so they are no partition. */
function overlapping({ parts }: Breakdown): boolean {
  const labels = parts.map((part) => part.fact.label);
  return labels.some((a, i) => labels.some((b, j) => i !== j && a !== '' && b.includes(a)));
}

/** Of people and cases that far fewer are named than counted: kinds were singled out, they are no partition. */
function lacksKinds({ identity, total, parts }: Breakdown, { computed }: StatementDraft): boolean {
  const whole = total.fact.quantity.value;
  if (identity !== 'entities' || computed === null) return false;
  if (parts.some((part) => STAFF.test(part.fact.label))) return false;
  return computed.value.lt(whole.mul(MOST));
}

function isNear(draft: StatementDraft, total: Decimal): boolean {
  return (
    draft.computed !== null &&
    !total.isZero() &&
    draft.computed.value.minus(total).abs().lte(total.abs().mul(NEAR))
  );
}

const ofRule =
  (code: string) =>
  (reading: Reading): readonly StatementDraft[] =>
    breakdownsIn(reading)
      .filter(({ identity }) => (identity === null ? 'R-30-05' : RULE_OF[identity]) === code)
      .map((breakdown) => statementOf(breakdown, code));

const REPORT = '某县文化馆2024年度部门决算\n';

const PURCHASED =
  '2024年度政府采购金额（以合同签订为准）为20.00万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额8.00万元；';

export const breakdownRule: Rule = {
  code: 'R-30-05',
  severity: 'error',
  title: { en: 'Parts of a total', zh: '分项之和等于总数' },
  explanation: {
    en: 'Parts listed after 其中 must add up to the total where the list is known to be complete (basic and project expenditure, sources of income down to other income, goods, works and services, or parts whose printed shares make 100 %). Any other list is held to it only when it misses the total by less than one per cent, and then as a warning. No part may exceed its whole: purchases from small and micro enterprises are at most those from small and medium ones, and reserved and other purchases from these together at most all purchases, as warnings.',
    zh: '“其中”所列分项为已知完整分类的（基本支出与项目支出，列至“其他收入”的各项收入，货物、工程与服务，或所列占比合计为100%），其和应等于总数；其他列举仅在差额不足总数百分之一时提示待核。部分不应大于整体：小微企业采购额不大于中小企业采购额，预留项目与其他项目中中小企业采购额合计不大于政府采购总额，均作提示。',
  },
  fires: [
    `${REPORT}2024年度财政收入900.00万元；支出900.00万元，基本支出250.00万元，项目支出680.00万元，本年无结余。`,
    `${REPORT}单位资产总额1087.74万元，其中流动资产398.91万元，固定资产688.69万元。`,
    `${REPORT}本年收入合计400.00万元，其中：财政拨款收入300.00万元，占75.00%；事业收入60.00万元，占25.00%。`,
    `${REPORT}本年收入合计400.00万元，其中：财政拨款收入300.00万元；事业收入60.00万元；其他收入20.00万元。`,
    `${REPORT}本年支出合计400.00万元，其中：基本支出300.00万元；项目支出80.00万元；经营支出0万元。`,
    `${REPORT}支出预算合计400.00万元，其中：设备购置480.00万元，用于更新。`,
    `${REPORT}${PURCHASED}在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额14.00万元。`,
    `${REPORT}${PURCHASED}在面向小微企业预留政府采购项目中，由小微企业供应商中标或成交的，采购金额10.50万元。`,
  ],
  quiet: [
    `${REPORT}本年收入合计400.00万元，其中：财政拨款收入300.00万元；事业收入60.00万元。`,
    `${REPORT}本年收入合计400.00万元，其中：财政拨款收入300.00万元，占75.00%；事业收入60.00万元，占15.00%。`,
    `${REPORT}${PURCHASED}在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额12.00万元；在面向小微企业预留政府采购项目中，由小微企业供应商中标或成交的，采购金额7.50万元。`,
    `${REPORT}2024年度政府采购金额（以合同签订为准）为20.00万元。面向中小企业预留政府采购项目预算金额30.00万元。`,
    `${REPORT}2024年度财政收入900.00万元；支出900.00万元，基本支出220.00万元，项目支出680.00万元，本年无结余。`,
    `${REPORT}完成新增取得职业技能等级证书1068人次，其中高级工265人次，新增取得技师证书18人次。`,
    `${REPORT}发放各项补贴及贴息共1069.8万元，其中就业创业补贴1053.2万元、创业担保贷款贴息16.6万元。`,
  ],
  statements: (reading) => [
    ...ofRule('R-30-05')(reading),
    ...listSums(reading),
    ...supplierStatements(reading),
  ],
};

export const basicExpenditureRule: Rule = {
  code: 'R-06-01',
  severity: 'error',
  title: { en: 'Basic expenditure = personnel + operating costs', zh: '基本支出＝人员经费＋公用经费' },
  explanation: {
    en: 'Where the report splits basic expenditure into personnel and operating costs, the two must add up to it.',
    zh: '基本支出列有人员经费与公用经费的，两者之和应等于基本支出。',
  },
  fires: [`${REPORT}全年预算基本支出1198.36万元，其中人员经费支出969.25万元、日常公用经费支出239.11万元。`],
  quiet: [`${REPORT}全年预算基本支出1198.36万元，其中人员经费支出969.25万元、日常公用经费支出229.11万元。`],
  statements: ofRule('R-06-01'),
};

export const entityCountRule: Rule = {
  code: 'R-60-01',
  severity: 'error',
  title: { en: 'Counts and their kinds', zh: '个数与分类之和' },
  explanation: {
    en: 'A number of units, posts, people or vehicles that is broken down by kind must be the sum of the kinds; counts are exact.',
    zh: '单位、编制、人员、车辆等按类别分列的，各类之和应等于总数；计数不容误差。',
  },
  fires: [
    `${REPORT}本单位所属事业单位8个，其中：副科级公益一类事业单位4个，分别是甲中心、乙中心、丙中心、丁大队；1个正股级公益一类事业单位，为戊中心。`,
    `${REPORT}纳入编报范围的单位共5个，分别是：甲中心、乙中心（非独立核算）、丙中心、丁大队。`,
    `${REPORT}共有车辆4辆，其中：应急保障用车1辆、执法执勤用车1辆、特种专业技术用车1辆。`,
  ],
  quiet: [
    `${REPORT}本单位内设机构3个：办公室、人事教育股（挂党建办、工会牌子）、财务和审计股。设5个功能区：甲区、乙区等。`,
    `${REPORT}共有车辆3辆，其中：应急保障用车1辆、执法执勤用车1辆、特种专业技术用车1辆。`,
    `${REPORT}2024年年末实有人数71人，其中在职人员70人，离休人员1人。在职人员中有15个行政编制（其中2个行政工勤编）、13个参照公务员管理编制、42个全额拨款事业编。`,
    `${REPORT}全年服务人员500人，其中脱贫人员200人、残疾人员50人。`,
  ],
  statements: (reading) => [...ofRule('R-60-01')(reading), ...enumerationStatements(reading)],
};

export const threePublicProseRule: Rule = {
  code: 'R-07-01',
  severity: 'error',
  title: { en: 'The three public expenses and their items', zh: '“三公”经费合计与分项' },
  explanation: {
    en: 'Travel abroad, official vehicles and official reception make up the three public expenses, in the table and in the sentences about it.',
    zh: '因公出国（境）费、公务用车购置及运行维护费、公务接待费之和应等于“三公”经费合计，表中与文中皆然。',
  },
  fires: [
    `${REPORT}2024年，本部门“三公”经费支出16.89万元，其中公务用车购置及运行维护费支出12.32万元，上年度公务用车购置及运行维护费支出12.26万元；公务接待费支出6.2万元，上年度公务接待费支出4.63万元。`,
  ],
  quiet: [
    `${REPORT}2024年“三公”经费预决算对比：年初预算数15.90万元，决算数8.09万元。2024年三公经费支出8.09万元，其中：因公出国（境）0万元，公务用车运行及维护5.35万元；公务接待2.75万元。`,
  ],
  statements: ofRule('R-07-01'),
};
