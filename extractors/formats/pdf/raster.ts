import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { IDENTITY } from '../../../model/matrix.ts';
import type { ColorRaster } from '../../../model/raster.ts';
import { fail, ok, type Result } from '../../../model/status.ts';
import type { Frame } from '../../../model/turn.ts';
import { shrinkage } from '../../recognition/image/scale.ts';
import { drawnPage } from './drawing.ts';
import { lacksPixels, onlyPicture, pixelsOf, placeOf, wholePicture } from './embedded.ts';
import { isShared } from './layer.ts';
import { asMatrix } from './matrix.ts';
import { operations } from './open.ts';
import { OP } from './operators.ts';
import { type PageInk, type Picture, walk } from './walk.ts';

const POINTS_AN_INCH = 72;
/** What is drawn is drawn with so many pixels an inch: the fewer, unless a picture on it has more. */
const LEAST_DPI = 200;
const MOST_DPI = 300;
/** Smaller pictures (points) do not matter. */
const LEAST_SIDE = 72;
/** What draws anything but pictures. */
const INK: ReadonlySet<number> = new Set([OP.showText, OP.shadingFill]);
/** The way of painting a path that only clips with it. */
const ONLY_CLIPS = 28;

/** `page`: all that can be seen; `pictures`: what its layer of text and lines does not have. */
export type RasterPart = 'page' | 'pictures';

/** A page as an image, and where the image lies on the page as it is shown, if not all over it. */
export interface PageRaster {
  readonly image: ColorRaster;
  readonly frame?: Frame;
}

/** A page as an image: the one that it consists of, pixel for pixel, or what is drawn of it. */
export async function rasterOfPage(
  pdf: PDFDocumentProxy,
  number: number,
  part: RasterPart,
): Promise<Result<PageRaster>> {
  try {
    const page = await pdf.getPage(number);
    try {
      return await rasterOf(pdf, page, part);
    } finally {
      page.cleanup();
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fail('page-unreadable', `page ${number} cannot be drawn: ${message}`);
  }
}

async function rasterOf(
  pdf: PDFDocumentProxy,
  page: PDFPageProxy,
  part: RasterPart,
): Promise<Result<PageRaster>> {
  const viewport = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const ink = walk(
    operations(fnArray, argsArray),
    asMatrix(viewport.transform) ?? IDENTITY,
    viewport,
    noFont,
  );
  const pictures = part === 'page' ? ink.images : ink.images.filter((picture) => !isShared(picture));
  if (await lacksPixels(page, pictures.filter(isLarge)))
    return fail('page-unreadable', `a picture on page ${page.pageNumber} cannot be unpacked`);
  const only = part === 'page' ? onlyPicture(ink, viewport) : wholePicture(pictures, viewport);
  const own = only === null ? null : await pixelsOf(page, only);
  if (only === null || own === null) return ok({ image: await drawn(pdf, page, ink, part) });
  const { width, height } = viewport;
  const [x0, y0, x1, y1] = placeOf(only.matrix);
  const scale = (length: number, pixels: number): number => (length * own.dpi) / (pixels * POINTS_AN_INCH);
  const matrix = [scale(x1 - x0, own.width), 0, 0, scale(y1 - y0, own.height), x0, y0] as const;
  return ok({ image: own, frame: { width, height, matrix } });
}

/** Where glyphs stand exactly does not matter here. */
const noFont = () => ({ name: '', unit: 0.001, vertical: false });

function drawn(
  pdf: PDFDocumentProxy,
  page: PDFPageProxy,
  { images }: PageInk,
  part: RasterPart,
): Promise<ColorRaster> {
  const size = page.getViewport({ scale: 1 });
  const dpi = Math.min(MOST_DPI, Math.max(LEAST_DPI, ...images.filter(isLarge).map(finenessOf)));
  const full = dpi / POINTS_AN_INCH;
  const scale = full * shrinkage(size.width * full, size.height * full, dpi);
  return drawnPage(pdf, page, scale, part === 'pictures' ? isOfPictures : undefined);
}

/** How many pixels an inch a picture has where it is set. */
const finenessOf = ({ matrix: [a, b], width }: Picture): number =>
  (width * POINTS_AN_INCH) / Math.hypot(a, b);

const isLarge = ({ box: [x0, y0, x1, y1] }: Picture): boolean => Math.max(x1 - x0, y1 - y0) >= LEAST_SIDE;

/** Whether an operation draws a picture of the page's own, or decides where. */
function isOfPictures(
  index: number,
  { fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
): boolean {
  const op = fnArray[index] ?? 0;
  const args: unknown = argsArray[index];
  const [first]: readonly unknown[] = Array.isArray(args) ? args : [];
  if (op === OP.constructPath) return first === ONLY_CLIPS;
  if (op === OP.paintImageXObject) return !(typeof first === 'string' && first.startsWith('g_'));
  return !INK.has(op);
}
