import type { Paragraph } from '../../model/layout.ts';
import type { Reading } from '../../model/reading.ts';

const STOP = /[。．.：:；;！？!?”"）)]$/u;
/** What no paragraph begins with: the rest of a figure or of a list; numbering apart. */
const REST = /^(?:[,，;；、%。)）]|\d[\d.,]*\s*(?:%|万|亿|元))/u;
const NUMBERED = /^[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．](?!\d)/u;
/** A heading has no stop either, but it is short and holds no figure. */
const LONGEST_HEADING = 30;

const isOpen = ({ text }: Paragraph): boolean => {
  const bare = text.trim();
  return !STOP.test(bare) && (bare.length > LONGEST_HEADING || /\d\s*(?:%|万|亿|元)|[,，]/u.test(bare));
};

const pageOf = ({ segments: [first] }: Paragraph): number | null =>
  first !== undefined && 'page' in first ? first.page : null;

/**
 * The figures of sentences that were torn on a recognized page: the paragraph before them has no end, or their own has no
 * beginning. What such a sentence says of its figures is half of what was printed.
 */
export function tornFacts({ layout, paragraphs, sentences }: Reading): ReadonlySet<string> {
  const { recognized } = layout;
  if (recognized === undefined) return new Set();
  const torn = new Set<number>();
  for (const [index, paragraph] of paragraphs.entries()) {
    const page = pageOf(paragraph);
    const before = paragraphs[index - 1];
    if (page === null || !recognized.has(page)) continue;
    const text = paragraph.text.trim();
    const goesOn =
      before !== undefined && before.before === paragraph.before && isOpen(before) && !NUMBERED.test(text);
    if (goesOn || REST.test(text)) torn.add(index);
    if (goesOn) torn.add(index - 1);
  }
  return new Set(
    sentences.flatMap(({ paragraph, facts }) => (torn.has(paragraph) ? facts.map(({ id }) => id) : [])),
  );
}
