import type { Reading } from '../../model/reading.ts';
import { onceFor } from '../../normalizers/once.ts';
import { phaseOf } from '../../normalizers/prose/label.ts';
import { type Mention, mentionsOf, type Passage, passagesOf } from './mention.ts';

/** One entry of the list of functional items that a report explains one by one, whatever levels it names. */
export interface ListedItem {
  /** The division as printed, null where the entry names only the item. */
  readonly division: string | null;
  readonly name: string;
  /** Seven digits, null where none is printed. */
  readonly code: string | null;
  /** What was spent on it (in a budget: is to be), null where the entry does not say. */
  readonly amount: Mention | null;
  readonly paragraph: number;
}

const ITEM =
  /(?:([^,;。:()"]{1,30}(?:\([^()类款项]*\)[^,;。:()"]{0,10})?)\(款\))?([^,;。:"()]{2,30}(?:\([^()类款项]*\)[^,;。:"()]{0,12})?)\(项\)"?:?(?:\((\d{7})\))?/gu;
const NUMBERING = /^[-\d.、]+/u;

interface Placed {
  readonly mention: Mention;
  /** Offset in the text of the whole paragraph. */
  readonly at: number;
}

function placed({ sentences }: Passage): readonly Placed[] {
  let from = 0;
  return sentences.flatMap((sentence) => {
    const start = from;
    from += sentence.text.length;
    return mentionsOf(sentence).map((mention) => ({ mention, at: start + mention.start }));
  });
}

/** The first amount behind the item that is the report's own: not last year's, and in a final account not the budget. */
function amountAmong(
  text: string,
  from: number,
  candidates: readonly Placed[],
  { profile }: Reading,
): Mention | null {
  const planned = profile.kind === 'budget';
  let last = from;
  for (const { mention, at } of candidates) {
    const words = text.slice(last, at);
    last = at;
    const { fact, role } = mention;
    if (role !== 'amount' || fact.quantity.unit !== '元') continue;
    const phase = phaseOf(words);
    const own = planned
      ? phase === 'initial' || phase === 'unknown'
      : phase === 'final' || phase === 'unknown';
    if (own && (fact.year === null || profile.year === null || fact.year === profile.year)) return mention;
  }
  return null;
}

function itemsOf(reading: Reading, passage: Passage): readonly ListedItem[] {
  const text = passage.sentences.map((sentence) => sentence.text).join('');
  if (!text.includes('(项)')) return [];
  const amounts = placed(passage);
  const matches = [...text.matchAll(ITEM)];
  let next = 0;
  return matches.map((match, i): ListedItem => {
    const from = match.index + match[0].length;
    const until = matches[i + 1]?.index ?? text.length;
    while ((amounts[next]?.at ?? from) < from) next += 1;
    const first = next;
    while ((amounts[next]?.at ?? until) < until) next += 1;
    const own = amounts.slice(first, next);
    return {
      division: match[1]?.replace(NUMBERING, '').replace(/^.*\(类\)/u, '') ?? null,
      name: (match[2] ?? '').replace(NUMBERING, ''),
      code: match[3] ?? null,
      amount: amountAmong(text, from, own, reading),
      paragraph: passage.paragraph,
    };
  });
}

/** The entries of the prose that state an amount for a functional item. */
export const listedItems = onceFor((reading: Reading): readonly ListedItem[] =>
  passagesOf(reading)
    .flatMap((passage) => itemsOf(reading, passage))
    .filter(({ amount }) => amount !== null),
);
