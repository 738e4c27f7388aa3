import type { GlyphPage } from '../../../model/document.ts';

/** Fewer odd characters than this on a page, or a smaller share of those beyond ASCII, are symbols of the author. */
const MIN_COUNT = 5;
const MIN_SHARE = 0.03;

/** Controls, private use, the replacement character, and Latin-1 beside the signs that reports use. */
const ODD =
  /^[\p{Cc}\p{Co}\ufffd\u00a1-\u00a4\u00a6\u00a8\u00aa-\u00af\u00b4\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u024f]$/u;

/**
 * Whether the text layer of a page is not what is printed: a font without a right map from its glyphs to characters
 * gives odd ones amid ideographs. What is wrong but looks like ideographs cannot be told here.
 */
export function isGarbled({ glyphs }: GlyphPage): boolean {
  const beyond = glyphs.filter((glyph) => !/^[\x20-\x7e]+$/.test(glyph.text));
  const odd = beyond.filter((glyph) => ODD.test(glyph.text)).length;
  return odd >= MIN_COUNT && odd >= MIN_SHARE * beyond.length;
}
