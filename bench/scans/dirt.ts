import sharp from 'sharp';
import type { ColorRaster } from '../../model/raster.ts';
import { seeded } from '../synthetic.ts';

/** What paper, copiers and scanners do to a page. Left out is what a condition does not do. */
interface Dirt {
  /** Degrees by which it lies askew on the glass, at most 1.5. */
  readonly skew?: number;
  /** Standard deviation of the blur in pixels at 200 dpi. */
  readonly blur?: number;
  /** Standard deviation of the noise in shades of gray, and the part of the pixels that turn black or white. */
  readonly noise?: number;
  readonly salt?: number;
  /** Yellowed paper that gets darker towards one corner. */
  readonly paper?: boolean;
  /** A red seal over the page. */
  readonly seal?: boolean;
  /** A copy in black and white: from this shade of gray (0 … 255) on white, with specks. */
  readonly threshold?: number;
  readonly quality: number;
}

const DIRT = {
  clean: { quality: 80 },
  skew: { skew: 1.4, blur: 0.7, quality: 75 },
  jpeg: { skew: -0.4, blur: 0.6, noise: 9, salt: 0.0004, quality: 50 },
  paper: { skew: 0.3, blur: 0.5, noise: 4, paper: true, quality: 65 },
  seal: { skew: -0.2, blur: 0.4, seal: true, quality: 70 },
  copy: { skew: 0.5, blur: 0.6, threshold: 165, quality: 80 },
  bad: { skew: -1, blur: 0.8, noise: 9, salt: 0.0004, paper: true, quality: 50 },
} as const satisfies Record<string, Dirt>;

export type Condition = keyof typeof DIRT;
export const CONDITIONS = Object.keys(DIRT) as readonly Condition[];
export const conditionOf = (name: string): Condition | null =>
  CONDITIONS.find((condition) => condition === name) ?? null;

const raw = ({ width, height, data }: ColorRaster) => sharp(data, { raw: { width, height, channels: 3 } });

/** The page made dirty, as a JPEG. The same seed gives the same dirt. */
export async function dirtied(page: ColorRaster, condition: Condition, seed: number): Promise<Uint8Array> {
  const dirt: Dirt = DIRT[condition];
  const random = seeded(seed);
  const sealed = dirt.seal === true ? await withSeal(page, random) : page;
  const laid = await skewed(sealed, dirt.skew ?? 0);
  const sigma = ((dirt.blur ?? 0) * page.dpi) / 200;
  const soft =
    sigma < 0.3 ? laid : { ...laid, data: new Uint8Array(await raw(laid).blur(sigma).raw().toBuffer()) };
  const aged = dirt.paper === true ? onPaper(soft) : soft;
  const noisy = dirt.noise === undefined ? aged : withNoise(aged, dirt.noise, dirt.salt ?? 0, random);
  const copied = dirt.threshold === undefined ? noisy : withSpecks(noisy, dirt.threshold, random);
  return raw(copied).jpeg({ quality: dirt.quality }).toBuffer();
}

/** Turned about its middle; what comes to lie outside of the page is lost, which is its margin. */
async function skewed(page: ColorRaster, degrees: number): Promise<ColorRaster> {
  if (degrees === 0) return page;
  const { width, height } = page;
  const turned = await raw(page)
    .rotate(degrees, { background: 'white' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { info } = turned;
  const data = await raw({ ...page, width: info.width, height: info.height, data: turned.data })
    .extract({
      left: Math.floor((info.width - width) / 2),
      top: Math.floor((info.height - height) / 2),
      width,
      height,
    })
    .raw()
    .toBuffer();
  return { ...page, data };
}

const SEAL_INCHES = 1.6;

/** A round seal with a star, somewhere on the middle half of the page; ink lets what is printed shine through. */
async function withSeal(page: ColorRaster, random: () => number): Promise<ColorRaster> {
  const { width, height, dpi } = page;
  const size = Math.round(SEAL_INCHES * dpi);
  const at = (length: number) => Math.round(length * (0.25 + random() / 2) - size / 2);
  const seal = `<svg width="${size}" height="${size}" viewBox="0 0 100 100">
    <g fill="none" stroke="#d8202a"><circle cx="50" cy="50" r="47" stroke-width="3.5"/>
    <circle cx="50" cy="50" r="36" stroke-width="7" stroke-dasharray="3 5"/></g>
    <path fill="#d8202a" d="M50 33 54 45 67 45 57 53 60 66 50 58 40 66 43 53 33 45 46 45Z"/></svg>`;
  const left = Math.max(0, Math.min(at(width), width - size));
  const top = Math.max(0, Math.min(at(height), height - size));
  const data = await raw(page)
    .composite([{ input: Buffer.from(seal), left, top, blend: 'multiply' }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { ...page, data };
}

const TINT = [247, 240, 222] as const;
/** The darkest corner keeps this part of the light. */
const DARKEST = 0.72;

function onPaper(page: ColorRaster): ColorRaster {
  const { width, height } = page;
  const data = new Uint8Array(page.data.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const light = 1 - (1 - DARKEST) * ((x / width) * 0.6 + (y / height) * 0.4);
      for (const [c, tint] of TINT.entries()) {
        const at = 3 * (y * width + x) + c;
        data[at] = ((page.data[at] ?? 255) * tint * light) / 255;
      }
    }
  return { ...page, data };
}

function withNoise(page: ColorRaster, sigma: number, salt: number, random: () => number): ColorRaster {
  const data = new Uint8Array(page.data.length);
  for (let at = 0; at < data.length; at += 3) {
    // The sum of three draws is normal enough; their variance is a quarter.
    const shade = 2 * sigma * (random() + random() + random() - 1.5);
    const grain = salt > 0 && random() < salt ? (random() < 0.5 ? -255 : 255) : 0;
    for (let c = 0; c < 3; c += 1)
      data[at + c] = Math.max(0, Math.min(255, (page.data[at + c] ?? 255) + shade + grain));
  }
  return { ...page, data };
}

/** Specks an inch square, and how large they are at most (inches). */
const SPECKS = 5;
const SPECK = 0.012;

function withSpecks(page: ColorRaster, threshold: number, random: () => number): ColorRaster {
  const { width, height, dpi } = page;
  const data = new Uint8Array(page.data.length);
  for (let at = 0; at < data.length; at += 3) {
    const [r = 255, g = 255, b = 255] = page.data.subarray(at, at + 3);
    data.fill(0.3 * r + 0.59 * g + 0.11 * b < threshold ? 0 : 255, at, at + 3);
  }
  const count = Math.round((SPECKS * width * height) / dpi ** 2);
  for (let i = 0; i < count; i += 1) {
    const size = 1 + Math.floor(random() * SPECK * dpi);
    const [x, y] = [Math.floor(random() * (width - size)), Math.floor(random() * (height - size))];
    for (let row = y; row < y + size; row += 1)
      data.fill(0, 3 * (row * width + x), 3 * (row * width + x + size));
  }
  return { ...page, data };
}
