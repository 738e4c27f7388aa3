import type { Glyph } from '../../model/document.ts';
import type { PixelBox } from '../../model/raster.ts';
import { asPrinted } from './printed.ts';
import type { RecognizedSymbol, RecognizedWord } from './recognizer.ts';

const POINTS_AN_INCH = 72;
const FONT = 'scan';
/** Separators are printed this part as wide as digits. */
const NARROW = 0.5;
/** Characters of a line are further apart than this part of its height. */
const LEAST_STEP = 0.1;
const ASCII = /^[\x21-\x7e]$/u;

/** Maps pixels of a page image to points. */
export const pointsOf = (pixels: number, dpi: number): number => (pixels * POINTS_AN_INCH) / dpi;

/** Ideographs and their punctuation take a square a little larger than their ink. */
const WIDE = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u;
const SQUARE = 1.06;
/** Lines that differ by this part of their height at most are printed alike: how high ink is depends on its characters. */
const ALIKE = 0.25;

/** Digits are this part as high as ideographs; where these are fewer than a part of a line, the line is no higher. */
const DIGIT = 0.76;
const MOSTLY = 0.6;

/** Height in pixels of the lines that most characters stand in; `null` where there are none. */
export function usualHeight(lines: readonly (readonly RecognizedWord[])[]): number | null {
  const heights = lines.flatMap((words) => {
    const { top, bottom } = bandOf(words);
    return words.flatMap(({ symbols }) => symbols.map(() => bottom - top));
  });
  return heights.toSorted((a, b) => a - b)[Math.floor(heights.length / 2)] ?? null;
}

/**
 * The glyphs of a line of words in points. Engines tell where a character stands less well than where its line does, so
 * all glyphs of a line are as high as most, and what overlaps is parted half-way: no character is printed over another.
 * ASCII characters touch within a word, for a gap would be a space.
 * @param usual height of most lines of the page in pixels
 */
export function glyphsOfLine(
  words: readonly RecognizedWord[],
  dpi: number,
  usual: number | null = null,
): readonly Glyph[] {
  const band = bandOf(words);
  const own = band.bottom - band.top;
  const symbols = words.flatMap((word) => word.symbols);
  const wide = symbols.filter(({ text }) => WIDE.test(text)).length / Math.max(1, symbols.length);
  const square = own / (wide >= MOSTLY ? 1 : DIGIT + ((1 - DIGIT) * wide) / MOSTLY);
  const size = usual !== null && Math.abs(square - usual) <= ALIKE * usual ? usual : own;
  const all = words.flatMap((word) => word.symbols.map((symbol) => ({ symbol, word })));
  const texts = asPrinted(all.map(({ symbol }) => symbol.text));
  const middles: number[] = [];
  for (const { symbol } of all) {
    const middle = (symbol.box[0] + symbol.box[2]) / 2;
    middles.push(Math.max(middle, (middles.at(-1) ?? Number.NEGATIVE_INFINITY) + LEAST_STEP * size));
  }
  return all.map(({ symbol, word }, index): Glyph => {
    const at = middles[index] ?? 0;
    const left = ((middles[index - 1] ?? Number.NEGATIVE_INFINITY) + at) / 2;
    const right = (at + (middles[index + 1] ?? Number.POSITIVE_INFINITY)) / 2;
    const [before, next] = [all[index - 1], all[index + 1]];
    const [joinsLeft, joinsRight] = [touches(before, { symbol, word }), touches({ symbol, word }, next)];
    // The same to both sides, for cells are told by the middles of their glyphs.
    const ink = (symbol.box[2] - symbol.box[0]) / 2;
    const wanted = WIDE.test(symbol.text) ? Math.max(ink, (SQUARE * size) / 2) : Math.min(ink, size / 2);
    const half = Math.min(wanted, at - left, right - at);
    return {
      text: texts[index] ?? symbol.text,
      x0: pointsOf(joinsLeft ? left : at - half, dpi),
      y0: pointsOf(isBeside(word, band) ? band.top : word.box[1], dpi),
      x1: pointsOf(joinsRight ? right : at + half, dpi),
      y1: pointsOf(isBeside(word, band) ? band.bottom : word.box[3], dpi),
      baseline: pointsOf(isBeside(word, band) ? band.bottom : word.box[3], dpi),
      size: pointsOf(size, dpi),
      font: FONT,
    };
  });
}

interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Where the characters of a line stand: engines give words that they could not place the height of the whole line. */
function bandOf(words: readonly RecognizedWord[]): Band {
  const boxes = words.flatMap(({ symbols, box }) => symbols.map(() => box));
  const middle = (edges: readonly number[]): number =>
    edges.toSorted((a, b) => a - b)[Math.floor(edges.length / 2)] ?? 0;
  return { top: middle(boxes.map((box) => box[1])), bottom: middle(boxes.map((box) => box[3])) };
}

const isBeside = ({ box: [, top, , bottom] }: RecognizedWord, band: Band): boolean => {
  const middle = (top + bottom) / 2;
  return middle >= band.top && middle <= band.bottom;
};

interface Placed {
  readonly symbol: RecognizedSymbol;
  readonly word: RecognizedWord;
}

const touches = (a: Placed | undefined, b: Placed | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.word === b.word &&
  ASCII.test(a.symbol.text) &&
  ASCII.test(b.symbol.text);

/** The glyphs of a figure spread over the ink that it was read from. */
export function glyphsOfFigure(figure: string, ink: PixelBox, dpi: number): readonly Glyph[] {
  const characters = [...figure];
  const widths = characters.map((character) => (/[.,]/u.test(character) ? NARROW : 1));
  const unit = (ink.right - ink.left) / widths.reduce((sum, width) => sum + width, 0);
  const [y0, y1] = [pointsOf(ink.top, dpi), pointsOf(ink.bottom, dpi)];
  let at = ink.left;
  return characters.map((text, index): Glyph => {
    const x0 = at;
    at += unit * (widths[index] ?? 1);
    return {
      text,
      x0: pointsOf(x0, dpi),
      y0,
      x1: pointsOf(at, dpi),
      y1,
      baseline: y1,
      size: y1 - y0,
      font: FONT,
    };
  });
}
