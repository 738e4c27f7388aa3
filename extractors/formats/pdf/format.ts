import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Document, PackedPage } from '../../../model/document.ts';
import { packed } from '../../../model/packed.ts';
import type { Source } from '../../../model/source.ts';
import { fail, ok, type Reason, type Result } from '../../../model/status.ts';
import type { Format, ReadOptions } from '../../format.ts';
import { withoutGarbled } from './garbled.ts';
import { loaded, openPdf, readPage } from './open.ts';
import { repaired } from './repair.ts';
import { withStrays } from './strays.ts';

const MEDIA_TYPE = 'application/pdf';
/** Readers accept the header anywhere in the first 1024 bytes (PDF 32000-1, annex H). */
const HEADER_WINDOW = 1024;

/** PDF: every page as glyphs, rulings and image boxes in points from the top left of the page as it is shown. */
export const pdfFormat: Format = {
  id: 'pdf',
  version: 3,
  mediaType: MEDIA_TYPE,
  score: ({ bytes }) =>
    Buffer.from(bytes.subarray(0, HEADER_WINDOW)).toString('latin1').includes('%PDF-') ? 1 : 0,
  read: readPdf,
};

async function readPdf(source: Source, options: ReadOptions): Promise<Result<Document>> {
  const { value: result, strays } = await withStrays(() => readPages(source, options));
  if (!result.ok || strays.length === 0) return result;
  const messages = [...new Set(strays.map((error) => error.message))].join('; ');
  const reason: Reason = { code: 'damaged', message: `a part of the PDF cannot be read: ${messages}` };
  return ok({ ...result.value, status: 'partial', reasons: [...result.value.reasons, reason] });
}

/** Reads what the bytes give, or where they cannot be opened, what can be put together again from them. */
async function readPages(source: Source, options: ReadOptions): Promise<Result<Document>> {
  const result = await unlocked(source, options);
  if (result.ok || (result.reason.code !== 'damaged' && result.reason.code !== 'no-pages')) return result;
  const bytes = repaired(source.bytes);
  const again = bytes === null ? result : await readBytes({ ...source, bytes }, options);
  if (!again.ok) return result;
  return ok({ ...again.value, status: 'partial', reasons: [REPAIRED, ...again.value.reasons] });
}

/** Without a password first: one that is given for many documents must not close those that need none. */
async function unlocked(source: Source, options: ReadOptions): Promise<Result<Document>> {
  const result = await readBytes(source, options);
  const { password } = options;
  if (result.ok || result.reason.code !== 'encrypted' || password === undefined) return result;
  return readBytes(source, options, password);
}

const REPAIRED: Reason = {
  code: 'damaged',
  message: 'the PDF is damaged; what could be found of it was read',
};

async function readBytes(source: Source, options: ReadOptions, password?: string): Promise<Result<Document>> {
  const task = await openPdf(source.bytes, password);
  try {
    const opened = await loaded(task, password);
    if (!opened.ok) return opened;
    const { numPages } = opened.value;
    if (numPages === 0) return fail('no-pages', 'the PDF has no pages');
    const count = Math.min(numPages, options.maxPages);
    const { pages, reasons } = await readEach(opened.value, count);
    const [unread] = reasons;
    if (pages.length === 0 && unread !== undefined)
      return fail('page-unreadable', `none of the ${count} pages can be read: ${unread.message}`);
    if (count < numPages)
      reasons.push({ code: 'too-large', message: `only the first ${count} of ${numPages} pages were read` });
    const silent = pages.every((page) => page.lengths.length === 0);
    reasons.push(...pages.filter((page) => silent || needsRecognition(page)).map(textReason));
    const believed = withoutGarbled(pages);
    const asRead = { pages: believed.pages, reasons: [...reasons, ...believed.reasons] };
    const whole = await withRecognition(opened.value, source, asRead, options);
    const { name, sha256 } = source;
    return ok({
      source: { name, sha256, mediaType: MEDIA_TYPE, pages: numPages },
      status: whole.reasons.length === 0 ? 'ok' : 'partial',
      ...whole,
    });
  } finally {
    await task.destroy();
  }
}

interface Pages {
  readonly pages: readonly PackedPage[];
  readonly reasons: readonly Reason[];
}

/** Loads what recognizes pages only where one needs it. */
async function withRecognition(
  pdf: PDFDocumentProxy,
  { name }: Source,
  read: Pages,
  { recognition }: ReadOptions,
): Promise<Pages> {
  if (recognition === undefined || (recognition.mode === 'auto' && !read.reasons.some(asksRecognition)))
    return read;
  const { recognized } = await import('./recognize.ts');
  return recognized(pdf, name, read, recognition);
}

const asksRecognition = ({ code }: Reason): boolean => code === 'no-text' || code === 'garbled-text';

async function readEach(
  pdf: PDFDocumentProxy,
  count: number,
): Promise<{ readonly pages: readonly PackedPage[]; readonly reasons: Reason[] }> {
  const pages: PackedPage[] = [];
  const reasons: Reason[] = [];
  for (let number = 1; number <= count; number += 1) {
    const page = await readPage(pdf, number);
    if (page.ok) pages.push(packed(page.value));
    else reasons.push(page.reason);
  }
  return { pages, reasons };
}

/** A page that shows a picture but no text waits for recognition; a blank page among others is whole as it is. */
const needsRecognition = ({ lengths, images, lines }: PackedPage): boolean =>
  lengths.length === 0 && (images.length > 0 || lines.length > 0);

const textReason = ({ number, width, height }: PackedPage): Reason => ({
  code: 'no-text',
  message: `page ${number} has no text layer; recognition is needed`,
  place: { page: number, box: [0, 0, width, height] },
});
