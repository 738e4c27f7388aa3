import type { Lines, RecognizedWord } from './recognizer.ts';

/** Marks that mean nothing on their own; a dash does, for it fills a cell. */
const MARKS = /^[“”"'‘’〃`´^~_。，、,.．·•:：;；<>|!*)）]+$/u;
/** No line begins with one of these; with a comma it may, where lines are broken anywhere. */
const NEVER_FIRST = /^[．·•]$/u;
/** A mark that stands so far from all others of its line (heights of the line) belongs to none. */
const APART = 1;
/** What gaps between print of two kinds are taken for. */
const QUOTE = /^[“”"‘’〃_]$/u;
const OPENING = /[“‘]/gu;
const CLOSING = /[”’]/gu;

/**
 * Lines without the marks that engines make of specks and gaps: lone ones, one before all others, and a quote before a
 * figure without a partner.
 */
export const withoutDirt = (lines: Lines): Lines =>
  lines
    .map((line) => withoutStrayQuotes(line.filter((word) => !isLone(word, line))))
    .map(withoutFirstMark)
    .filter((line) => line.length > 0);

function withoutFirstMark(line: readonly RecognizedWord[]): readonly RecognizedWord[] {
  const [first, ...rest] = line;
  const [mark, ...symbols] = first?.symbols ?? [];
  if (first === undefined || mark === undefined || !NEVER_FIRST.test(mark.text)) return line;
  return symbols.length > 0 ? [{ ...first, symbols }, ...rest] : rest;
}

function isLone(word: RecognizedWord, line: readonly RecognizedWord[]): boolean {
  if (!MARKS.test(textOf(word))) return false;
  const height = Math.max(...line.map(({ box }) => box[3] - box[1]));
  return line.every(
    (other) =>
      other === word ||
      other.box[0] - word.box[2] > APART * height ||
      word.box[0] - other.box[2] > APART * height,
  );
}

const textOf = ({ symbols }: RecognizedWord): string => symbols.map(({ text }) => text).join('');

function withoutStrayQuotes(line: readonly RecognizedWord[]): readonly RecognizedWord[] {
  const text = line.map(textOf).join('');
  const isPaired = [...text.matchAll(OPENING)].length === [...text.matchAll(CLOSING)].length;
  const all = line.flatMap(({ symbols }) => symbols);
  const stray = new Set(
    all.filter(
      (symbol, index) =>
        QUOTE.test(symbol.text) &&
        !(isPaired && /[“”‘’]/u.test(symbol.text)) &&
        /\d/u.test(all[index + 1]?.text ?? ''),
    ),
  );
  if (stray.size === 0) return line;
  return line
    .map((word) => ({ ...word, symbols: word.symbols.filter((symbol) => !stray.has(symbol)) }))
    .filter(({ symbols }) => symbols.length > 0);
}
