import type { Glyph } from '../../model/document.ts';
import type { PixelBox } from '../../model/raster.ts';
import type { RecognizedSymbol, RecognizedWord } from './recognizer.ts';

const POINTS_AN_INCH = 72;
const FONT = 'scan';
/** Separators are printed this part as wide as digits. */
const NARROW = 0.5;
/** Characters of a line are further apart than this part of its height. */
const LEAST_STEP = 0.1;
/** Reports print no single angle brackets; small round ones are taken for them. */
const CONFUSED: ReadonlyMap<string, string> = new Map([
  ['〈', '（'],
  ['〉', '）'],
]);
const ASCII = /^[\x21-\x7e]$/u;

/** Maps pixels of a page image to points. */
export const pointsOf = (pixels: number, dpi: number): number => (pixels * POINTS_AN_INCH) / dpi;

/**
 * The glyphs of a line of words in points. Engines tell where a character stands less well than where its word does, so
 * all glyphs of a word are as high as it, and what overlaps is parted half-way: no character is printed over another.
 * ASCII characters touch within a word, for a gap would be a space.
 */
export function glyphsOfLine(words: readonly RecognizedWord[], dpi: number): readonly Glyph[] {
  const baseline = Math.max(...words.map(({ box }) => box[3]));
  const size = baseline - Math.min(...words.map(({ box }) => box[1]));
  const all = words.flatMap((word) => word.symbols.map((symbol) => ({ symbol, word })));
  const middles: number[] = [];
  for (const { symbol } of all) {
    const middle = (symbol.box[0] + symbol.box[2]) / 2;
    middles.push(Math.max(middle, (middles.at(-1) ?? Number.NEGATIVE_INFINITY) + LEAST_STEP * size));
  }
  return all.map(({ symbol, word }, index): Glyph => {
    const own = middles[index] ?? 0;
    const left = ((middles[index - 1] ?? Number.NEGATIVE_INFINITY) + own) / 2;
    const right = (own + (middles[index + 1] ?? Number.POSITIVE_INFINITY)) / 2;
    const [before, next] = [all[index - 1], all[index + 1]];
    const [joinsLeft, joinsRight] = [touches(before, { symbol, word }), touches({ symbol, word }, next)];
    // The same to both sides, for cells are told by the middles of their glyphs.
    const half = Math.min((symbol.box[2] - symbol.box[0]) / 2, size / 2, own - left, right - own);
    return {
      text: printed(all.slice(Math.max(0, index - 2), index + 1).map((one) => one.symbol.text)),
      x0: pointsOf(joinsLeft ? left : own - half, dpi),
      y0: pointsOf(word.box[1], dpi),
      x1: pointsOf(joinsRight ? right : own + half, dpi),
      y1: pointsOf(word.box[3], dpi),
      baseline: pointsOf(baseline, dpi),
      size: pointsOf(size, dpi),
      font: FONT,
    };
  });
}

/** The last of some characters as it must be printed: behind 单位 and 部门 at most a colon looks like a comma or a point. */
function printed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? '';
  const isColon = /^[,，;；.。]$/u.test(last) && /^(?:单位|部门)$/u.test(texts.slice(0, -1).join(''));
  return isColon ? '：' : (CONFUSED.get(last) ?? last);
}

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
