import type { Raster } from '../../../model/raster.ts';

/** Pixels of the largest speck at 200 dpi: a full point of the smallest print has twice as many. */
const SPECK = 3;

/** A page in black and white without connected black spots (diagonals connect) of a few pixels. */
export function despeckled(page: Raster): Raster {
  const { width, height, dpi } = page;
  const most = Math.max(1, Math.floor(SPECK * (dpi / 200) ** 2));
  const data = Uint8Array.from(page.data);
  const seen = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i += 1) {
    if (data[i] !== 0 || seen[i] === 1) continue;
    const spot = connected(data, { width, height }, i, most + 1);
    for (const at of spot) seen[at] = 1;
    if (spot.length <= most) for (const at of spot) data[at] = 255;
  }
  return { width, height, data, dpi };
}

/** At most `most` of the black pixels that hang together with one. */
function connected(
  data: Uint8Array,
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
        if (data[next] !== 0 || found.includes(next)) continue;
        found.push(next);
        if (found.length >= most) return found;
      }
  }
  return found;
}
