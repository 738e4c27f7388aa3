import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ColorRaster } from '../../../model/raster.ts';
import { fail, ok, type Result } from '../../../model/status.ts';
import { bounded, shrinkage } from '../../recognition/image/scale.ts';
import { apply, asMatrix, IDENTITY, type Matrix, multiply } from './matrix.ts';
import { isRecord, numberOr, OP } from './operators.ts';

const POINTS_AN_INCH = 72;
/** What is drawn is drawn with so many pixels an inch. */
const DRAWN_DPI = 200;
/** An image is the page where its sides lie this near to the page's, as a part of its length. */
const NEAR = 0.02;
/** More pixels of an embedded image than this are not unpacked. */
const MOST_PIXELS = 100_000_000;
/** The kinds of pixels that pdf.js unpacks images to, by bits a pixel. */
const KINDS: ReadonlyMap<unknown, 1 | 24 | 32> = new Map([
  [1, 1],
  [2, 24],
  [3, 32],
]);
/** What draws anything but an image. */
const INK: ReadonlySet<number> = new Set([
  OP.stroke,
  OP.showText,
  OP.paintImageMaskXObject,
  OP.paintInlineImageXObject,
  OP.paintImageXObjectRepeat,
  OP.paintImageMaskXObjectRepeat,
  OP.paintSolidColorImageMask,
]);

/** A page as an image: the one that it consists of, pixel for pixel, or what is drawn of it. */
export async function rasterOfPage(pdf: PDFDocumentProxy, number: number): Promise<Result<ColorRaster>> {
  try {
    const page = await pdf.getPage(number);
    try {
      const own = await embedded(page);
      return ok(await bounded(own ?? (await drawn(pdf, page))));
    } finally {
      page.cleanup();
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fail('page-unreadable', `page ${number} cannot be drawn: ${message}`);
  }
}

/** The image that a page consists of; `null` where it shows anything else, or the image other than upright and whole. */
async function embedded(page: PDFPageProxy): Promise<ColorRaster | null> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const stack: Matrix[] = [];
  let matrix = asMatrix(viewport.transform) ?? IDENTITY;
  let found: { readonly id: string; readonly matrix: Matrix } | null = null;
  let mode = 0;
  for (const [index, op] of fnArray.entries()) {
    const args: readonly unknown[] = Array.isArray(argsArray[index]) ? argsArray[index] : [];
    if (op === OP.save) stack.push(matrix);
    else if (op === OP.restore) matrix = stack.pop() ?? matrix;
    else if (op === OP.transform) matrix = multiply(matrix, asMatrix(args) ?? IDENTITY);
    else if (op === OP.setTextRenderingMode) mode = numberOr(args[0], 0);
    else if (op === OP.paintFormXObjectBegin || op === OP.beginAnnotation) return null;
    else if (op === OP.paintImageXObject) {
      if (found !== null || typeof args[0] !== 'string') return null;
      found = { id: args[0], matrix };
    } else if (INK.has(op) && !(op === OP.showText && mode === INVISIBLE)) return null;
  }
  if (found === null || !fills(found.matrix, viewport)) return null;
  const image = unpackedImage(await objectOf(page, found.id));
  return image === null ? null : { ...image, dpi: (image.width * POINTS_AN_INCH) / viewport.width };
}

/** The rendering mode of the text that recognition before us put behind the image. */
const INVISIBLE = 3;

function fills(
  matrix: Matrix,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  const [left, top] = apply(matrix, 0, 1);
  const [right, bottom] = apply(matrix, 1, 0);
  const isNear = (a: number, b: number, length: number): boolean => Math.abs(a - b) <= NEAR * length;
  const isUpright = Math.abs(matrix[1]) < NEAR * width && Math.abs(matrix[2]) < NEAR * height;
  return (
    isUpright &&
    isNear(left, 0, width) &&
    isNear(right, width, width) &&
    isNear(top, 0, height) &&
    isNear(bottom, height, height)
  );
}

function objectOf(page: PDFPageProxy, id: string): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  // Images that several pages share lie with the document.
  const objects = id.startsWith('g_') ? page.commonObjs : page.objs;
  objects.get(id, resolve);
  return promise;
}

function unpackedImage(image: unknown): Omit<ColorRaster, 'dpi'> | null {
  if (!isRecord(image)) return null;
  const { data } = image;
  const [width, height] = [numberOr(image.width, 0), numberOr(image.height, 0)];
  const bits = KINDS.get(image.kind);
  if (!ArrayBuffer.isView(data) || bits === undefined || width * height > MOST_PIXELS) return null;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (bits === 24) return { width, height, data: bytes };
  return { width, height, data: bits === 32 ? withoutAlpha(bytes) : fromBits(bytes, width, height) };
}

function withoutAlpha(bytes: Uint8Array): Uint8Array {
  const color = new Uint8Array((bytes.length / 4) * 3);
  for (let from = 0, to = 0; from < bytes.length; from += 4, to += 3)
    color.set(bytes.subarray(from, from + 3), to);
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

interface Canvas {
  readonly canvas: object;
  readonly context: {
    getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
  };
}

interface CanvasFactory {
  create(width: number, height: number): Canvas;
  destroy(pair: Canvas): void;
}

async function drawn(pdf: PDFDocumentProxy, page: PDFPageProxy): Promise<ColorRaster> {
  const size = page.getViewport({ scale: 1 });
  const full = DRAWN_DPI / POINTS_AN_INCH;
  const scale = full * shrinkage(size.width * full, size.height * full, DRAWN_DPI);
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const factory = pdf.canvasFactory as CanvasFactory;
  const pair = factory.create(width, height);
  try {
    await page.render({ canvas: pair.canvas, viewport, background: 'white' }).promise;
    const { data } = pair.context.getImageData(0, 0, width, height);
    return { width, height, data: withoutAlpha(new Uint8Array(data.buffer)), dpi: scale * POINTS_AN_INCH };
  } finally {
    factory.destroy(pair);
  }
}
