import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { loaded, openPdf } from '../../extractors/formats/pdf/open.ts';
import type { ColorRaster } from '../../model/raster.ts';

const POINTS_AN_INCH = 72;

/** What pdf.js draws on in Node. */
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

/** Pages of a PDF, by their numbers from 1, as a printer would print them with so many pixels an inch. */
export async function drawnPages(
  bytes: Uint8Array,
  numbers: readonly number[],
  dpi: number,
): Promise<readonly ColorRaster[]> {
  const task = await openPdf(bytes, { isDrawn: true });
  try {
    const pdf = await loaded(task);
    if (!pdf.ok) throw new Error(pdf.reason.message);
    const pages: ColorRaster[] = [];
    for (const number of numbers) pages.push(await drawnPage(pdf.value, number, dpi));
    return pages;
  } finally {
    await task.destroy();
  }
}

async function drawnPage(pdf: PDFDocumentProxy, number: number, dpi: number): Promise<ColorRaster> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: dpi / POINTS_AN_INCH });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const factory = pdf.canvasFactory as CanvasFactory;
  const pair = factory.create(width, height);
  try {
    await page.render({ canvas: pair.canvas, viewport, background: 'white' }).promise;
    const { data } = pair.context.getImageData(0, 0, width, height);
    return { width, height, data: withoutAlpha(data), dpi };
  } finally {
    factory.destroy(pair);
    page.cleanup();
  }
}

function withoutAlpha(pixels: Uint8ClampedArray): Uint8Array {
  const color = new Uint8Array((pixels.length / 4) * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3)
    color.set(pixels.subarray(from, from + 3), to);
  return color;
}
