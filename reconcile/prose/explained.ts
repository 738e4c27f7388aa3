import type { Reading, Sentence } from '../../model/reading.ts';
import { onceFor } from '../../normalizers/once.ts';
import { ITEM } from './items.ts';
import { passagesOf } from './mention.ts';

/** Words of an item, with the sentence that prints them. */
interface Said {
  readonly text: string;
  readonly sentence: Sentence;
}

/** One functional item with what its paragraph says of it: "…(项)…主要用于…。…主要原因是…。" */
export interface ExplainedItem {
  readonly classLabel: string;
  readonly divisionLabel: string;
  readonly itemLabel: string;
  readonly purpose: Said | null;
  readonly reason: Said | null;
}

const PURPOSE = /主要?用于:?([^。;]{2,60})/u;
const REASON = /原因(?:是|为)?:?([^。;:]{2,60})[。;]?$/u;

/** The reason that a sentence ends with, or null. */
export const reasonIn = (sentence: Sentence): string | null => REASON.exec(sentence.text)?.[1] ?? null;

function said(sentences: readonly Sentence[], wordsIn: (sentence: Sentence) => string | null): Said | null {
  for (const sentence of sentences) {
    const text = wordsIn(sentence);
    if (text !== null) return { text, sentence };
  }
  return null;
}

const purposeIn = (sentence: Sentence): string | null => PURPOSE.exec(sentence.text)?.[1] ?? null;

/** The items of the report's list that have a paragraph of their own, in order. */
export const explainedItems = onceFor((reading: Reading): readonly ExplainedItem[] =>
  passagesOf(reading).flatMap(({ sentences }): readonly ExplainedItem[] => {
    const matches = sentences.flatMap((sentence) => [...sentence.text.matchAll(ITEM)]);
    const [match] = matches;
    if (match === undefined || matches.length > 1) return [];
    const [, classLabel = '', divisionLabel = '', itemLabel = ''] = match;
    return [
      {
        classLabel: classLabel.replace(/^[-\d.、()]+/u, ''),
        divisionLabel,
        itemLabel,
        purpose: said(sentences, purposeIn),
        reason: said(sentences, reasonIn),
      },
    ];
  }),
);
