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
  const printed = new Map<string, Map<number, Glyph[]>>();
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    // Buckets wider than the tolerance: a double lies in the same or in a neighbouring one.
    const step = Math.max(1, glyph.size);
    const bucket = Math.round(glyph.x0 / step) * COLUMN + Math.round(glyph.baseline / step);
    const buckets = printed.get(glyph.text);
    if (buckets === undefined) printed.set(glyph.text, new Map([[bucket, [glyph]]]));
    else if (isAmong(glyph, bucket, buckets)) continue;
    else {
      const same = buckets.get(bucket);
      if (same === undefined) buckets.set(bucket, [glyph]);
      else same.push(glyph);
    }
    kept.push(glyph);
  }
  return kept;
}

/** More rows than the highest page has, at a point each, so that columns never run into each other. */
const COLUMN = 2 ** 15;
const AROUND = [-1, 0, 1].flatMap((column) => [-1, 0, 1].map((row) => column * COLUMN + row));

function isAmong(glyph: Glyph, bucket: number, buckets: ReadonlyMap<number, readonly Glyph[]>): boolean {
  for (const step of AROUND) {
    const same = buckets.get(bucket + step);
    if (same === undefined) continue;
    for (const other of same) if (near(other, glyph)) return true;
  }
  return false;
}
