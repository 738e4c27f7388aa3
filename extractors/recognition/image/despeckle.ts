import type { Raster } from '../../../model/raster.ts';

/** Pixels of the largest speck at 200 dpi: a full point of the smallest print has twice as many. */
const SPECK = 3;

/** With the gray about it a speck has at most so many at 200 dpi; a thin stroke that a threshold has broken has more. */
const BLUR = 16;
/** Paper is brighter. */
const PAPER = 228;

/**
 * A page in black and white without connected black spots (diagonals connect) of a few pixels, but for what is left of a
 * thin stroke, such as a minus.
 * @param gray the page that was made black and white
 */
export function despeckled(page: Raster, gray: Raster): Raster {
  const { width, height, dpi } = page;
  const scale = (dpi / 200) ** 2;
  const most = Math.max(1, Math.floor(SPECK * scale));
  const blur = Math.max(most, Math.floor(BLUR * scale));
  const data = Uint8Array.from(page.data);
  const isBlack = (at: number): boolean => data[at] === 0;
  const isDark = (at: number): boolean => (gray.data[at] ?? 255) < PAPER;
  const seen = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i += 1) {
    if (data[i] !== 0 || seen[i] === 1) continue;
    const spot = connected(isBlack, { width, height }, i, most + 1);
    for (const at of spot) seen[at] = 1;
    if (spot.length > most || connected(isDark, { width, height }, i, blur + 1).length > blur) continue;
    for (const at of spot) data[at] = 255;
  }
  return { width, height, data, dpi };
}

/** At most `most` of the pixels that hang together with one and are like it. */
function connected(
  isLike: (at: number) => boolean,
  { width, height }: { readonly width: number; readonly height: number },
  start: number,
  most: number,
): readonly number[] {
  const found = [start];
  for (const at of found) {
    const [x, y] = [at % width, Math.floor(at / width)];
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v += 1)
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u += 1) {
        const next = v * width + u;
        if (!isLike(next) || found.includes(next)) continue;
        found.push(next);
        if (found.length >= most) return found;
      }
  }
  return found;
}
