import type { Fact, Phase, Reading } from '../../model/reading.ts';
import { squeeze } from '../../normalizers/text/flat.ts';
import { passagesOf } from '../prose/mention.ts';

/** A figure bound to one metric of the report's controlled vocabulary: only these are held against each other. */
export interface Bound {
  readonly fact: Fact;
  readonly metric: string;
  readonly year: number | null;
  readonly phase: Phase;
  /** False where the metric came from the subject of the sentence rather than from the label itself. */
  readonly explicit: boolean;
}

const END = '(?:支出|成本|费用?)?(?:总?决算|执行|实际)?(?:总?数|总额|金额)?$';
const VOCABULARY: readonly (readonly [string, RegExp])[] = [
  [
    'income',
    /^(?:部门|单位)?(?:本年)?(?:度)?收入(?:决算)?(?:合计|总计|数)?$|本年度?收入(?:合计|决算数|年初预算数)$/u,
  ],
  ['general-expenditure', /一般公共预算(?:财政拨款)?支出(?:决算)?(?:数|合计)?$/u],
  ['fiscal-balance', /财政拨款收入、支出(?:决算)?总计$/u],
  ['balance', /^(?:部门|单位)?收入、支出(?:决算)?总计$/u],
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
  ['personnel', new RegExp(`^(?:其中:)?人员(?:经费|支出)${END}`, 'u')],
  ['operating', new RegExp(`^(?:日常)?公用(?:经费|支出)(?:预决算对比)?${END}`, 'u')],
  ['basic', new RegExp(`(?:^|财政拨款)基本支出${END}`, 'u')],
  ['project', new RegExp(`(?:^|财政拨款)项目支出${END}`, 'u')],
  [
    'expenditure',
    /^(?:本年度?)?支出(?:合计|决算数|决算总计|年初预算数|执行数)?$|^(?:收入支出|总收入支出)(?:预算|决算|执行)?数?$|^本年度?(?:预算执行数|调整预算数|全年预算数)$/u,
  ],
];

/** Labels that name a phase and nothing else; their metric is the subject of their sentence. */
const GENERIC =
  /^(?:年初|全年|调整后?|本年度?)?(?:预算|决算|执行|支出|预算执行|支出决算)?(?:总?数|总额|金额)?$/u;
const WHOLE = /^(?:本(?:部门|单位)|我(?:部门|单位|局)|全?部门)/u;

/** The metric that a label names by itself, or null. */
export function metricNamed(label: string): string | null {
  const text = squeeze(label)
    .replace(/(?:19|20)\d\d年度?/gu, '')
    .replace(/^(?:本部门|本单位|我[局单位]|其中:?|上年度?|去年|全年)+/u, '');
  return VOCABULARY.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

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

const wholeMetric = (subject: string): string | null =>
  WHOLE.test(subject) && !/费|项目|采购|资金|转移|专项/u.test(subject) ? 'expenditure' : null;

function boundProse(reading: Reading): readonly Bound[] {
  const bound: Bound[] = [];
  const final = reading.profile.kind !== 'budget';
  for (const { mentions } of passagesOf(reading)) {
    for (const { fact, role, sentence, lead } of mentions) {
      if (role !== 'amount' || fact.quantity.unit !== '元' || fact.quantity.approximate) continue;
      if (/市本级|县本级|区本级|局机关/u.test(lead)) continue;
      const own = metricNamed(fact.label);
      const generic =
        own === null &&
        GENERIC.test(
          squeeze(fact.label)
            .replace(/(?:19|20)\d\d年度?/gu, '')
            .replace(WHOLE, ''),
        );
      const subject = generic ? subjectOf(sentence.text) : '';
      const metric = own ?? (generic ? (metricNamed(subject) ?? wholeMetric(subject)) : null);
      if (metric === null) continue;
      const phase =
        fact.phase !== 'unknown'
          ? fact.phase
          : /预算/u.test(subject) && !/预决算|决算/u.test(subject)
            ? 'initial'
            : final
              ? 'final'
              : 'initial';
      const prior = /(?:上年度?|去年)[^,;。]*$/u.test(lead) || phase === 'prior';
      const year = fact.year ?? reading.profile.year;
      bound.push({
        fact,
        metric,
        year: prior && fact.phase !== 'prior' && year !== null ? year - 1 : year,
        phase: prior ? 'final' : phase,
        explicit: own !== null,
      });
    }
  }
  return bound;
}

const cache = new WeakMap<Reading, readonly Bound[]>();
/** The prose figures that the vocabulary binds, once a reading. */
export function boundInProse(reading: Reading): readonly Bound[] {
  const known = cache.get(reading);
  if (known !== undefined) return known;
  const bound = boundProse(reading);
  cache.set(reading, bound);
  return bound;
}
