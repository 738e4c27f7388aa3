import { onceFor } from '../../normalizers/once.ts';
import type { Mention, Passage } from './mention.ts';
import { metricOf } from './name.ts';

/** Words that a named base may carry besides its name. */
const bare = (text: string): string =>
  text
    .replace(/(?:19|20)\d\d年度?|本年度?|当年|本部门|本单位|我[局单位]|全部|["'*]/gu, '')
    .replace(/(?:支出决算|决算|数额|总额)?(?:中|里)?(?:的)?$/u, '')
    .trim();

/** What labels and bases of one metric with the same kind of total have in common, or null for words without a metric. */
function metricKey(words: string): string | null {
  const metric = metricOf(words);
  return metric === '' ? null : `${metric}|${/收入/u.test(words)}|${/支出/u.test(words)}`;
}

/** True where a label is the named base: the same words, or the same metric with the same kind of total. */
export function names(label: string, base: string): boolean {
  const [a, b] = [bare(label), bare(base)];
  if (a === '' || b === '') return false;
  const metric = metricKey(a);
  return a.endsWith(b) || (metric !== null && metric === metricKey(b));
}

/** "检察(款):2018年预算支出合计…" is the total of that division, whatever its label says. */
const partial = (mention: Mention): boolean =>
  /\([类款项]\)/u.test(mention.sentence.text.slice(0, mention.start));

interface Named {
  readonly mention: Mention;
  /** Its place among all mentions of the report. */
  readonly at: number;
  /** Its bare label from the last character to the first. */
  readonly reversed: string;
}

interface Index {
  readonly placeOf: ReadonlyMap<Mention, number>;
  /** By the reversed label, so that the labels that end in the same words stand together. */
  readonly byEnding: readonly Named[];
  readonly byMetric: ReadonlyMap<string | null, readonly Named[]>;
  /** What was looked up already: reports name the same base again and again. */
  readonly known: Map<string, readonly Named[]>;
}

const reversedOf = (text: string): string => [...text].reverse().join('');

/** The amounts that bases can name, by their names: every share of a long report asks for one. */
const indexOf = onceFor((passages: readonly Passage[]): Index => {
  const mentions = passages.flatMap((passage) => passage.mentions);
  const placeOf = new Map(mentions.map((mention, at) => [mention, at]));
  const named = mentions.flatMap((mention, at): readonly Named[] => {
    const label = mention.role === 'amount' ? bare(mention.fact.label) : '';
    return label === '' || partial(mention) ? [] : [{ mention, at, reversed: reversedOf(label) }];
  });
  return {
    placeOf,
    byEnding: named.toSorted((a, b) => (a.reversed < b.reversed ? -1 : a.reversed > b.reversed ? 1 : 0)),
    byMetric: Map.groupBy(named, ({ mention }) => metricKey(bare(mention.fact.label))),
    known: new Map(),
  };
});

function firstAt(named: readonly Named[], isBehind: (one: Named) => boolean): number {
  let [low, high] = [0, named.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = named[middle];
    if (one !== undefined && isBehind(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The amounts whose label is the named base, ends in its words, or is the same metric with the same kind of total. */
function namedBy({ byEnding, byMetric, known }: Index, base: string): readonly Named[] {
  const words = bare(base);
  if (words === '') return [];
  const found = known.get(words);
  if (found !== undefined) return found;
  const ending = reversedOf(words);
  const from = firstAt(byEnding, ({ reversed }) => reversed >= ending);
  let to = from;
  while (byEnding[to]?.reversed.startsWith(ending) === true) to += 1;
  const metric = metricKey(words);
  const alike = metric === null ? [] : (byMetric.get(metric) ?? []);
  const all = [...new Set([...byEnding.slice(from, to), ...alike])].sort((a, b) => a.at - b.at);
  known.set(words, all);
  return all;
}

/** The amounts that a phrase names: the nearest one before the given place, and the nearest one behind it. */
export function amountsNamed(
  passages: readonly Passage[],
  base: string,
  near: Mention,
): { readonly before: Mention | null; readonly after: Mention | null } {
  const index = indexOf(passages);
  const all = namedBy(index, base);
  const place = index.placeOf.get(near) ?? Number.POSITIVE_INFINITY;
  const fits = ({ mention }: Named): boolean => mention !== near && sameYear(mention, near);
  const split = firstAt(all, ({ at }) => at >= place);
  let before = split - 1;
  while (before >= 0 && !all.slice(before, before + 1).some(fits)) before -= 1;
  let after = split;
  while (after < all.length && !all.slice(after, after + 1).some(fits)) after += 1;
  return { before: all[before]?.mention ?? null, after: all[after]?.mention ?? null };
}

const sameYear = (a: Mention, b: Mention): boolean =>
  a.fact.year === null || b.fact.year === null || a.fact.year === b.fact.year;
