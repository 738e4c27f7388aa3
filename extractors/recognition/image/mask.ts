import type { Raster } from '../../../model/raster.ts';

/**
 * A page in gray without what a step took away from its black and white image: those pixels and the gray rim about them
 * become white, but what is still black after the step keeps its rim.
 */
export function without(page: Raster, before: Raster, after: Raster): Raster {
  const { width, height, dpi } = page;
  const data = Uint8Array.from(page.data);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      if (before.data[i] === 255 || after.data[i] === 0) continue;
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v += 1)
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u += 1)
          if (after.data[v * width + u] !== 0) data[v * width + u] = 255;
    }
  return { width, height, data, dpi };
}
