import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { drawnPage } from '../../extractors/formats/pdf/drawing.ts';
import { withPdf } from '../../extractors/formats/pdf/open.ts';
import type { ColorRaster } from '../../model/raster.ts';
import { ok } from '../../model/status.ts';

const POINTS_AN_INCH = 72;

/** Pages of a PDF, by their numbers from 1, as a printer would print them with so many pixels an inch. */
export async function drawnPages(
  bytes: Uint8Array,
  numbers: readonly number[],
  dpi: number,
): Promise<readonly ColorRaster[]> {
  const drawn = await withPdf(bytes, { isDrawn: true }, async (pdf) => {
    const pages: ColorRaster[] = [];
    for (const number of numbers) pages.push(await printed(pdf, number, dpi));
    return ok(pages);
  });
  if (!drawn.ok) throw new Error(drawn.reason.message);
  return drawn.value;
}

async function printed(pdf: PDFDocumentProxy, number: number, dpi: number): Promise<ColorRaster> {
  const page = await pdf.getPage(number);
  try {
    return { ...(await drawnPage(pdf, page, dpi / POINTS_AN_INCH)), dpi };
  } finally {
    page.cleanup();
  }
}
