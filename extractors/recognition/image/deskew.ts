import type { Raster } from '../../../model/raster.ts';

/** Scans are turned by at most so many degrees; the search goes on in steps of these. */
const MOST = 4;
const COARSE = 0.2;
const FINE = 0.02;
/** A turn that shifts the end of a line by less than a pixel is none. */
const NEGLIGIBLE = 0.03;
const RADIANS = Math.PI / 180;
/** Black stretches from this part of an inch on count: rulings, and the level strokes of characters. */
const STRETCH = 0.06;

/**
 * By how many degrees the lines of a page fall to the right: the angle at which the pixels of long horizontal stretches
 * gather in the fewest rows. 0 where the page has none.
 * @param page in black and white
 */
export function skewOf(page: Raster): number {
  const points = stretches(page);
  if (points.length === 0) return 0;
  const coarse = best(points, page, -MOST, MOST, COARSE);
  const fine = best(points, page, coarse - COARSE, coarse + COARSE, FINE);
  return Math.abs(fine) < NEGLIGIBLE ? 0 : fine;
}

/** The pixels (x, y, x, y, …) of horizontal black runs; each eighth, which is enough to tell an angle. */
function stretches({ width, height, data, dpi }: Raster): Int32Array {
  const least = Math.round(STRETCH * dpi);
  const points: number[] = [];
  for (let y = 0; y < height; y += 1) {
    let start = 0;
    for (let x = 0; x <= width; x += 1) {
      if (x < width && data[y * width + x] === 0) continue;
      if (x - start >= least) for (let u = start; u < x; u += 8) points.push(u, y);
      start = x + 1;
    }
  }
  return Int32Array.from(points);
}

function best(points: Int32Array, { width, height }: Raster, from: number, to: number, step: number): number {
  const rows = new Int32Array(height + 2 * width);
  let found = { angle: 0, energy: -1 };
  const steps = Math.round((to - from) / step);
  for (let i = 0; i <= steps; i += 1) {
    const angle = from + i * step;
    const slope = Math.tan(angle * RADIANS);
    rows.fill(0);
    for (let at = 0; at < points.length; at += 2) {
      const row = Math.round((points[at + 1] ?? 0) - (points[at] ?? 0) * slope) + width;
      rows[row] = (rows[row] ?? 0) + 1;
    }
    let energy = 0;
    for (const count of rows) energy += count * count;
    if (energy > found.energy) found = { angle, energy };
  }
  return found.angle;
}

/** The page turned back by so many degrees about its middle, white where nothing was. */
export function deskewed(page: Raster, degrees: number): Raster {
  if (degrees === 0) return page;
  const { width, height, data, dpi } = page;
  const [sin, cos] = [Math.sin(degrees * RADIANS), Math.cos(degrees * RADIANS)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  const out = new Uint8Array(data.length).fill(255);
  for (let y = 0; y < height; y += 1) {
    let u = cx - cx * cos - (y - cy) * sin;
    let v = cy - cx * sin + (y - cy) * cos;
    for (let x = 0; x < width; x += 1, u += cos, v += sin) {
      if (u < 0 || v < 0 || u >= width - 1 || v >= height - 1) continue;
      const left = u | 0;
      const top = v | 0;
      const i = top * width + left;
      const right = u - left;
      const above = (data[i] ?? 0) * (1 - right) + (data[i + 1] ?? 0) * right;
      const below = (data[i + width] ?? 0) * (1 - right) + (data[i + width + 1] ?? 0) * right;
      out[y * width + x] = above + (below - above) * (v - top) + 0.5;
    }
  }
  return { width, height, data: out, dpi };
}
