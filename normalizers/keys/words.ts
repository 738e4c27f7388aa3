import type { Fund, Metric } from '../../model/keys.ts';
import { fundOfWords } from './vocabulary.ts';

/** What a word of a header or a row label says: which metric, whose money, or only that the whole is meant. */
export interface Sense {
  readonly metric: Metric | null;
  readonly fund: Fund | null;
}

export const WHOLE: Sense = { metric: null, fund: null };

const OWN: Fund = 'other';
/** 一般公共预算拨款, 一般公共预算财政拨款收入, 政府性基金, 国有资本经营预算资金 … */
const ofBudget = (name: string): RegExp =>
  new RegExp(`^${name}(?:预算)?(?:财政)?(?:拨款)?(?:资金)?(?:(?:预算)?[收支][入出])?$`, 'u');

const METRICS: readonly (readonly [Metric, Fund | null, RegExp])[] = [
  ['income', null, /^(?:[本当]年)?收入(?:预算|决算)?(?:合计|小计)?$/u],
  ['expenditure', null, /^(?:[本当]年)?支出(?:预算|决算)?(?:合计|小计)?$/u],
  ['income.grand', null, /^收入(?:预算|决算)?总计$/u],
  ['expenditure.grand', null, /^支出(?:预算|决算)?总计$/u],
  ['balance', null, /^收支(?:预算|决算)?总计$|^收入、支出(?:预算|决算)?总计$/u],
  ['income', 'fiscal', /^(?:本年)?财政拨款收入$/u],
  ['income.superior', OWN, /^上级补助收入$/u],
  ['income.business', OWN, /^事业收入(?:\((?:不含|含).{2,12}\))?$/u],
  ['income.tuition', null, /^(?:其中:)?教育收费(?:收入)?$/u],
  ['income.operating', OWN, /^(?:事业单位)?经营收入$/u],
  ['income.affiliates', OWN, /^附属单位上缴收入$/u],
  ['income.other', OWN, /^其他收入$/u],
  ['basic', null, /^基本支出(?:合计|小计)?$/u],
  ['project', null, /^项目支出(?:合计|小计)?$/u],
  ['personnel', null, /^人员(?:经费|支出)(?:合计|小计)?$/u],
  ['operating', null, /^(?:日常)?公用(?:经费|支出)(?:合计|小计)?$/u],
  ['expenditure.superior', null, /^上缴上级(?:支出)?$/u],
  ['expenditure.operating', null, /^(?:事业单位)?经营支出$/u],
  ['expenditure.affiliates', null, /^对附属单位补助(?:支出)?$/u],
  ['surplus.used', null, /^使用非财政拨款结余(?:\(含专用结余\))?(?:和专用结余)?$|^用事业基金弥补收支差额$/u],
  ['running-costs', null, /^机关运行经费(?:支出)?$/u],
  ['surplus.distributed', null, /^结余分配$/u],
  ['opening', 'fiscal', /^(?:年初|上年)财政拨款结转(?:[和、]?结余)?(?:资金)?$/u],
  ['closing', 'fiscal', /^年末财政拨款结转(?:[和、]?结余)?$/u],
  ['opening', null, /^(?:年初|上年)结转(?:[和、]?结余)?(?:资金|收入|小计|合计)?$/u],
  [
    'closing',
    null,
    /^年[末终]结转(?:[和、]?结余)?(?:小计|合计)?$|^结转下年(?:资金|支出|使用)?(?:小计|合计)?$/u,
  ],
];

const FUNDS: readonly (readonly [Fund, RegExp])[] = [
  ['general-public', ofBudget('一般公共')],
  ['government-fund', ofBudget('政府性基金')],
  ['state-capital', ofBudget('国有资本(?:经营)?')],
  ['fiscal', /^(?:本年)?财政拨款(?:合计|小计|支出)?$/u],
  ['special-account', /^(?:财政专户|专户)管理(?:的)?资金(?:收入|支出)?$/u],
  ['other', /^(?:单位|其他)资金(?:收入|支出)?$/u],
];

const WHOLES = /^(?:合计|小计|总计|共计|金额|总额|资金总额|合计数|全年合计|本年合计)$/u;

/** Words that say of which year or phase a figure is, and nothing else. */
const PHASES =
  /^(?:(?:19|20)\d\d年?度?)?(?:上年度?|去年|本年度?|当年|年初|全年|年度|调整后?)?(?:的)?(?:收入|支出|收支)?(?:年初)?(?:总?预算|总?决算|预算执行|执行|批复|调整)?(?:总?数|金额|数额|合计)?$/u;
/** Words that head a side or a list and say nothing of the amounts in it. */
const HEADS = /^(?:项目(?:名称)?|科目名称|收入预算|支出预算|支出用途|功能分类|(?:本年)?收支)$/u;

const bare = (word: string): string => word.replace(/\((?:单位:)?(?:万|千|百|亿)?元\)$/u, '');

/** "财政拨款基本支出", "一般公共预算支出合计": a fund before a metric. */
const FUND_BEFORE = /^((?:(?:一般公共|政府性基金|国有资本经营)预算)?(?:财政拨款)?)(.+)$/u;

const metricIn = (words: string): Sense | null => {
  const found = METRICS.find(([, , pattern]) => pattern.test(words));
  return found === undefined ? null : { metric: found[0], fund: found[1] };
};

/** True for a header word that only tells the period, or only opens a list. */
export function isSilent(word: string): boolean {
  const words = bare(word);
  return words === '' || HEADS.test(words) || (PHASES.test(words) && metricIn(words) === null);
}

/** What one word of the field says, squeezed and without numbering; null where it is not known. */
export function senseOf(word: string): Sense | null {
  const words = bare(word);
  if (WHOLES.test(words)) return WHOLE;
  const metric = metricIn(words);
  if (metric !== null) return metric;
  const fund = FUNDS.find(([, pattern]) => pattern.test(words))?.[0];
  if (fund !== undefined) return { metric: null, fund };
  const [, named = '', rest = ''] = FUND_BEFORE.exec(words) ?? [];
  const part = named === '' ? null : metricIn(rest);
  return part === null ? null : { ...part, fund: fundOfWords(named) };
}
