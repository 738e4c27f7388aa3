import type { PixelBox, Raster } from '../../../model/raster.ts';
import { componentsOf } from './components.ts';

/** Dark areas are looked for in cells of so many pixels a side; a cell is dark below this mean. */
const CELL = 8;
const DARK = 150;
/** An area is at least so large (inches), and this part of its box is dark. */
const WIDE = 0.3;
const HIGH = 0.15;
const FILLED = 0.75;
/** Print on it is brighter by so much, and this part of it at least and at most. */
const BRIGHTER = 60;
const LEAST = 0.02;
const MOST = 0.5;

/** A page on which the dark heads of tables, printed in white, are white and printed in black. */
export function uninverted(page: Raster): Raster {
  const { width, height, data, dpi } = page;
  const areas = componentsOf(darkCells(page)).map((cell) => ({
    left: cell.left * CELL,
    top: cell.top * CELL,
    right: Math.min(width, cell.right * CELL),
    bottom: Math.min(height, cell.bottom * CELL),
  }));
  let turned: Uint8Array | null = null;
  for (const area of areas) {
    const [wide, high] = [(area.right - area.left) / dpi, (area.bottom - area.top) / dpi];
    const tone = wide >= WIDE && high >= HIGH ? toneOf(page, area) : null;
    if (tone === null) continue;
    turned ??= Uint8Array.from(data);
    for (let y = area.top; y < area.bottom; y += 1)
      for (let x = area.left; x < area.right; x += 1) {
        const part = (tone.bright - (data[y * width + x] ?? 0)) / (tone.bright - tone.ground);
        turned[y * width + x] = Math.max(0, Math.min(255, Math.round(255 * part)));
      }
  }
  return turned === null ? page : { width, height, data: turned, dpi };
}

function darkCells({ width, height, data, dpi }: Raster): Raster {
  const [columns, rows] = [Math.ceil(width / CELL), Math.ceil(height / CELL)];
  const sums = new Float64Array(columns * rows);
  const counts = new Int32Array(columns * rows);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const cell = Math.floor(y / CELL) * columns + Math.floor(x / CELL);
      sums[cell] = (sums[cell] ?? 0) + (data[y * width + x] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  const cells = Uint8Array.from(sums, (sum, at) => (sum / (counts[at] ?? 1) < DARK ? 0 : 255));
  return { width: columns, height: rows, data: cells, dpi: dpi / CELL };
}

interface Tone {
  readonly ground: number;
  readonly bright: number;
}

/** The ground of an area and the print on it; `null` where it is not dark throughout, or bears no print. */
function toneOf({ width, data }: Raster, { left, top, right, bottom }: PixelBox): Tone | null {
  const counts = new Int32Array(256);
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const value = data[y * width + x] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  const all = (right - left) * (bottom - top);
  const below = (part: number): number => {
    let seen = 0;
    return counts.findIndex((count) => {
      seen += count;
      return seen >= part * all;
    });
  };
  const [ground, bright] = [below(0.5), below(1 - LEAST / 2)];
  const partOf = (from: number, to: number): number =>
    counts.slice(from, to).reduce((sum, count) => sum + count, 0) / all;
  const print = partOf(Math.min(255, ground + BRIGHTER), 256);
  const isGround = partOf(0, Math.min(255, ground + BRIGHTER)) >= FILLED;
  return ground < DARK && isGround && print >= LEAST && print <= MOST ? { ground, bright } : null;
}
