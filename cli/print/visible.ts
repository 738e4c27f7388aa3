/**
 * What a terminal would act on or hide instead of showing it: control characters (C0, DEL, C1), lone surrogates, ends of lines
 * and paragraphs, and what turns the direction of text (Unicode Standard Annex 9).
 */
const UNSEEN = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;
/** The same but for line ends, tabs, and the sequences for colours. */
const UNSEEN_IN_LINES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: sequences for colours begin with one
  /\u001B\[[\d;]*m|[\n\t]|[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

const code = (character: string): string =>
  `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** A name or a message in one line in which nothing acts on a terminal: `\u001b` stands for the character itself. */
export const visible = (text: string): string => text.replace(UNSEEN, code);

/** The same for whole output, whose own line ends and colours stay. In JSON the result means the same. */
export const visibleLines = (text: string): string =>
  text.replace(UNSEEN_IN_LINES, (found) => (found.length > 1 || /[\n\t]/u.test(found) ? found : code(found)));
