import type { Fact, Phase, Reading, Sentence } from '../../model/reading.ts';
import { onceFor } from '../../normalizers/once.ts';
import { squeeze } from '../../normalizers/text/flat.ts';
import { classCode } from '../prose/items.ts';
import { type Mention, passagesOf } from '../prose/mention.ts';

export type Fund = 'all' | 'fiscal' | 'general' | 'government' | 'capital';

/** The fund that words name; the most special one wins. */
export function fundNamed(words: string): Fund | null {
  if (/政府性基金/u.test(words)) return 'government';
  if (/国有资本/u.test(words)) return 'capital';
  if (/一般公共/u.test(words)) return 'general';
  return /财政拨款/u.test(words) ? 'fiscal' : null;
}

/** A figure bound to one metric of the report's controlled vocabulary: only these are held against each other. */
export interface Bound {
  readonly fact: Fact;
  readonly metric: string;
  readonly year: number | null;
  readonly phase: Phase;
  /** Whose money: all funds, the fiscal appropriation, or one of its budgets. */
  readonly fund: Fund;
  /** False where the metric came from the subject of the sentence rather than from the label itself. */
  readonly explicit: boolean;
}

const END = '(?:支出|成本|费用?)?(?:总?决算|执行|实际)?(?:总?数|总额|金额)?$';
const VOCABULARY: readonly (readonly [string, RegExp])[] = [
  ['balance', /收入、支出(?:决算|预算)?总计$/u],
  ['income.grand', /^(?:财政拨款)?收入(?:决算|预算)?总计$/u],
  ['income', /^(?:财政拨款)?收入(?:决算|预算)?合计$|^财政收入$/u],
  ['three-public', new RegExp(`三公"?经费(?:财政拨款|预决算对比)?${END}`, 'u')],
  ['three-public.abroad', new RegExp(`因公出国(?:\\(境\\))?(?:经费|费)?${END}`, 'u')],
  ['three-public.vehicles', new RegExp(`公务用车购置及运行(?:维护)?(?:经费|费)?${END}`, 'u')],
  ['three-public.purchase', new RegExp(`公务用车购置(?:经费|费)?${END}`, 'u')],
  ['three-public.running', new RegExp(`公务用车运行(?:及?维护)?(?:经费|费)?${END}`, 'u')],
  ['three-public.reception', new RegExp(`(?<!国内)(?<!外宾)(?:公务接待|接待)(?:经费|费)?${END}`, 'u')],
  ['meetings', new RegExp(`^会议费${END}`, 'u')],
  ['training', new RegExp(`^培训费${END}`, 'u')],
  ['travel', new RegExp(`^差旅费${END}`, 'u')],
  ['running-costs', new RegExp(`机关运行经费${END}`, 'u')],
  ['procurement', /政府采购(?:支出)?总额$|政府采购实际支付总?金额$/u],
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

/** Labels that name a phase and nothing else; their metric is the subject of their sentence. */
const GENERIC =
  /^(?:年初|全年|调整后?|本年度?)?(?:收入|支出)?(?:年初)?(?:预算|决算|执行|预算执行)?(?:总?数|总额|金额)?$/u;
const WHOLE = /^(?:本(?:部门|单位)|我(?:部门|单位|局)|全?部门)/u;

/** A label without the entity's own name, years and words of possession. */
function bare(label: string, entity: string | null): string {
  const text = squeeze(label).replace(/(?:19|20)\d\d年度?/gu, '');
  const own = entity === null ? text : text.replace(entity, '');
  return own.replace(/^(?:本部门|本单位|我[局单位]|其中:?|上年度?|去年|本年度?|全年(?!预算))+/u, '');
}

/** The metric that a label names by itself, or null. */
export function metricNamed(label: string, entity: string | null = null): string | null {
  const text = bare(label, entity);
  const named = VOCABULARY.find(([, pattern]) => pattern.test(text))?.[0];
  if (named !== undefined) return named;
  const code = classCode(text.replace(/\([^()]*\)/gu, '').replace(/决算数?$|预算数?$/u, ''));
  // 其他支出 is the name of a class and of too many other things.
  return code === null || code === '229' ? null : `class-${code}`;
}

/** Metrics that are the same money whatever fund is named with them. */
const FUNDLESS = /^(?:three-public|meetings|training|travel|running-costs|procurement)/u;
export const fundOf = (metric: string, ...words: readonly string[]): Fund => {
  if (FUNDLESS.test(metric)) return 'all';
  for (const text of words) {
    const fund = fundNamed(text);
    if (fund !== null) return fund;
  }
  return 'all';
};

/** The words that open a sentence, up to its first figure, comma or colon: what generic labels are about. */
function subjectOf(sentence: string): string {
  return (
    sentence
      .replace(/^[-*]*(?:\(?\d{1,2}[.)、])?/u, '')
      .replace(/^\([一二三四五六七八九十]+\)/u, '')
      .replace(/(?:19|20)\d\d年度?,?/gu, '')
      .split(/[,:;。\d]/u)[0] ?? ''
  );
}

const wholeMetric = (subject: string, label: string): string | null =>
  WHOLE.test(subject) && !/费|项目|采购|资金|转移|专项/u.test(subject)
    ? /收入/u.test(label)
      ? 'income'
      : 'expenditure'
    : null;

/** "收入支出执行情况" in the subject or 上年 before the figure: which year and phase an amount without its own words has. */
function periodOf(
  mention: Mention,
  subject: string,
  reading: Reading,
): { year: number | null; phase: Phase } {
  const { fact, lead } = mention;
  const year = fact.year ?? reading.profile.year;
  if (fact.phase === 'prior') return { year, phase: 'final' };
  if (/(?:上年度?|去年)[^,;。]*$/u.test(lead))
    return { year: year === null ? null : year - 1, phase: 'final' };
  if (fact.phase !== 'unknown') return { year, phase: fact.phase };
  const words = subject.replace(/(?:一般公共|政府性基金|国有资本经营)预算/gu, '');
  const planned = reading.profile.kind === 'budget' || (/预算/u.test(words) && !/决算/u.test(words));
  return { year, phase: planned ? 'initial' : 'final' };
}

/** The rate at which the whole budget was spent; rates of single funds name the fund. */
const RATE = /^(?:本部门|本单位)?(?:(?:19|20)\d\d年度?)?(?:全年|年度)?(?:预算)?(?:资金)?(?:支出率|执行率)$/u;
const OWN_PART = /市本级|县本级|区本级|局机关/u;

function boundProse(reading: Reading): readonly Bound[] {
  const bound: Bound[] = [];
  const { entity } = reading.profile;
  for (const { mentions } of passagesOf(reading)) {
    const inherited = new Map<Sentence, string>();
    for (const mention of mentions) {
      const { fact, role, sentence } = mention;
      if (RATE.test(fact.label) && fact.quantity.unit === '%' && WHOLE.test(subjectOf(sentence.text))) {
        const year = fact.year ?? reading.profile.year;
        bound.push({ fact, metric: 'execution-rate', explicit: false, fund: 'all', year, phase: 'final' });
      }
      if (
        role !== 'amount' ||
        fact.quantity.unit !== '元' ||
        fact.quantity.approximate ||
        OWN_PART.test(fact.label)
      )
        continue;
      const own = metricNamed(fact.label, entity);
      const generic = own === null && GENERIC.test(bare(fact.label, entity));
      if (own === null && !generic) continue;
      const subject = entity !== null && fact.label.includes(entity) ? '本部门' : subjectOf(sentence.text);
      const carried = inherited.get(sentence) ?? null;
      const metric = own ?? metricNamed(subject, entity) ?? wholeMetric(subject, fact.label) ?? carried;
      if (metric === null) continue;
      if (generic) inherited.set(sentence, metric);
      bound.push({
        fact,
        metric,
        explicit: own !== null,
        fund: fundOf(metric, fact.label, subject, ...sentence.headings.slice(-2).toReversed()),
        ...periodOf(mention, subject, reading),
      });
    }
  }
  return bound;
}

/** The prose figures that the vocabulary binds. */
export const boundInProse = onceFor(boundProse);
