import type { Fact, Reading, Sentence } from '../../model/reading.ts';
import { onceFor } from '../../normalizers/once.ts';
import { clustersOf } from '../agreement/clusters.ts';
import { metricNamed } from '../agreement/metric.ts';
import { representative } from '../agreement/representative.ts';
import { amountsNamed } from './lookup.ts';
import { comparable, type Mention, type Passage, passagesOf } from './mention.ts';

const OPENS = /其中|以下方面|包括|主要用于|具体|分别|结构/u;
/** "2024年度三公经费支出决算中,": the base that a sentence opens with. */
const LEADING_BASE = /^([^,;。\d]*(?:(?:19|20)\d\d年度?)?[^,;。\d]*?)中[,:]/u;
/** A paragraph that leaves its list to the paragraphs behind it. */
const LIST_BEHIND = /其中[:,]?$|如下[:。]?$|:$/u;
/** How many items of such a list may stand before the one in hand. */
const LIST_REACH = 12;

/** The amount that a table or the text prints for a named metric in the report's own year. */
function printedMetric(reading: Reading, name: string): Fact | null {
  const metric = metricNamed(name, reading.profile.entity);
  if (metric === null) return null;
  const { year, kind } = reading.profile;
  const phases = kind === 'budget' ? (['initial'] as const) : (['final', 'initial'] as const);
  for (const phase of phases) {
    const clusters = clustersOf(reading).filter(
      (c) => c.metric === metric && c.year === year && c.phase === phase,
    );
    // Totals of two funds under one name: the one of all funds is meant, or it cannot be told.
    const whole =
      clusters.find((cluster) => cluster.fund === 'all') ?? (clusters.length === 1 ? clusters[0] : undefined);
    const fact = whole === undefined ? undefined : representative(whole.prints)?.fact;
    if (fact !== undefined) return fact;
  }
  return null;
}

const passageOf = onceFor(
  (passages: readonly Passage[]): ReadonlyMap<Sentence, number> =>
    new Map(passages.flatMap(({ sentences }, at) => sentences.map((sentence) => [sentence, at] as const))),
);

/** "…支出预算合计500万元,其中:" at the end of a paragraph whose list goes on below, one item a paragraph. */
function openedAbove(passages: readonly Passage[], item: Mention): Mention | null {
  const at = passageOf(passages).get(item.sentence) ?? -1;
  for (let i = at - 1; i >= Math.max(0, at - LIST_REACH); i--) {
    const passage = passages[i];
    const last = passage?.sentences.at(-1);
    if (passage === undefined || last === undefined) return null;
    if (LIST_BEHIND.test(last.text)) {
      return (
        passage.mentions.findLast((m) => m.sentence === last && m.role === 'amount' && comparable(m, item)) ??
        null
      );
    }
    if (!passage.mentions.some((m) => m.role === 'share')) return null;
  }
  return null;
}

/** The amount of that name: told before the share, printed for the metric, or told only later. */
function amountOf(reading: Reading, name: string, share: Mention): Fact | null {
  const { before, after } = amountsNamed(passagesOf(reading), name, share);
  return before?.fact ?? printedMetric(reading, name) ?? after?.fact ?? null;
}

/** The amount that a share is taken of: the named one, the one opened by 其中, or the subject of the sentence; null if none is said. */
export function shareBase(
  reading: Reading,
  share: Mention,
  item: Mention,
  sentence: readonly Mention[],
): Fact | null {
  const named = share.base.replace(/^(?:全部|总|本单位|本部门)/u, '');
  if (named.length >= 2) {
    const here = sentence.findLast(
      (m) => m.role === 'amount' && m.start < share.start && m !== item && m.fact.label.endsWith(named),
    );
    return here?.fact ?? amountOf(reading, named, share);
  }
  const leading = LEADING_BASE.exec(share.sentence.text)?.[1];
  if (leading !== undefined && leading.length >= 2) return amountOf(reading, leading, share);
  const amounts = sentence.filter((m) => m.role === 'amount' && comparable(m, item) && m.start < share.start);
  const opened = amounts.findLast((m, i) => m !== item && OPENS.test(amounts[i + 1]?.lead ?? ''));
  if (opened !== undefined) return opened.fact;
  const first = amounts[0];
  if (first !== undefined && first !== item) return first.fact;
  return openedAbove(passagesOf(reading), item)?.fact ?? null;
}
