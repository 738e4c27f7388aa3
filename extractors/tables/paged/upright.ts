import type { Glyph } from '../../../model/document.ts';
import type { Box } from '../../../model/place.ts';
import type { Turn } from '../../../model/turn.ts';

/** The box turned about the page's corner so that a text in it, turned clockwise by `turn`, runs to the right. */
export function uprightBox([x0, y0, x1, y1]: Box, turn: Turn): Box {
  if (turn === 90) return [y0, -x1, y1, -x0];
  return turn === 180 ? [-x1, -y1, -x0, -y0] : [-y1, x0, -y0, x1];
}

/** The glyphs turned about the page's corner so that their text runs to the right; their coordinates mean nothing beyond. */
export function upright(glyphs: readonly Glyph[], turn: Turn): readonly Glyph[] {
  return glyphs.map((glyph) => {
    const [x0, y0, x1, y1] = uprightBox([glyph.x0, glyph.y0, glyph.x1, glyph.y1], turn);
    return { ...glyph, x0, y0, x1, y1, baseline: y1 };
  });
}

/** How all of the glyphs are turned, or null where they stand upright or differ. */
export function commonTurn(glyphs: readonly Glyph[]): Turn | null {
  const turn = glyphs[0]?.turn;
  return turn !== undefined && glyphs.every((glyph) => glyph.turn === turn) ? turn : null;
}
