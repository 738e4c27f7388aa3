import { headingLevel } from '../../normalizers/prose/heading.ts';
import { metricNamed } from '../agreement/metric.ts';
import { comparable, type Mention, mentionsOf, type Passage } from './mention.ts';

/** A total and its items, told in two sentences. */
export interface CarriedList {
  readonly total: Mention;
  readonly parts: readonly Mention[];
}

/** How many paragraphs back the total may stand: a page number can lie between. */
const TOTAL_REACH = 2;
const OPENS_SENTENCE = /^其中[:,]?/u;
const ABROAD = 'three-public.abroad';
const ITEMS: ReadonlySet<string> = new Set([ABROAD, 'three-public.vehicles', 'three-public.reception']);

/** The figures of the sentence that this one of its paragraph goes on from: the one before it, or the last one above. */
function mentionsAbove(passages: readonly Passage[], at: number, place: number): readonly Mention[] {
  const before = passages[at]?.sentences[place - 1];
  if (before !== undefined) return mentionsOf(before);
  for (const above of passages.slice(Math.max(0, at - TOTAL_REACH), at).toReversed()) {
    const last = above.sentences.at(-1);
    if (last === undefined || headingLevel(last.text) !== null) return [];
    const mentions = mentionsOf(last);
    if (mentions.length > 0) return mentions;
  }
  return [];
}

/** The items of the three public expenses, each once and of the total's phase; journeys abroad may be left out. */
function itemsOf(mentions: readonly Mention[], total: Mention): readonly Mention[] | null {
  const items = mentions.flatMap((mention) => {
    const metric =
      mention.role === 'amount' && comparable(mention, total) ? metricNamed(mention.fact.label) : null;
    return metric !== null && ITEMS.has(metric) ? [{ mention, metric }] : [];
  });
  const named = new Set(items.map(({ metric }) => metric));
  const whole = [...ITEMS].every((item) => item === ABROAD || named.has(item));
  const once = named.size === items.length;
  const alike = items.every(({ mention }) => mention.fact.phase === total.fact.phase);
  return whole && once && alike ? items.map(({ mention }) => mention) : null;
}

/**
 * "“三公”经费…支出决算为18.52万元,完成预算的90%。" and then "其中:因公出国(境)费支出决算0万元;…": the lists of the three
 * public expenses that open a sentence, under the total of the sentence before.
 */
export function carriedOver(passages: readonly Passage[], at: number): readonly CarriedList[] {
  return (passages[at]?.sentences ?? []).flatMap((sentence, place): readonly CarriedList[] => {
    if (!OPENS_SENTENCE.test(sentence.text)) return [];
    const mentions = mentionsOf(sentence).filter(({ depth }) => depth === 0);
    const phase = mentions[0]?.fact.phase;
    const total = mentionsAbove(passages, at, place).findLast(
      (m) => m.role === 'amount' && m.fact.phase === phase && /三公/u.test(m.sentence.text),
    );
    const parts = total === undefined ? null : itemsOf(mentions, total);
    return total === undefined || parts === null ? [] : [{ total, parts }];
  });
}
