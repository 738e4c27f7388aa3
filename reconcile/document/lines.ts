import { type Paragraph, placeWithin } from '../../model/layout.ts';
import type { Place } from '../../model/place.ts';
import type { Reading } from '../../model/reading.ts';
import { onceFor } from '../../normalizers/once.ts';
import { squeeze } from '../../normalizers/text/flat.ts';

/** A paragraph as completeness sees it: its text without white space, and what part of the report it belongs to. */
export interface Line {
  readonly index: number;
  readonly text: string;
  readonly place: Place;
  /** True in the table of contents, which promises a section without being one. */
  readonly contents: boolean;
  /** True for the definition of a term: it names everything and discloses nothing. */
  readonly definition: boolean;
}

const CONTENTS = /^目录$/u;
const FIRST_LINES = 30;
const LONGEST_ENTRY = 30;
const MOST_ENTRIES = 100;
const LEADERS = /[.…·\-—–]*\d*$/u;
const NUMBERING =
  /^(?:第[一二三四五六七八九十]+(?:部分|章)|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d{1,2}[.、])/u;
const DEFINITION = /^[^。]{0,40}[:：](?:是|指|反映|为保障)|^[^。]{0,40}[:：][^。]{0,40}是指/u;

const entryOf = (text: string): string => text.replace(LEADERS, '').replace(NUMBERING, '');

interface Range {
  readonly from: number;
  readonly to: number;
}

const NONE: Range = { from: 0, to: 0 };
const pageOf = (paragraph: Paragraph | undefined): number | null => {
  const [segment] = paragraph?.segments ?? [];
  return segment !== undefined && 'page' in segment ? segment.page : null;
};

/**
 * The paragraphs of the contents: from 目录 to where its first entry comes again as a heading; where the headings are
 * worded otherwise, to the end of the page before the first sentence. Empty where neither tells contents from body.
 */
function contentsOf(paragraphs: readonly Paragraph[], texts: readonly string[]): Range {
  const from = texts.slice(0, FIRST_LINES).findIndex((text) => CONTENTS.test(text));
  if (from < 0) return NONE;
  const entries = new Set<string>();
  for (let i = from + 1; i < Math.min(texts.length, from + MOST_ENTRIES); i++) {
    const text = texts[i] ?? '';
    const entry = entryOf(text);
    if (entries.has(entry)) return { from, to: i };
    if (text.includes('。') && text.length > LONGEST_ENTRY) {
      const page = pageOf(paragraphs[i]);
      const to = paragraphs.findIndex((paragraph) => pageOf(paragraph) === page);
      return page === null || to <= from ? NONE : { from, to };
    }
    if (entry !== '') entries.add(entry);
  }
  return NONE;
}

/** Every paragraph of a report, sorted into contents, definitions and body. */
export const linesOf = onceFor((reading: Reading): readonly Line[] => {
  const texts = reading.paragraphs.map((paragraph) => squeeze(paragraph.text));
  const { from, to } = contentsOf(reading.paragraphs, texts);
  return reading.paragraphs.map((paragraph, index) => ({
    index,
    text: texts[index] ?? '',
    place: placeWithin(paragraph, 0, paragraph.text.length),
    contents: index >= from && index < to,
    definition: DEFINITION.test(texts[index] ?? ''),
  }));
});

/** What the report says in its own words: neither contents nor definitions of terms. */
export const bodyOf = onceFor((reading: Reading): readonly Line[] =>
  linesOf(reading).filter(({ contents, definition }) => !contents && !definition),
);
