import sharp from 'sharp';
import type { ColorRaster } from '../../../model/raster.ts';
import { fail, ok, type Result } from '../../../model/status.ts';
import { shrinkage } from '../../recognition/image/scale.ts';

/** What its header says a page has at most; the decoder needs memory for a few rows of it at a time. */
const MOST_PIXELS = 200_000_000;
/** Resolutions outside of these are defaults of programs, not what a page was scanned with. */
const LEAST_DPI = 90;
const MOST_DPI = 1300;
/** The long side of A4 in inches: what a page of unknown size is taken for. */
const A4 = 11.69;

const options = (page: number) => ({ page, limitInputPixels: MOST_PIXELS, sequentialRead: true });

/** How many pages an image has; only a TIFF has several. */
export async function pageCount(bytes: Uint8Array): Promise<Result<number>> {
  try {
    const { pages } = await sharp(bytes, options(0)).metadata();
    return ok(pages ?? 1);
  } catch (error) {
    return unreadable(error);
  }
}

/** Page `index` (from 0) of an image as it is shown, on white, no larger than recognition needs. */
export async function decodePage(bytes: Uint8Array, index: number): Promise<Result<ColorRaster>> {
  try {
    const { width, height, density } = await sharp(bytes, options(index)).metadata();
    if (width * height > MOST_PIXELS) return tooLarge(width, height);
    const isTold = density !== undefined && density >= LEAST_DPI && density <= MOST_DPI;
    const dpi = isTold ? density : Math.max(width, height) / A4;
    const factor = shrinkage(width, height, dpi);
    const size = {
      width: Math.max(1, Math.round(width * factor)),
      height: Math.max(1, Math.round(height * factor)),
    };
    const { data, info } = await sharp(bytes, options(index))
      .resize({ ...size, fit: 'fill' })
      .rotate()
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return ok({
      width: info.width,
      height: info.height,
      data: inColor(data, info.channels),
      dpi: dpi * factor,
    });
  } catch (error) {
    return unreadable(error);
  }
}

function inColor(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return data;
  const pixels = data.length / channels;
  const color = new Uint8Array(3 * pixels);
  for (let i = 0; i < pixels; i += 1)
    for (let c = 0; c < 3; c += 1) color[3 * i + c] = data[i * channels + (channels > 3 ? c : 0)] ?? 255;
  return color;
}

const tooLarge = (width: number, height: number): Result<never> =>
  fail('too-large', `the image has ${width} × ${height} pixels, more than the ${MOST_PIXELS} that are read`);

function unreadable(error: unknown): Result<never> {
  const message = error instanceof Error ? error.message : String(error);
  return /exceeds pixel limit/iu.test(message)
    ? fail('too-large', `the image has more than the ${MOST_PIXELS} pixels that are read`)
    : fail('damaged', `the image cannot be decoded: ${message}`);
}
