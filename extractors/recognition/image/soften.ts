import type { Raster } from '../../../model/raster.ts';

/** A page is in black and white where this part of its ink is quite black. */
const BLACK_PART = 0.8;
const BLACK = 64;
const INK = 192;
/** One half of a Gaussian kernel of σ = 0.9 pixels; the whole sums to 1. */
const KERNEL = [0.443, 0.24, 0.0385] as const;

/** Whether a page has lost its shades of gray to a fax or a photocopier. */
export function isBilevel({ data }: Raster): boolean {
  let [ink, black] = [0, 0];
  for (const value of data) {
    if (value < INK) ink += 1;
    if (value < BLACK) black += 1;
  }
  return ink > 0 && black >= BLACK_PART * ink;
}

/** The page a little blurred: strokes that a threshold has frayed read better so. */
export function softened(page: Raster): Raster {
  const { width, height, dpi } = page;
  return { width, height, data: blurred(blurred(page.data, 1), width), dpi };
}

function blurred(data: Uint8Array, step: number): Uint8Array {
  const [middle, near, far] = KERNEL;
  const out = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i += 1) {
    const own = data[i] ?? 255;
    const sum =
      middle * own +
      near * ((data[i - step] ?? own) + (data[i + step] ?? own)) +
      far * ((data[i - 2 * step] ?? own) + (data[i + 2 * step] ?? own));
    out[i] = sum + 0.5;
  }
  return out;
}
