import type { ColorRaster, Raster } from '../../../model/raster.ts';

/** By how much red must outweigh the other channels, on average, for a pixel to be of a seal. */
const REDDER = 35;
/** Seal ink fades at its rim: so many pixels about it are taken for it too. */
const RIM = 2;
/** The red channel of seal ink on paper; it becomes white. */
const SEAL_RED = 205;

/**
 * A page in gray without its red seals: under a seal the red channel shows the black print and, almost white, the seal.
 * @param image three bytes a pixel
 */
export function withoutSeal({ width, height, data, dpi }: ColorRaster): Raster {
  const gray = new Uint8Array(width * height);
  const red = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < gray.length; i += 1, at += 3) {
    const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    gray[i] = (r * 77 + g * 150 + b * 29) >> 8;
    if (r - (g + b) / 2 > REDDER) red[i] = 1;
  }
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (red[y * width + x] === 1) lift(gray, data, { width, height }, x, y);
  return { width, height, data: gray, dpi };
}

function lift(
  gray: Uint8Array,
  color: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  x: number,
  y: number,
): void {
  const right = Math.min(width - 1, x + RIM);
  const bottom = Math.min(height - 1, y + RIM);
  for (let v = Math.max(0, y - RIM); v <= bottom; v += 1)
    for (let u = Math.max(0, x - RIM); u <= right; u += 1) {
      const i = v * width + u;
      gray[i] = Math.min(255, ((color[3 * i] ?? 0) * 255) / SEAL_RED);
    }
}
