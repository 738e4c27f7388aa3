import sharp from 'sharp';
import type { ColorRaster } from '../../../model/raster.ts';

/** More pixels an inch cost time and tell engines nothing; a page is at most so many pixels long. */
const MOST_DPI = 300;
const MOST_PIXELS = 5000;
/** Resolutions that differ less than this part across and down are the same. */
const ALIKE = 0.02;

/** By what a page image of so many pixels and dots an inch is made smaller; 1 where it stays. */
export const shrinkage = (width: number, height: number, dpi: number): number =>
  Math.min(1, MOST_DPI / dpi, MOST_PIXELS / Math.max(width, height));

interface Size {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

/**
 * The size at which an image is no finer and no larger than engines need, and its pixels are as high as wide, which those of
 * a fax are not.
 * @param across pixels an inch across, `down` those downwards
 */
export function fittingSize(width: number, height: number, across: number, down: number): Size {
  const dpi = Math.max(across, down);
  const isSquare = Math.min(across, down) > (1 - ALIKE) * dpi;
  const [wide, high] = isSquare ? [width, height] : [(width * dpi) / across, (height * dpi) / down];
  const factor = shrinkage(wide, high, dpi);
  const pixels = (length: number): number => Math.max(1, Math.round(length * factor));
  return { width: pixels(wide), height: pixels(high), dpi: dpi * factor };
}

/** The image at the size that fits. */
export async function fitted(
  { width, height, data }: Omit<ColorRaster, 'dpi'>,
  across: number,
  down: number,
): Promise<ColorRaster> {
  const size = fittingSize(width, height, across, down);
  if (size.width === width && size.height === height) return { width, height, data, dpi: size.dpi };
  const { data: made, info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ width: size.width, height: size.height, fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: made, dpi: size.dpi };
}
