import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import type { Matrix } from '../../../model/matrix.ts';
import type { ColorRaster } from '../../../model/raster.ts';
import { fitted } from '../../recognition/image/scale.ts';
import { isRecord, numberOr } from './operators.ts';
import type { PageInk, Picture } from './walk.ts';

const POINTS_AN_INCH = 72;
/** An image is the page where it covers this part of it. */
const COVERS = 0.5;
/** What a clip or the page's edge may take of an image, and by how much its sides may lean, as a part of their length. */
const NEAR = 0.02;
/** Paper is at least so bright (0 … 1). */
const PAPER = 0.95;
/** The kinds of pixels that pdf.js unpacks images to, by bits a pixel. */
const KINDS: ReadonlyMap<unknown, 1 | 24 | 32> = new Map([
  [1, 1],
  [2, 24],
  [3, 32],
]);

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The picture that a page consists of, set upright or by quarter turns; `null` where anything else can be seen. */
export function onlyPicture({ glyphs, rulings, shades, images }: PageInk, page: Size): Picture | null {
  const [picture, ...others] = images;
  if (picture === undefined || others.length > 0) return null;
  const isSeen =
    glyphs.length > picture.hides || rulings.length > 0 || shades.some(({ light }) => light < PAPER);
  return isSeen ? null : wholePicture([picture], page);
}

/** The picture that is all of the pictures of a page; `null` where there are several, or it is not set whole and square. */
export function wholePicture(images: readonly Picture[], page: Size): Picture | null {
  const [picture, ...others] = images;
  if (picture === undefined || picture.id === null || others.length > 0) return null;
  const [x0, y0, x1, y1] = placeOf(picture.matrix);
  const [left, top, right, bottom] = picture.box;
  const most = NEAR * Math.max(page.width, page.height);
  const isWhole = Math.max(left - x0, top - y0, x1 - right, y1 - bottom) <= most;
  const covers = (right - left) * (bottom - top) >= COVERS * page.width * page.height;
  return isWhole && covers && quarterOf(picture.matrix) !== null ? picture : null;
}

/** Where the unit square comes to lie: left, top, right, bottom. */
export function placeOf([a, b, c, d, e, f]: Matrix): readonly [number, number, number, number] {
  const [xs, ys] = [
    [e, e + a, e + c, e + a + c],
    [f, f + b, f + d, f + b + d],
  ];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** By how many degrees the matrix turns an image clockwise; `null` where it leans, or is seen in a mirror. */
function quarterOf([a, b, c, d]: Matrix): 0 | 90 | 180 | 270 | null {
  const isMirrored = a * d - b * c >= 0;
  const along = Math.max(Math.abs(a), Math.abs(b));
  const across = Math.max(Math.abs(c), Math.abs(d));
  const leans =
    Math.min(Math.abs(a), Math.abs(b)) > NEAR * along || Math.min(Math.abs(c), Math.abs(d)) > NEAR * across;
  if (isMirrored || leans) return null;
  if (Math.abs(a) >= Math.abs(b)) return a > 0 ? 0 : 180;
  return b > 0 ? 90 : 270;
}

/** The pixels of a picture, turned as it is set; `null` where pdf.js has none. */
export async function pixelsOf(page: PDFPageProxy, picture: Picture): Promise<ColorRaster | null> {
  const quarter = quarterOf(picture.matrix);
  if (picture.id === null || quarter === null) return null;
  const own = unpackedImage(await objectOf(page, picture.id));
  if (own === null) return null;
  const image = quarter === 0 ? own : await turned(own, quarter);
  const [x0, y0, x1, y1] = placeOf(picture.matrix);
  const dpi = (pixels: number, points: number): number => (pixels * POINTS_AN_INCH) / points;
  return fitted(image, dpi(image.width, x1 - x0), dpi(image.height, y1 - y0));
}

/** Whether one of the pictures is damaged, so that pdf.js draws nothing for it. */
export async function lacksPixels(page: PDFPageProxy, pictures: readonly Picture[]): Promise<boolean> {
  for (const { id } of pictures) if (id !== null && !isRecord(await objectOf(page, id))) return true;
  return false;
}

function objectOf(page: PDFPageProxy, id: string): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  // Images that several pages share lie with the document.
  const objects = id.startsWith('g_') ? page.commonObjs : page.objs;
  objects.get(id, resolve);
  return promise;
}

type Pixels = Omit<ColorRaster, 'dpi'>;

async function turned({ width, height, data }: Pixels, degrees: number): Promise<Pixels> {
  const { data: made, info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .rotate(degrees)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: made };
}

function unpackedImage(image: unknown): Pixels | null {
  if (!isRecord(image)) return null;
  const { data } = image;
  const [width, height] = [numberOr(image.width, 0), numberOr(image.height, 0)];
  const bits = KINDS.get(image.kind);
  if (!ArrayBuffer.isView(data) || bits === undefined) return null;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (bytes.length < Math.ceil((width * bits) / 8) * height) return null;
  if (bits === 24) return { width, height, data: bytes };
  return { width, height, data: bits === 32 ? onWhite(bytes) : fromBits(bytes, width, height) };
}

/** The colours of pixels on white paper, by how much each of them covers. */
export function onWhite(bytes: Uint8Array): Uint8Array {
  const color = new Uint8Array((bytes.length / 4) * 3);
  for (let from = 0, to = 0; from < bytes.length; from += 4, to += 3) {
    const alpha = bytes[from + 3] ?? 255;
    for (let c = 0; c < 3; c += 1)
      color[to + c] =
        alpha === 255 ? (bytes[from + c] ?? 0) : 255 - ((255 - (bytes[from + c] ?? 0)) * alpha) / 255;
  }
  return color;
}

function fromBits(bytes: Uint8Array, width: number, height: number): Uint8Array {
  const color = new Uint8Array(width * height * 3);
  const row = Math.ceil(width / 8);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const isWhite = ((bytes[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      if (isWhite === 1) color.fill(255, 3 * (y * width + x), 3 * (y * width + x) + 3);
    }
  return color;
}
