import type { Raster } from '../../../model/raster.ts';

/** The paper is looked for in cells of so many pixels a side. */
const CELL = 4;
/** Ink is at most this wide (inches); the paper's brightness is sought over twice that. */
const REACH = 0.08;

/**
 * A page whose paper is white all over: every pixel by the brightness of the paper about it, which tints, shadows and a
 * page shining through from behind darken.
 */
export function flattened(page: Raster): Raster {
  const { width, height, data, dpi } = page;
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const reach = Math.max(1, Math.round((REACH * dpi) / CELL));
  const light = extremes(brightest(page, columns, rows), columns, rows, reach, Math.max);
  const paper = extremes(light, columns, rows, reach, Math.min);
  const flat = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / CELL) * columns;
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      const about = Math.max(1, paper[row + Math.floor(x / CELL)] ?? 255);
      flat[i] = Math.min(255, ((data[i] ?? 0) * 255) / about);
    }
  }
  return { width, height, data: flat, dpi };
}

function brightest({ width, height, data }: Raster, columns: number, rows: number): Uint8Array {
  const cells = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / CELL) * columns;
    for (let x = 0; x < width; x += 1) {
      const cell = row + Math.floor(x / CELL);
      cells[cell] = Math.max(cells[cell] ?? 0, data[y * width + x] ?? 0);
    }
  }
  return cells;
}

/** The greatest or least value within `reach` of every cell, over rows first and columns then. */
function extremes(
  cells: Uint8Array,
  columns: number,
  rows: number,
  reach: number,
  choose: (a: number, b: number) => number,
): Uint8Array {
  const across = new Uint8Array(cells.length);
  for (let r = 0; r < rows; r += 1)
    for (let c = 0; c < columns; c += 1) {
      let value = cells[r * columns + c] ?? 0;
      const to = Math.min(columns - 1, c + reach);
      for (let k = Math.max(0, c - reach); k <= to; k += 1)
        value = choose(value, cells[r * columns + k] ?? 0);
      across[r * columns + c] = value;
    }
  const down = new Uint8Array(cells.length);
  for (let r = 0; r < rows; r += 1) {
    const to = Math.min(rows - 1, r + reach);
    for (let c = 0; c < columns; c += 1) {
      let value = across[r * columns + c] ?? 0;
      for (let k = Math.max(0, r - reach); k <= to; k += 1)
        value = choose(value, across[k * columns + c] ?? 0);
      down[r * columns + c] = value;
    }
  }
  return down;
}
