import { createRequire } from 'node:module';
import path from 'node:path';
import type {
  PDFDocumentLoadingTask,
  PDFDocumentProxy,
  PDFPageProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { GlyphPage } from '../../../model/document.ts';
import { IDENTITY, multiply } from '../../../model/matrix.ts';
import type { PagePlace } from '../../../model/place.ts';
import { fail, ok, type Result } from '../../../model/status.ts';
import { uprightMatrix } from '../../../model/turn.ts';
import { withoutDoubles } from './doubles.ts';
import { inflateDirectly } from './inflate.ts';
import { layerOf, type Need } from './layer.ts';
import { MOST_IMAGE_PIXELS, PAGE_LIMITS, type PageLimits } from './limits.ts';
import { asMatrix } from './matrix.ts';
import { type FontLookup, type FontMetrics, isRecord, numberOr, type Operation } from './operators.ts';
import { setToPitch } from './pitch.ts';
import { HandoverPort } from './port.ts';
import { walk } from './walk.ts';

/** Where pdf.js lies, with the character maps, fonts and decoders that it needs. */
export const packageFolder = (): string =>
  path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

interface OpenOptions {
  readonly password?: string | undefined;
  /** Whether a page that shows an image above the limit fails; else the image is left out without a word. */
  readonly isStrict?: boolean;
  /** Whether pages are to be drawn: only then are the outlines of the characters made ready. */
  readonly isDrawn?: boolean;
}

/**
 * Fonts are given to a page that never shows them: without one, pdf.js makes the outline of every character ready, and
 * without a class for such fonts it writes each of them out in base64 before it comes to that.
 */
const UNDRAWN = {
  disableFontFace: false,
  ownerDocument: { fonts: { add: () => undefined, delete: () => undefined } },
};
class UndrawnFont {
  readonly loaded = Promise.resolve();
}

let reader: Promise<PDFWorker> | undefined;

/** The reading half of pdf.js, one for all documents of this thread. */
const readerOf = (): Promise<PDFWorker> => {
  reader ??= startReader();
  return reader;
};

async function startReader(): Promise<PDFWorker> {
  const [{ PDFWorker, VerbosityLevel }, { WorkerMessageHandler }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  if (!('FontFace' in globalThis)) Object.assign(globalThis, { FontFace: UndrawnFont });
  inflateDirectly();
  const port = new HandoverPort();
  WorkerMessageHandler.initializeFromPort(port);
  return PDFWorker.create({ port, verbosity: VerbosityLevel.ERRORS });
}

/**
 * Starts to open a PDF. Without the character maps and standard fonts of the package, text in predefined
 * Chinese encodings would silently come out empty.
 */
async function openPdf(
  bytes: Uint8Array,
  { password, isStrict = false, isDrawn = false }: OpenOptions = {},
): Promise<PDFDocumentLoadingTask> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = (name: string): string => `${path.join(packageFolder(), name)}/`;
  return getDocument({
    // A copy, for pdf.js takes the buffer away from its caller.
    data: Uint8Array.from(bytes),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    worker: await readerOf(),
    ...(isDrawn ? { disableFontFace: true } : UNDRAWN),
    maxImageSize: MOST_IMAGE_PIXELS,
    stopAtErrors: isStrict,
    verbosity: VerbosityLevel.ERRORS,
    ...(password !== undefined && { password }),
  });
}

/** The opened document, or why it cannot be opened. */
async function loaded(task: PDFDocumentLoadingTask, password?: string): Promise<Result<PDFDocumentProxy>> {
  try {
    return ok(await task.promise);
  } catch (error) {
    return explained(error, password !== undefined);
  }
}

/** What `work` makes of the opened document, which is closed after it; or why it cannot be opened. */
export async function withPdf<T>(
  bytes: Uint8Array,
  options: OpenOptions,
  work: (pdf: PDFDocumentProxy) => Promise<Result<T>>,
): Promise<Result<T>> {
  const task = await openPdf(bytes, options);
  try {
    const opened = await loaded(task, options.password);
    return opened.ok ? await work(opened.value) : opened;
  } finally {
    await task.destroy();
  }
}

function explained(error: unknown, passwordGiven: boolean): Result<never> {
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  if (name === 'PasswordException')
    return fail(
      'encrypted',
      passwordGiven ? 'the password does not open the PDF' : 'the PDF needs a password',
    );
  if (/encryption/i.test(message))
    return fail('encrypted', `the PDF is encrypted in a way that is not read: ${message}`);
  if (/no pages|page tree|Pages/i.test(message)) return fail('no-pages', `the PDF has no pages: ${message}`);
  return fail('damaged', `the PDF cannot be opened: ${message}`);
}

/** The ink of a page, and what of it has no layer of text that can be believed. */
interface PageAsRead {
  readonly page: GlyphPage;
  readonly need: Need;
}

/** Page `number`, or why it cannot be read. */
export async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  nesting: number = PAGE_LIMITS.nesting,
): Promise<Result<PageAsRead>> {
  try {
    const page = await pdf.getPage(number);
    try {
      return await inkOfPage(page, number, { ...PAGE_LIMITS, nesting });
    } finally {
      page.cleanup();
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fail('page-unreadable', `page ${number} cannot be read: ${message}`, {
      page: number,
      box: [0, 0, 0, 0],
    });
  }
}

async function inkOfPage(
  page: PDFPageProxy,
  number: number,
  limits: PageLimits,
): Promise<Result<PageAsRead>> {
  const viewport = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList();
  const fonts = fontLookup(page);
  const base = asMatrix(viewport.transform) ?? IDENTITY;
  const asShown = walk(operations(list.fnArray, list.argsArray), base, viewport, fonts, limits);
  const turn = asShown.beyond === null && asShown.facing !== 0 ? asShown.facing : undefined;
  const { width, height } = turn === undefined || turn === 180 ? viewport : flipped(viewport);
  const ink =
    turn === undefined
      ? asShown
      : walk(
          operations(list.fnArray, list.argsArray),
          multiply(uprightMatrix(turn, viewport), base),
          { width, height },
          fonts,
          limits,
        );
  if (ink.beyond !== null) return beyond(ink.beyond, limits, { page: number, box: [0, 0, width, height] });
  const { glyphs, figures, need } = layerOf(ink, { width, height });
  const asRead: GlyphPage = {
    kind: 'glyphs',
    number,
    ...(turn !== undefined && { turn }),
    width,
    height,
    glyphs: setToPitch(withoutDoubles(glyphs)),
    rulings: ink.rulings,
    images: ink.images.map(({ box }) => ({ box })),
    ...(figures !== undefined && { figures }),
  };
  return ok({ page: asRead, need });
}

function beyond(limit: keyof PageLimits, limits: PageLimits, place: PagePlace): Result<never> {
  const { page } = place;
  const most = limits[limit];
  if (limit !== 'nesting')
    return fail(
      'page-unreadable',
      `page ${page} has more than ${most} ${limit}, the most that are read of one page`,
      place,
    );
  const message = `page ${page} has more than ${most} forms and states inside each other`;
  return { ok: false, reason: { code: 'too-deep', message, place, stage: 'read', limit: 'maxNesting' } };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const flipped = ({ width, height }: Size): Size => ({ width: height, height: width });

export function* operations(codes: readonly number[], args: readonly unknown[]): Iterable<Operation> {
  let index = 0;
  for (const op of codes) {
    const list = args[index];
    index += 1;
    yield { op, args: Array.isArray(list) ? list : [] };
  }
}

function fontLookup(page: PDFPageProxy): FontLookup {
  const known = new Map<string, FontMetrics>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const font: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
    const matrix = isRecord(font) ? asMatrix(font.fontMatrix) : null;
    const metrics = {
      name: isRecord(font) && typeof font.name === 'string' ? font.name : id,
      unit: numberOr(matrix?.[0], 0.001),
      vertical: isRecord(font) && font.vertical === true,
    };
    known.set(id, metrics);
    return metrics;
  };
}
