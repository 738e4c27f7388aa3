import type { Fund } from '../../model/keys.ts';
import type { Fact, Phase, Reading, Sentence } from '../../model/reading.ts';
import { bareLabel, fundsNamed, isFundless, metricOfWords } from '../../normalizers/keys/vocabulary.ts';
import { onceFor } from '../../normalizers/once.ts';
import { classCode } from '../prose/items.ts';
import { type Mention, passagesOf } from '../prose/mention.ts';

/** The fund that words name; the most special one wins. */
export const fundNamed = (words: string): Fund | null => fundsNamed(words)[0] ?? null;

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

/** Labels that name a phase and nothing else; their metric is the subject of their sentence. */
const GENERIC =
  /^(?:年初|全年|调整后?|本年度?)?(?:收入|支出)?(?:年初)?(?:预算|决算|执行|预算执行)?(?:总?数|总额|金额)?$/u;
const WHOLE = /^(?:本(?:部门|单位)|我(?:部门|单位|局)|全?部门)/u;

/** The metric that a label names by itself, or null. */
export function metricNamed(label: string, entity: string | null = null): string | null {
  const text = bareLabel(label, entity);
  const named = metricOfWords(text);
  if (named !== null) return named;
  const code = classCode(text.replace(/\([^()]*\)/gu, '').replace(/决算数?$|预算数?$/u, ''));
  // 其他支出 is the name of a class and of too many other things.
  return code === null || code === '229' ? null : `class-${code}`;
}

export const fundOf = (metric: string, ...words: readonly string[]): Fund => {
  if (isFundless(metric)) return 'all';
  for (const text of words) {
    const fund = fundNamed(text);
    if (fund !== null) return fund;
  }
  return 'all';
};

/** The words that open a sentence, up to its first figure, comma or colon: what generic labels are about. */
const subjectOf = onceFor(
  ({ text }: Sentence): string =>
    text
      .replace(/^[-*]*(?:\(?\d{1,2}[.)、])?/u, '')
      .replace(/^\([一二三四五六七八九十]+\)/u, '')
      .replace(/(?:19|20)\d\d年度?,?/gu, '')
      .split(/[,:;。\d]/u, 1)[0]
      ?.replace(/[为是]$/u, '') ?? '',
);

const wholeMetric = (subject: string, label: string): string | null =>
  WHOLE.test(subject) && !/费|项目|采购|资金|转移|专项/u.test(subject)
    ? /收入/u.test(label)
      ? 'income'
      : 'expenditure'
    : null;

/** Funds have 预算 in their names, which then says nothing about the phase. */
const withoutFunds = (words: string): string =>
  words.replace(/(?:一般公共|政府性基金|国有资本经营)预算/gu, '');

/** "收入支出执行情况" in the subject or 上年 before the figure: which year and phase an amount without its own words has. */
function periodOf(
  mention: Mention,
  subject: string,
  reading: Reading,
): { year: number | null; phase: Phase } {
  const { fact, lead } = mention;
  const year = fact.year ?? reading.profile.year;
  if (fact.phase === 'prior')
    return { year, phase: /预算(?!执行)/u.test(withoutFunds(fact.label)) ? 'initial' : 'final' };
  if (/(?:上年度?|去年)[^,;。]*$/u.test(lead))
    return { year: year === null ? null : year - 1, phase: 'final' };
  if (fact.phase !== 'unknown') return { year, phase: fact.phase };
  const words = withoutFunds(subject);
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
      if (RATE.test(fact.label) && fact.quantity.unit === '%' && WHOLE.test(subjectOf(sentence))) {
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
      const generic = own === null && GENERIC.test(bareLabel(fact.label, entity));
      if (own === null && !generic) continue;
      const subject = entity !== null && fact.label.includes(entity) ? '本部门' : subjectOf(sentence);
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
