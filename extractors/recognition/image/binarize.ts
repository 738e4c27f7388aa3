import type { Raster } from '../../../model/raster.ts';

/** J. Sauvola, M. Pietikäinen, "Adaptive document image binarization", Pattern Recognition 33 (2000): k and R. */
const K = 0.2;
const RANGE = 128;
/** The side of the window in inches. */
const WINDOW = 1 / 6;

/** The page in black (0) and white (255) by Sauvola's local threshold; sums slide, so memory is that of a few rows. */
export function binarized({ width, height, data, dpi }: Raster): Raster {
  const reach = Math.max(2, Math.round((WINDOW * dpi) / 2));
  const out = new Uint8Array(data.length);
  const sums = new Int32Array(width);
  const squares = new Float64Array(width);
  const change = (y: number, sign: 1 | -1): void => {
    for (let x = 0; x < width; x += 1) {
      const value = data[y * width + x] ?? 0;
      sums[x] = (sums[x] ?? 0) + sign * value;
      squares[x] = (squares[x] ?? 0) + sign * value * value;
    }
  };
  for (let y = 0; y < Math.min(reach, height); y += 1) change(y, 1);
  for (let y = 0; y < height; y += 1) {
    if (y + reach < height) change(y + reach, 1);
    if (y - reach - 1 >= 0) change(y - reach - 1, -1);
    const rows = Math.min(height - 1, y + reach) - Math.max(0, y - reach) + 1;
    let [sum, square, from, to] = [0, 0, 0, -1];
    for (let x = 0; x < width; x += 1) {
      for (; to < Math.min(width - 1, x + reach); ) {
        to += 1;
        sum += sums[to] ?? 0;
        square += squares[to] ?? 0;
      }
      for (; from < x - reach; from += 1) {
        sum -= sums[from] ?? 0;
        square -= squares[from] ?? 0;
      }
      const count = rows * (to - from + 1);
      const mean = sum / count;
      const deviation = Math.sqrt(Math.max(0, square / count - mean * mean));
      const threshold = mean * (1 + K * (deviation / RANGE - 1));
      out[y * width + x] = (data[y * width + x] ?? 0) < threshold ? 0 : 255;
    }
  }
  return { width, height, data: out, dpi };
}
