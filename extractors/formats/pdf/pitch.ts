import type { Glyph } from '../../../model/document.ts';

/** However close the setting, this part of its own width stays with a glyph. */
const LEAST = 0.3;

const follows = (a: Glyph, b: Glyph): boolean =>
  a.font === b.font &&
  Math.abs(a.baseline - b.baseline) < 0.1 * a.size &&
  b.x0 < a.x1 &&
  b.x0 - a.x0 >= LEAST * (a.x1 - a.x0);

/**
 * Ends each glyph where the next one of its text begins. Some producers place every digit of a full-width font by
 * itself and closer than its width; taken at their width such digits would seem printed over each other.
 * @param glyphs in drawing order
 */
export function setToPitch(glyphs: readonly Glyph[]): readonly Glyph[] {
  return glyphs.map((glyph, i) => {
    const next = glyphs[i + 1];
    return next !== undefined && follows(glyph, next) ? { ...glyph, x1: next.x0 } : glyph;
  });
}
