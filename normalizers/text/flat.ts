/**
 * Flat text: what matching works on. Full-width forms are folded (NFKC, one character at a time), quotes unified,
 * white space dropped except where it separates two ASCII characters. Every flat character knows where it came from.
 */
export interface FlatText {
  readonly text: string;
  /** `at[i]` is the offset in the original of flat character i; `at[text.length]` is the original's length. */
  readonly at: readonly number[];
}

const QUOTES: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '＂': '"',
  '‘': "'",
  '’': "'",
  '﹪': '%',
  '≧': '≥',
  '≽': '≥',
  '⩾': '≥',
  '≦': '≤',
  '≼': '≤',
  '⩽': '≤',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '﹣': '-',
};
const SPACE = /[\s\u00a0\u200b\u3000\ufeff]/u;
const WORD_END = /[\w.,%]/u;
const WORD_START = /[\w.,]/u;

/** Most characters are plain ideographs, which fold to themselves; asking is cheaper than normalizing. */
const isPlain = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x7f);
/** A text of plain characters alone, without a Markdown mark. */
const AS_COMPARED = /^[\u4e00-\u9fff!-)+-~]*$/u;
const foldCharacter = (character: string): string =>
  isPlain(character.charCodeAt(0)) ? character : (QUOTES[character] ?? character.normalize('NFKC'));

/** Folds a text. Offsets are UTF-16 units. */
export function flatten(original: string): FlatText {
  let text = '';
  const at: number[] = [];
  let gap: number | null = null;
  // Asking the growing text itself for it would copy the whole of it each time.
  let last = '';
  let offset = 0;
  for (const character of original) {
    if (SPACE.test(character)) {
      gap ??= offset;
    } else {
      const folded = foldCharacter(character);
      if (gap !== null && WORD_END.test(last) && WORD_START.test(folded[0] ?? '')) {
        text += ' ';
        at.push(gap);
      }
      gap = null;
      for (let i = 0; i < folded.length; i++) at.push(offset);
      text += folded;
      last = folded.at(-1) ?? last;
    }
    offset += character.length;
  }
  at.push(original.length);
  return { text, at };
}

/** A label as it is compared: folded, without any white space or Markdown marks. */
export function squeeze(text: string): string {
  if (AS_COMPARED.test(text)) return text;
  let folded = '';
  for (const character of text) if (!SPACE.test(character)) folded += foldCharacter(character);
  return folded.replace(/[\s*]/gu, '');
}
