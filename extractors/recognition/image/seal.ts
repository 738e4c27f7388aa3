import type { ColorRaster, Raster } from '../../../model/raster.ts';

/** By how much red must outweigh the other channels, on average, for a pixel to be of a seal. */
const REDDER = 35;
/** Seal ink fades at its rim: so many pixels about it are taken for it too. */
const RIM = 2;
/** What is darker than seal ink by this much is print, and stays; in between it fades to white. */
const DARKER = 40;
const FADED = 10;
/** Darker seal ink is told from print by its colour only: its red channel on paper, which becomes white. */
const DEEP = 80;
const SEAL_RED = 205;

/**
 * A page in gray without its red seals. Print under a seal is darker than it; compression keeps brightness sharp but
 * smears colours, so the brightness is looked at, and only under a deep red the red channel.
 * @param image three bytes a pixel
 */
export function withoutSeal({ width, height, data, dpi }: ColorRaster): Raster {
  const gray = new Uint8Array(width * height);
  const red = new Uint8Array(width * height);
  const counts = new Int32Array(256);
  for (let i = 0, at = 0; i < gray.length; i += 1, at += 3) {
    const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    const brightness = (r * 77 + g * 150 + b * 29) >> 8;
    gray[i] = brightness;
    if (r - (g + b) / 2 <= REDDER) continue;
    red[i] = 1;
    counts[brightness] = (counts[brightness] ?? 0) + 1;
  }
  const level = middleOf(counts);
  const lifted = (i: number): number =>
    level < DEEP ? Math.min(255, ((data[3 * i] ?? 0) * 255) / SEAL_RED) : faded(gray[i] ?? 255, level);
  const bare = Uint8Array.from(gray);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (red[y * width + x] === 0) continue;
      const [right, bottom] = [Math.min(width - 1, x + RIM), Math.min(height - 1, y + RIM)];
      for (let v = Math.max(0, y - RIM); v <= bottom; v += 1)
        for (let u = Math.max(0, x - RIM); u <= right; u += 1) bare[v * width + u] = lifted(v * width + u);
    }
  return { width, height, data: bare, dpi };
}

function middleOf(counts: Int32Array): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  return counts.findIndex((count) => {
    seen += count;
    return seen * 2 >= total;
  });
}

function faded(value: number, level: number): number {
  const [dark, white] = [level - DARKER, level - FADED];
  return value <= dark ? value : Math.min(255, dark + ((value - dark) * (255 - dark)) / (white - dark));
}
