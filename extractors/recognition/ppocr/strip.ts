import type { PixelBox, Raster } from '../../../model/raster.ts';

/** What the model reads: a line of print so many pixels high, in three equal colours. */
export const STRIP_HEIGHT = 48;
/** White about the ink, as a part of its height; it steadies the first and the last character. */
const MARGIN = 0.2;
/** Ink that is lower than this (inches) is a dash or a point: it is shown as small as it is. */
const LEAST = 0.11;

/** A part of a page as the model takes it. */
export interface Strip {
  /** Planes of red, green and blue, −1 black … 1 white. */
  readonly data: Float32Array;
  readonly width: number;
  /** Pixels of the page from its left edge to that of the strip, and a pixel of the strip in those of the page. */
  readonly left: number;
  readonly scale: number;
}

/** Cuts a line of print out of a page and brings it to the height that the model expects; what is off the page is white. */
export function stripOf({ width, height, data, dpi }: Raster, ink: PixelBox): Strip {
  const own = Math.max(ink.bottom - ink.top, LEAST * dpi);
  const margin = MARGIN * own;
  const scale = (own + 2 * margin) / STRIP_HEIGHT;
  const top = (ink.top + ink.bottom - own) / 2 - margin;
  const left = ink.left - margin;
  const wide = Math.max(STRIP_HEIGHT / 2, Math.ceil((ink.right - ink.left + 2 * margin) / scale));
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height || x < ink.left - margin || x > ink.right + margin
      ? 255
      : (data[y * width + x] ?? 255);
  const plane = new Float32Array(wide * STRIP_HEIGHT);
  for (let row = 0; row < STRIP_HEIGHT; row += 1) {
    const v = top + (row + 0.5) * scale - 0.5;
    const [y, down] = [Math.floor(v), v - Math.floor(v)];
    for (let column = 0; column < wide; column += 1) {
      const u = left + (column + 0.5) * scale - 0.5;
      const [x, right] = [Math.floor(u), u - Math.floor(u)];
      const above = at(x, y) * (1 - right) + at(x + 1, y) * right;
      const below = at(x, y + 1) * (1 - right) + at(x + 1, y + 1) * right;
      plane[row * wide + column] = (above * (1 - down) + below * down) / 127.5 - 1;
    }
  }
  const all = new Float32Array(3 * plane.length);
  for (let color = 0; color < 3; color += 1) all.set(plane, color * plane.length);
  return { data: all, width: wide, left, scale };
}
