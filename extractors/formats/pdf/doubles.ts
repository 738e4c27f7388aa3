import type { Glyph } from '../../../model/document.ts';

/** Prints of one character closer than this part of their size are one character made bold. */
const SAME_PLACE = 0.15;

const near = (a: Glyph, b: Glyph): boolean =>
  Math.abs(a.size - b.size) < 0.2 * a.size &&
  Math.max(Math.abs(a.x0 - b.x0), Math.abs(a.baseline - b.baseline)) < SAME_PLACE * a.size;

/**
 * The glyphs without second prints of the same character at the same place, which some producers make for bold or
 * shadowed type. Only geometry decides: "11" stays two characters.
 */
export function withoutDoubles(glyphs: readonly Glyph[]): readonly Glyph[] {
  const buckets = new Map<string, Glyph[]>();
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    // Buckets wider than the tolerance: a double lies in the same or in a neighbouring one.
    const step = Math.max(1, glyph.size);
    const column = Math.round(glyph.x0 / step);
    const row = Math.round(glyph.baseline / step);
    const around = [-1, 0, 1].flatMap((dx) =>
      [-1, 0, 1].map((dy) => `${glyph.text}${column + dx},${row + dy}`),
    );
    if (around.some((key) => buckets.get(key)?.some((other) => near(other, glyph)) === true)) continue;
    kept.push(glyph);
    const key = `${glyph.text}${column},${row}`;
    const same = buckets.get(key);
    if (same === undefined) buckets.set(key, [glyph]);
    else same.push(glyph);
  }
  return kept;
}
