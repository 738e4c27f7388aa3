import { type Paragraph, placeWithin } from '../../model/layout.ts';
import type { Fact, Sentence } from '../../model/reading.ts';
import { flatten } from '../text/flat.ts';
import { findFigures } from './figures.ts';
import { headingLevel } from './heading.ts';
import { labelOf, phaseOf, yearBefore, yearsNamed } from './label.ts';

const SENTENCE_END = /[。!?]/u;
const LONGEST_QUOTE = 160;
/** Labels that say what a figure does to the amount before it; that amount's name belongs to them. */
const RELATIVE =
  /^(?:(?:与|比|较|同|相较于?)(?:上年度?|去年|上一年度?|(?:19|20)\d\d年度?)(?:年初|全年)?(?:预算|决算)?(?:执行)?数?(?:相比|比较)?)?(?:各|同比|净)?(?:占.{0,24}|增长|下降|增加|减少|降低|提高|上升|[增减降]幅|完成(?:年初|全年|调整)?预算的?|增长率|下降率)$/u;
/** A change belongs to the year that it leads to, whatever amount stands before it. */
const CHANGE = /(?:增长|下降|增加|减少|降低|提高|上升|[增减降]幅|[增降]率)$/u;

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Flat text cut behind 。 ! ? — but not inside a number or where nothing follows. */
function cut(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (!SENTENCE_END.test(text[i] ?? '')) continue;
    pieces.push({ start, end: i + 1 });
    start = i + 1;
  }
  if (start < text.length) pieces.push({ start, end: text.length });
  return pieces;
}

/** The part of a sentence that is quoted for a figure: the whole, or as much around it as a screen holds. */
function quoteAround(text: string, start: number, end: number): [number, number] {
  if (text.length <= LONGEST_QUOTE) return [0, text.length];
  const from = Math.max(0, Math.min(start - LONGEST_QUOTE / 2, text.length - LONGEST_QUOTE));
  return [from, Math.min(text.length, Math.max(end, from + LONGEST_QUOTE))];
}

/** Sentences with their figures; headings are kept as sentences of their own and as the path of what follows. */
export function readProse(
  paragraphs: readonly Paragraph[],
  documentYear: number | null,
): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const stack: { level: number; text: string }[] = [];
  paragraphs.forEach((paragraph, number) => {
    const flat = flatten(paragraph.text);
    const level = headingLevel(flat.text);
    if (level !== null) {
      while ((stack.at(-1)?.level ?? -1) >= level) stack.pop();
    }
    const headings = stack.map((heading) => heading.text);
    for (const piece of cut(flat.text)) {
      const text = flat.text.slice(piece.start, piece.end);
      const index = sentences.length;
      const original = (offset: number) => flat.at[piece.start + offset] ?? paragraph.text.length;
      const printed = (start: number, end: number) => paragraph.text.slice(original(start), original(end));
      const facts: Fact[] = [];
      let from = 0;
      let subject = '';
      const years = yearsNamed(text);
      for (const figure of findFigures(text)) {
        const own = labelOf(text, from, figure.start, figure.end);
        const label = RELATIVE.test(own) ? `${subject}${own}` : own;
        if (!RELATIVE.test(own) && figure.quantity.unit !== '%') subject = own;
        const named = phaseOf(label);
        const phase = named === 'prior' && CHANGE.test(own) ? 'unknown' : named;
        const year = yearBefore(years, figure.start, documentYear);
        facts.push({
          id: `s${index}f${facts.length}`,
          label,
          quantity: {
            ...figure.quantity,
            raw: printed(figure.start, figure.start + figure.quantity.raw.length).trim(),
          },
          year: phase === 'prior' && year !== null ? year - 1 : year,
          phase,
          place: placeWithin(paragraph, original(figure.start), original(figure.end)),
          quote: printed(...quoteAround(text, figure.start, figure.end)),
          origin: { kind: 'prose', sentence: index, start: figure.start, end: figure.end },
        });
        from = figure.end;
      }
      const place = placeWithin(paragraph, original(0), original(text.length));
      sentences.push({ index, text, paragraph: number, headings, place, facts });
    }
    if (level !== null) stack.push({ level, text: flat.text });
  });
  return sentences;
}
