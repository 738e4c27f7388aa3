import sharp from 'sharp';
import type { ColorRaster } from '../../../model/raster.ts';

/** More pixels an inch cost time and tell engines nothing; a page is at most so many pixels long. */
const MOST_DPI = 300;
const MOST_PIXELS = 5000;

/** By what a page image of so many pixels and dots an inch is made smaller; 1 where it stays. */
export const shrinkage = (width: number, height: number, dpi: number): number =>
  Math.min(1, MOST_DPI / dpi, MOST_PIXELS / Math.max(width, height));

/** The image no finer and no larger than engines need. */
export async function bounded(image: ColorRaster): Promise<ColorRaster> {
  const { width, height, data, dpi } = image;
  const factor = shrinkage(width, height, dpi);
  if (factor === 1) return image;
  const { data: smaller, info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ width: Math.round(width * factor), height: Math.round(height * factor), fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: smaller, dpi: dpi * factor };
}
