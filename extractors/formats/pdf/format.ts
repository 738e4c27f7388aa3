import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Document, PackedPage } from '../../../model/document.ts';
import { packed } from '../../../model/packed.ts';
import type { Box } from '../../../model/place.ts';
import type { Source } from '../../../model/source.ts';
import { fail, ok, type Reason, type Result } from '../../../model/status.ts';
import { shownBox } from '../../../model/turn.ts';
import { isExhausted, pagesLeft } from '../../effort.ts';
import type { Format, ReadOptions } from '../../format.ts';
import { opensAsZip } from '../zip.ts';
import { withoutGarbled } from './garbled.ts';
import { giantImages } from './giants.ts';
import type { Need } from './layer.ts';
import { readPage, withPdf } from './open.ts';
import { repaired } from './repair.ts';
import { withStrays } from './strays.ts';

const MEDIA_TYPE = 'application/pdf';
/** Readers accept the header anywhere in the first 1024 bytes (PDF 32000-1, annex H). */
const HEADER_WINDOW = 1024;

/** PDF: every page as glyphs, rulings and image boxes in points from the top left of the page as it is shown. */
export const pdfFormat: Format = {
  id: 'pdf',
  version: 5,
  mediaType: MEDIA_TYPE,
  // A PDF that lies unpacked in a ZIP opens soon after it, too.
  score: ({ bytes }) =>
    !opensAsZip(bytes) && Buffer.from(bytes.subarray(0, HEADER_WINDOW)).toString('latin1').includes('%PDF-')
      ? 1
      : 0,
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
  const layers = await withPdf(source.bytes, { password }, (pdf) =>
    readLayers(pdf, source, options, password),
  );
  if (!layers.ok) return layers;
  const { numPages, giants, ...read } = layers.value;
  const whole = await withRecognition(source, read, options, password);
  const [giant] = giants;
  if (giant !== undefined && whole.pages.every(({ lengths }) => lengths.length === 0))
    return { ok: false, reason: giant };
  const { name, sha256 } = source;
  return ok({
    source: { name, sha256, mediaType: MEDIA_TYPE, pages: numPages },
    status: whole.reasons.length === 0 ? 'ok' : 'partial',
    ...whole,
  });
}

interface Pages {
  readonly pages: readonly PackedPage[];
  readonly reasons: readonly Reason[];
}

type Needs = ReadonlyMap<number, Need>;

/** What the pages of a document say without recognition. */
interface Layers extends Pages {
  readonly needs: Needs;
  readonly numPages: number;
  /** Also among the reasons. */
  readonly giants: readonly Reason[];
}

async function readLayers(
  pdf: PDFDocumentProxy,
  source: Source,
  options: ReadOptions,
  password?: string,
): Promise<Result<Layers>> {
  const { numPages } = pdf;
  if (numPages <= 0) return fail('no-pages', 'the PDF has no pages');
  const count = Math.min(numPages, options.maxPages);
  const { pages, reasons, needs } = await readEach(pdf, count, options);
  const [unread] = reasons;
  if (pages.length === 0 && unread !== undefined && isExhausted(unread)) return { ok: false, reason: unread };
  if (pages.length === 0 && unread !== undefined)
    return fail(unread.code, `none of the ${count} pages can be read: ${unread.message}`);
  if (count < numPages)
    reasons.push({ code: 'too-large', message: `only the first ${count} of ${numPages} pages were read` });
  reasons.push(...textReasons(pages, needs));
  const giants = await giantImages(pdf, source.bytes, count, password);
  const believed = withoutGarbled(pages);
  return ok({
    pages: believed.pages,
    reasons: [...reasons, ...giants, ...believed.reasons],
    needs,
    numPages,
    giants,
  });
}

/** Loads what recognizes pages only where one needs it, and opens the document again to draw them: readers have no outlines. */
async function withRecognition(
  { name, bytes }: Source,
  read: Pages & { readonly needs: Needs },
  { recognition, onPicture }: ReadOptions,
  password?: string,
): Promise<Pages> {
  const { pages, reasons, needs } = read;
  const isAsked = needs.size > 0 || reasons.some(asksRecognition);
  if (recognition === undefined || (recognition.mode === 'auto' && !isAsked)) return { pages, reasons };
  const { recognized } = await import('./recognize.ts');
  const options = { ...recognition, ...(onPicture !== undefined && { onPicture }) };
  const whole = await withPdf(bytes, { password, isDrawn: true }, async (pdf) =>
    ok(await recognized(pdf, name, read, options)),
  );
  return whole.ok ? whole.value : { pages, reasons: [...reasons, whole.reason] };
}

const asksRecognition = ({ code }: Reason): boolean => code === 'no-text' || code === 'garbled-text';

async function readEach(
  pdf: PDFDocumentProxy,
  count: number,
  { onPicture, effort, maxNesting }: ReadOptions,
): Promise<{ readonly pages: readonly PackedPage[]; readonly reasons: Reason[]; readonly needs: Needs }> {
  const pages: PackedPage[] = [];
  const reasons: Reason[] = [];
  const needs = new Map<number, Need>();
  for (let number = 1; number <= count; number += 1) {
    const why = effort?.spent() ?? null;
    if (why !== null) {
      reasons.push(pagesLeft(why, number, count));
      break;
    }
    const read = await readPage(pdf, number, maxNesting);
    if (read.ok) pages.push(packed(read.value.page));
    else reasons.push(read.reason);
    if (read.ok && read.value.page.images.length > 0) onPicture?.();
    if (read.ok && read.value.need.kind !== 'nothing') needs.set(number, read.value.need);
  }
  return { pages, reasons, needs };
}

/** Why pages are not read as they are: each that needs recognition, or all where none has any text. */
function textReasons(pages: readonly PackedPage[], needs: Needs): readonly Reason[] {
  const isSilent = pages.every((page) => page.lengths.length === 0);
  return pages.flatMap((page) => {
    const need = needs.get(page.number);
    if (need?.kind === 'poor') return [poorReason(page)];
    if (isSilent || needsRecognition(page)) return [textReason(page)];
    return need?.kind === 'pictures' ? [pictureReason(page, need.box)] : [];
  });
}

/** A page that shows a picture but no text waits for recognition; a blank page among others is whole as it is. */
const needsRecognition = ({ lengths, images, lines }: PackedPage): boolean =>
  lengths.length === 0 && (images.length > 0 || lines.length > 0);

const textReason = ({ number, width, height }: PackedPage): Reason => ({
  code: 'no-text',
  message: `page ${number} has no text layer; recognition is needed`,
  place: { page: number, box: [0, 0, width, height] },
});

const pictureReason = (page: PackedPage, box: Box): Reason => ({
  code: 'no-text',
  message: `page ${page.number} shows large pictures without a text layer; recognition is needed`,
  place: { page: page.number, box: shownBox(box, page) },
});

const poorReason = ({ number, width, height }: PackedPage): Reason => ({
  code: 'garbled-text',
  message: `page ${number}: the text behind its picture was recognized badly before and is not used; recognition is needed`,
  place: { page: number, box: [0, 0, width, height] },
});
