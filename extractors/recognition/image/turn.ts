import type { Raster } from '../../../model/raster.ts';
import type { Turn } from '../../../model/turn.ts';

/** The page set upright whose text is turned clockwise by so many degrees. */
export function uprighted({ width, height, data, dpi }: Raster, turn: Turn): Raster {
  const out = new Uint8Array(data.length);
  const size = turn === 180 ? { width, height } : { width: height, height: width };
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [u, v] =
        turn === 90
          ? [y, width - 1 - x]
          : turn === 180
            ? [width - 1 - x, height - 1 - y]
            : [height - 1 - y, x];
      out[v * size.width + u] = data[y * width + x] ?? 255;
    }
  return { ...size, data: out, dpi };
}
