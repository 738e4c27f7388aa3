import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ok, type Reason } from '../../../model/status.ts';
import { MOST_IMAGE_PIXELS } from './limits.ts';
import { withPdf } from './open.ts';

const LONGEST_NUMBER = 24;

/**
 * A reason for every page that shows an image of more pixels than are unpacked. pdf.js leaves it out without a word, but
 * stops there where it is to stop at errors, so the pages of a document that may have one are gone through again that way.
 */
export async function giantImages(
  pdf: PDFDocumentProxy,
  bytes: Uint8Array,
  pages: number,
  password?: string,
): Promise<readonly Reason[]> {
  if (!mayHaveGiants(bytes)) return [];
  const found = await withPdf(bytes, { password, isStrict: true }, async (strict) => {
    const reasons: Reason[] = [];
    for (let number = 1; number <= pages; number += 1)
      if ((await steps(strict, number)) < (await steps(pdf, number))) reasons.push(reasonOf(number));
    return ok(reasons);
  });
  return found.ok ? found.value : [];
}

/** Whether the widest image of a file, were it as high as the highest, is too large; the dictionaries of images lie open. */
function mayHaveGiants(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return greatest(file, '/Width') * greatest(file, '/Height') > MOST_IMAGE_PIXELS;
}

function greatest(file: Buffer, name: string): number {
  let most = 0;
  for (let at = file.indexOf(name); at >= 0; at = file.indexOf(name, at + name.length)) {
    const rest = file.toString('latin1', at + name.length, at + name.length + LONGEST_NUMBER);
    const [, digits = '0', reference] = /^\s*(\d+)(\s+\d+\s+R)?/u.exec(rest) ?? [];
    most = Math.max(most, reference === undefined ? Number(digits) : Number.POSITIVE_INFINITY);
  }
  return most;
}

/** How many steps of a page's drawing are told. */
async function steps(pdf: PDFDocumentProxy, number: number): Promise<number> {
  try {
    const page = await pdf.getPage(number);
    try {
      return (await page.getOperatorList()).fnArray.length;
    } finally {
      page.cleanup();
    }
  } catch {
    return 0;
  }
}

const reasonOf = (page: number): Reason => ({
  code: 'too-large',
  message: `page ${page} shows an image of more than ${MOST_IMAGE_PIXELS} pixels, the most that are read`,
  place: { page, box: [0, 0, 0, 0] },
});
