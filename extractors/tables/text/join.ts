import type { Bit } from './grid.ts';

const ASCII_WORD = /[A-Za-z0-9]/;

/** Joins two pieces of one wrapped text: no space, except where two ASCII words meet. */
export function joinText(left: string, right: string): string {
  if (left === '' || right === '') return left + right;
  const words = ASCII_WORD.test(left.at(-1) ?? '') && ASCII_WORD.test(right[0] ?? '');
  return words ? `${left} ${right}` : left + right;
}

/** Joins the pieces of one cell in reading order; the place is that of the first piece. */
export function joinBits(bits: readonly Bit[]): Bit | null {
  const [first, ...rest] = bits;
  if (first === undefined) return null;
  return { ...first, text: rest.reduce((text, bit) => joinText(text, bit.text), first.text) };
}

/** Nothing to fold here: most cells are of this kind. */
const PLAIN = /^[\x21-\x7e\u3400-\u9fff]*$/u;

/** Text without any white space, full-width forms folded: what vocabulary is compared with. */
export const bare = (text: string): string =>
  PLAIN.test(text) ? text : text.normalize('NFKC').replace(/\s/gu, '');

const HAN = /[\u3400-\u9fff\uf900-\ufaff]/u;

/** True where the text holds a Chinese character. */
export const hasHan = (text: string): boolean => HAN.test(text);

/** The printed width of a text in full-width characters; quotes are printed full width in Chinese. */
export function printedWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[“”"‘’]/.test(character) || character > '\u2e7f') width += 1;
    else width += 0.5;
  }
  return width;
}

/** The pieces of a cell that was wrapped inside one line: Chinese text broken by single spaces. */
export const piecesOf = (text: string): readonly string[] =>
  text
    .trim()
    .split(/(?<=[\u3400-\u9fff，、。；：）”》"])\s+(?=[\u3400-\u9fff（“《"])/u)
    .filter((piece) => piece !== '');
