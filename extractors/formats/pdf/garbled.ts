import type { Glyph, GlyphPage, PackedPage } from '../../../model/document.ts';
import { charactersOf, packed, unpacked } from '../../../model/packed.ts';
import type { Box } from '../../../model/place.ts';
import type { Reason } from '../../../model/status.ts';
import { FAMILIAR } from './familiar.ts';

/** Odd characters of one font that are fewer, or a smaller share of those beyond ASCII, are the author's own. */
const MIN_COUNT = 5;
const MIN_SHARE = 0.03;
/** In a short run, such as a heading, fewer are enough where they are this share of it. */
const SHORT_COUNT = 3;
const SHORT_SHARE = 0.4;
/** Fewer different ones are bullets and other signs of a symbol font. */
const MIN_KINDS = 3;
/** From this share of odd characters on, nothing that the font says is believed. */
const HOPELESS = 0.3;
/**
 * Of so many ideographs of a font this share at least is familiar, or it gives one ideograph for another. Only of a font that
 * has this share of all ideographs: where a producer parts one font in several, the rare ones gather in some.
 */
const MIN_IDEOGRAPHS = 100;
const MIN_FAMILIAR = 0.1;
const MAIN = 0.25;
/** A Latin letter or figure as wide as this part of its size is no Latin letter in a font that lies. */
const IDEOGRAPH_WIDTH = 0.8;
const REPLACEMENT = '\ufffd';

/**
 * What Chinese reports print: ASCII, ideographs (those of extension A stand for numbers of glyphs far oftener than for
 * names), full-width and CJK signs, Greek, numerals, arrows, mathematical and geometric signs, a few of Latin-1.
 */
const EXPECTED =
  /^(?:[\x20-\x7e§©®°±²³·×÷¥£µ\u2010-\u206f\u20a0-\u20bf\u2100-\u27bf\u3000-\u303f\u3200-\u33ff\ufe10-\ufe4f\uff00-\uffef]|\p{Script=Greek}|(?![\u3400-\u4dbf])\p{Script=Han})+$/u;
const ASCII = /^[\x20-\x7e]+$/;

interface Tally {
  all: number;
  beyondAscii: number;
  odd: number;
  ideographs: number;
  familiar: number;
  readonly kinds: Set<string>;
}

export const isOdd = (text: string): boolean => !EXPECTED.test(text);

function tallies(pages: readonly PackedPage[]): ReadonlyMap<string, Tally> {
  const fonts = new Map<string, Tally>();
  for (const page of pages)
    for (const { font, text } of charactersOf(page)) {
      let tally = fonts.get(font);
      if (tally === undefined) {
        tally = { all: 0, beyondAscii: 0, odd: 0, ideographs: 0, familiar: 0, kinds: new Set() };
        fonts.set(font, tally);
      }
      tally.all += 1;
      if (ASCII.test(text)) continue;
      tally.beyondAscii += 1;
      if (text >= '\u4e00' && text <= '\u9fff') tally.ideographs += 1;
      if (FAMILIAR.has(text)) tally.familiar += 1;
      if (!isOdd(text)) continue;
      tally.odd += 1;
      if (tally.kinds.size < MIN_KINDS) tally.kinds.add(text);
    }
  return fonts;
}

/** Whether hardly an ideograph of a font is one that texts are written with: its map is shifted, or of another encoding. */
const isStrange = ({ ideographs, familiar }: Tally, all: number): boolean =>
  ideographs >= Math.max(MIN_IDEOGRAPHS, MAIN * all) && familiar < MIN_FAMILIAR * ideographs;

/** Whether a font has no right map from its glyphs to characters: it gives odd ones amid what reports print. */
const lies = ({ beyondAscii, odd, kinds }: Tally): boolean =>
  kinds.size >= MIN_KINDS &&
  ((odd >= MIN_COUNT && odd >= MIN_SHARE * beyondAscii) ||
    (odd >= SHORT_COUNT && odd >= SHORT_SHARE * beyondAscii));

/** Whether what a lying font says of a glyph cannot be what is printed. */
const isUntrue = ({ text, size, x0, x1, y0, y1 }: Glyph): boolean =>
  isOdd(text) || (ASCII.test(text) && Math.min(x1 - x0, y1 - y0) > IDEOGRAPH_WIDTH * size);

function boxOf(glyphs: readonly Glyph[]): Box {
  let box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x0, y0, x1, y1 } of glyphs)
    box = [Math.min(box[0], x0), Math.min(box[1], y0), Math.max(box[2], x1), Math.max(box[3], y1)];
  return box;
}

const reasonOf = ({ number, glyphs }: GlyphPage, untrue: readonly Glyph[]): Reason => ({
  code: 'garbled-text',
  message:
    `page ${number}: ${untrue.length} of ${glyphs.length} characters are not what is printed, ` +
    'for their font maps them wrongly; they are left unread, and recognition is needed',
  place: { page: number, box: boxOf(untrue) },
});

/**
 * The pages with U+FFFD for every character that its font tells wrongly, and a reason for each page that has such.
 * Fonts are judged over the whole document. Of a font that gives one ideograph for another none is believed; a few wrong
 * ones among right ones cannot be told.
 */
export function withoutGarbled(pages: readonly PackedPage[]): {
  readonly pages: readonly PackedPage[];
  readonly reasons: readonly Reason[];
} {
  const fonts = [...tallies(pages)];
  const all = fonts.reduce((sum, [, { ideographs }]) => sum + ideographs, 0);
  const strange = new Set(fonts.flatMap(([font, tally]) => (isStrange(tally, all) ? [font] : [])));
  const liars = new Map(fonts.filter(([font, tally]) => strange.has(font) || lies(tally)));
  if (liars.size === 0) return { pages, reasons: [] };
  const isWrong = (glyph: Glyph): boolean => {
    const tally = liars.get(glyph.font);
    return (
      tally !== undefined && (strange.has(glyph.font) || tally.odd >= HOPELESS * tally.all || isUntrue(glyph))
    );
  };
  const reasons: Reason[] = [];
  const mended = pages.map((one) => {
    const page = unpacked(one);
    const untrue = new Set(page.glyphs.filter(isWrong));
    if (untrue.size === 0) return one;
    reasons.push(reasonOf(page, [...untrue]));
    const glyphs = page.glyphs.map((glyph) => (untrue.has(glyph) ? { ...glyph, text: REPLACEMENT } : glyph));
    return packed({ ...page, glyphs });
  });
  return { pages: mended, reasons };
}
