import sharp from 'sharp';
import type { ColorRaster } from '../../../model/raster.ts';
import { fail, ok, type Result } from '../../../model/status.ts';
import { shrinkage } from '../../recognition/image/scale.ts';
import { aspectOf } from './tiff.ts';

/** What its header says a page has at most; the decoder needs memory for a few rows of it at a time. */
const MOST_PIXELS = 200_000_000;
/** Resolutions outside of these are defaults of programs, not what a page was scanned with. */
const LEAST_DPI = 90;
const MOST_DPI = 1300;
/** The long side of A4 in inches: what a page of unknown size is taken for. */
const A4 = 11.69;
/** Pixels that are so many times as high as wide are those of a fax; more is a mistake. */
const MOST_ASPECT = 4;
/** From this value on EXIF says that the sides of an image are to be exchanged. */
const SIDEWAYS = 5;

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

/** A page of an image, its pixels as high as wide, no larger than recognition needs. */
export interface DecodedPage {
  readonly image: ColorRaster;
  /** How many pixels the page has in the file, as it is shown. */
  readonly width: number;
  readonly height: number;
}

/** Page `index` (from 0) of an image as it is shown, on white. */
export async function decodePage(bytes: Uint8Array, index: number): Promise<Result<DecodedPage>> {
  try {
    const { autoOrient, density, orientation = 1 } = await sharp(bytes, options(index)).metadata();
    const { width, height } = autoOrient;
    if (width * height > MOST_PIXELS) return tooLarge(width, height);
    const told = aspectOf(bytes, index);
    const aspect = told > 1 / MOST_ASPECT && told < MOST_ASPECT ? told : 1;
    const [across, down] = squared(orientation < SIDEWAYS ? aspect : 1 / aspect);
    const isTold = density !== undefined && density >= LEAST_DPI && density <= MOST_DPI;
    const long = Math.max(width * across, height * down);
    const dpi = isTold ? density * Math.max(1, aspect) : long / A4;
    const factor = shrinkage(width * across, height * down, dpi);
    const { data, info } = await sharp(bytes, options(index))
      .autoOrient()
      .resize({ width: pixels(width * across * factor), height: pixels(height * down * factor), fit: 'fill' })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const color = inColor(data, info.channels);
    const image = { width: info.width, height: info.height, data: color, dpi: dpi * factor };
    return ok({ image, width, height });
  } catch (error) {
    return unreadable(error);
  }
}

/** By how much the sides of an image grow until its pixels are as high as wide. */
const squared = (aspect: number): readonly [across: number, down: number] =>
  aspect < 1 ? [1, 1 / aspect] : [aspect, 1];

const pixels = (length: number): number => Math.max(1, Math.round(length));

function inColor(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return data;
  const count = data.length / channels;
  const color = new Uint8Array(3 * count);
  for (let i = 0; i < count; i += 1)
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
