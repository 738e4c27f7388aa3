import type { Glyph, GlyphPage, Ruling } from '../../../model/document.ts';
import type { Cell } from '../../../model/layout.ts';

/** Glyphs of a line of text for tests: ASCII half as wide as it is high, a blank moves on; points from the top left. */
export function glyphsOf(text: string, x: number, baseline: number, size = 10): readonly Glyph[] {
  let at = x;
  return Array.from(text).flatMap((character) => {
    const width = /[\x20-\x7e]/.test(character) ? size / 2 : size;
    const x0 = at;
    at += width;
    return character.trim() === ''
      ? []
      : [
          {
            text: character,
            x0,
            y0: baseline - 0.88 * size,
            x1: at,
            y1: baseline + 0.12 * size,
            baseline,
            size,
            font: 'f',
          },
        ];
  });
}

export const pageOf = (
  number: number,
  glyphs: readonly Glyph[],
  rulings: readonly Ruling[] = [],
): GlyphPage => ({
  kind: 'glyphs',
  number,
  width: 600,
  height: 800,
  glyphs,
  rulings,
  images: [],
});

/** Rulings of a full grid with the given boundaries. */
export function gridRulings(xs: readonly number[], ys: readonly number[]): readonly Ruling[] {
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return [
    ...xs.map((x) => ({ x0: x, y0, x1: x, y1, width: 0.5 })),
    ...ys.map((y) => ({ x0, y0: y, x1, y1: y, width: 0.5 })),
  ];
}

/** A page with a ruled table of equal cells at (50, `top`), each 100 × 20, and free lines `[text, x, baseline]`. */
export function tablePage(
  number: number,
  top: number,
  rows: readonly (readonly string[])[],
  lines: readonly (readonly [string, number, number])[] = [],
): GlyphPage {
  const columns = rows[0]?.length ?? 0;
  const xs = Array.from({ length: columns + 1 }, (_, i) => 50 + 100 * i);
  const ys = Array.from({ length: rows.length + 1 }, (_, i) => top + 20 * i);
  const cells = rows.flatMap((row, r) =>
    row.flatMap((text, c) => glyphsOf(text, (xs[c] ?? 0) + 2, (ys[r] ?? 0) + 14)),
  );
  const free = lines.flatMap(([text, x, baseline]) => glyphsOf(text, x, baseline));
  return pageOf(number, [...cells, ...free], gridRulings(xs, ys));
}

/** A cell one column wide, of whose place nothing is asked. */
export const cell = (row: number, column: number, text: string, rowSpan = 1): Cell => ({
  row,
  column,
  rowSpan,
  columnSpan: 1,
  text,
  place: { page: 1, box: [0, 0, 0, 0] },
});
