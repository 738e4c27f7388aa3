import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ColorRaster } from '../../../model/raster.ts';
import { onWhite } from './embedded.ts';

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

type RenderParameters = Parameters<PDFPageProxy['render']>[0];

/**
 * A page as it is printed on white paper.
 * @param pdf opened to be drawn (`isDrawn`): any other has boxes for its characters
 * @param scale pixels a point
 * @param operationsFilter which operations of the page are drawn; all where there is none
 */
export async function drawnPage(
  pdf: PDFDocumentProxy,
  page: PDFPageProxy,
  scale: number,
  operationsFilter?: RenderParameters['operationsFilter'],
): Promise<ColorRaster> {
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const factory = pdf.canvasFactory as CanvasFactory;
  const pair = factory.create(width, height);
  try {
    const filter = operationsFilter !== undefined && { operationsFilter };
    await page.render({ canvas: pair.canvas, viewport, background: 'white', ...filter }).promise;
    const { data } = pair.context.getImageData(0, 0, width, height);
    return { width, height, data: onWhite(new Uint8Array(data.buffer)), dpi: scale * POINTS_AN_INCH };
  } finally {
    factory.destroy(pair);
  }
}
