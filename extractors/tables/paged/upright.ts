import type { Glyph } from '../../../model/document.ts';
import type { Turn } from '../../../model/turn.ts';

/** The glyphs turned about the page's corner so that their text runs to the right; their coordinates mean nothing beyond. */
export function upright(glyphs: readonly Glyph[], turn: Turn): readonly Glyph[] {
  return glyphs.map((glyph) => {
    const { x0, y0, x1, y1 } = glyph;
    if (turn === 90) return { ...glyph, x0: y0, y0: -x1, x1: y1, y1: -x0, baseline: -x0 };
    return turn === 180
      ? { ...glyph, x0: -x1, y0: -y1, x1: -x0, y1: -y0, baseline: -y0 }
      : { ...glyph, x0: -y1, y0: x0, x1: -y0, y1: x1, baseline: x1 };
  });
}

/** How all of the glyphs are turned, or null where they stand upright or differ. */
export function commonTurn(glyphs: readonly Glyph[]): Turn | null {
  const turn = glyphs[0]?.turn;
  return turn !== undefined && glyphs.every((glyph) => glyph.turn === turn) ? turn : null;
}
