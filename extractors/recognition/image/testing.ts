import type { PixelBox, Raster } from '../../../model/raster.ts';

/** A white page for tests with black boxes `[left, top, right, bottom]` on it, in pixels. */
export function drawn(
  width: number,
  height: number,
  boxes: readonly (readonly [number, number, number, number])[] = [],
  dpi = 200,
): Raster {
  const data = new Uint8Array(width * height).fill(255);
  for (const [left, top, right, bottom] of boxes)
    for (let y = top; y < bottom; y += 1) data.fill(0, y * width + left, y * width + right);
  return { width, height, data, dpi };
}

/** How many pixels of a part of a page are darker than mid-gray. */
export function darkIn({ width, data }: Raster, { left, top, right, bottom }: PixelBox): number {
  let dark = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) if ((data[y * width + x] ?? 255) < 128) dark += 1;
  return dark;
}

export const allOf = ({ width, height }: Raster): PixelBox => ({
  left: 0,
  top: 0,
  right: width,
  bottom: height,
});
