import type { Direction, Fund, Metric } from '../../model/keys.ts';
import { squeeze } from '../text/flat.ts';

const FUNDS: readonly (readonly [Fund, RegExp])[] = [
  ['government-fund', /政府性基金/u],
  ['state-capital', /国有资本/u],
  ['general-public', /一般公共(?!服务)/u],
  ['special-account', /财政专户/u],
  ['fiscal', /财政拨款/u],
];

/** The funds that words name, the most special first: a budget of the fiscal appropriation before the appropriation. */
export const fundsNamed = (words: string): readonly Fund[] =>
  FUNDS.filter(([, pattern]) => pattern.test(words)).map(([fund]) => fund);

/** The one fund that words name; null where they name none, and where they name several besides the appropriation. */
export function fundOfWords(words: string): Fund | null {
  const [first, ...others] = fundsNamed(words);
  return first === undefined || others.some((fund) => fund !== 'fiscal') ? null : first;
}

const END =
  '(?:预算)?(?:支出|成本|费用?)?(?:(?:年初|全年)(?=预算))?(?:总?决算|预算|执行|实际)?(?:总?数|总额|金额)?$';
/** Purchases from some suppliers are a part of all purchases. */
const PURCHASES = '^(?!.*(?:企业|预留|供应商|其他政府采购)).*';
/** "拟购买货物", "政府采购货物支出", "服务采购金额", or the row "一、货物A" of a table of purchases. */
const purchasesOf = (kind: string): RegExp =>
  new RegExp(
    `${PURCHASES}(?:采购|购买)${kind}类?(?:支出|预算|金额)*$|^${kind}类?采购(?:支出|预算|金额)*$|^${kind}[ABC]?$`,
    'u',
  );
const VOCABULARY: readonly (readonly [Metric, RegExp])[] = [
  ['balance', /收入、支出(?:决算|预算)?总计$/u],
  ['income.grand', /^(?:财政拨款)?收入(?:决算|预算)?总计$/u],
  ['income', /^(?:财政拨款)?收入(?:决算|预算)?合计$|^财政收入$/u],
  ['three-public', new RegExp(`三公"?经费(?:财政拨款|预决算对比)?${END}`, 'u')],
  ['three-public.abroad', new RegExp(`因公出国(?:\\(境\\))?(?:经费|费)?${END}`, 'u')],
  ['three-public.vehicles', new RegExp(`公务用车购置及运行(?:维护)?(?:经费|费)?${END}`, 'u')],
  ['three-public.purchase', new RegExp(`公务用车购置(?:经费|费)?${END}`, 'u')],
  ['three-public.running', new RegExp(`公务用车运行(?:及?维护)?(?:经费|费)?${END}`, 'u')],
  [
    'three-public.reception',
    new RegExp(`(?<!国内|外宾|外事|境外|\\)外|公务)(?:公务)?接待(?:经费|费)?${END}`, 'u'),
  ],
  ['meetings', new RegExp(`(?:^|拨款安排的)会议费${END}`, 'u')],
  ['training', new RegExp(`(?:^|拨款安排的)培训费${END}`, 'u')],
  ['travel', new RegExp(`^差旅费${END}`, 'u')],
  ['running-costs', new RegExp(`机关运行经费${END}`, 'u')],
  [
    'procurement',
    new RegExp(
      `${PURCHASES}政府采购(?:(?:支出)?(?:预算)?总(?:额|金额)|实际支付总?金额|(?:支出)?预算(?:金额)?|金额\\(以.*为准\\))$`,
      'u',
    ),
  ],
  ['procurement.goods', purchasesOf('货物')],
  ['procurement.works', purchasesOf('工程')],
  ['procurement.services', purchasesOf('服务')],
  ['personnel', new RegExp(`^(?:其中:)?人员(?:经费|支出)(?:合计)?${END}`, 'u')],
  ['operating', new RegExp(`^(?:日常)?公用(?:经费|支出)(?:合计|预决算对比)?${END}`, 'u')],
  ['basic', new RegExp(`(?:^|财政拨款|公共预算)基本支出${END}`, 'u')],
  ['project', new RegExp(`(?:^|财政拨款|公共预算)项目支出${END}`, 'u')],
  ['expenditure.grand', /^支出(?:决算|预算)?总计$/u],
  [
    'expenditure',
    /(?:^|财政拨款|公共预算)支出(?:决算|预算)?合计$|(?:财政拨款|公共预算)支出(?:决算|预算)?数?$|^(?:收入支出|总收入支出)(?:预算|决算|执行)?数?$/u,
  ],
];

/** A label without the entity's own name, years and words of possession. */
export function bareLabel(label: string, entity: string | null): string {
  const text = squeeze(label).replace(/(?:19|20)\d\d年度?/gu, '');
  const own = entity === null ? text : text.replace(entity, '');
  return own.replace(/^(?:本部门|本单位|我[局单位]|其中:?|上年度?|去年|本年度?|全年(?!预算))+/u, '');
}

/** The metric that words name, or null. `words` are squeezed, without years and names. */
export const metricOfWords = (words: string): Metric | null =>
  VOCABULARY.find(([, pattern]) => pattern.test(words))?.[0] ?? null;

/** What is carried over from one year to the next, or makes up for what the year lacks: no income or expenditure of it. */
export const CARRIED = /结转|结余|弥补/u;

/** Metrics that are the same money whatever fund is printed beside them: they have no fund of their own. */
const FUNDLESS = /^(?:three-public|meetings|training|travel|running-costs|procurement|execution-rate)/u;
export const isFundless = (metric: string): boolean => FUNDLESS.test(metric);

const DIRECTIONS: readonly (readonly [Direction, RegExp])[] = [
  ['income', /^income/u],
  ['balance', /^(?:balance|opening|closing|surplus)/u],
  [
    'expenditure',
    /^(?:expenditure|basic|project|personnel|operating|three-public|meetings|training|travel|running-costs|procurement)/u,
  ],
];

/** Which way the money of a metric goes, or null for rates. */
export const directionOf = (metric: Metric): Direction | null =>
  DIRECTIONS.find(([, pattern]) => pattern.test(metric))?.[0] ?? null;
