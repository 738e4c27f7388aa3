import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { GlyphPage } from '../../../model/document.ts';
import { fail, ok, type Result } from '../../../model/status.ts';
import { uprightMatrix } from '../../../model/turn.ts';
import { withoutDoubles } from './doubles.ts';
import { PAGE_LIMITS } from './limits.ts';
import { asMatrix, IDENTITY, multiply } from './matrix.ts';
import { type FontLookup, type FontMetrics, isRecord, numberOr, type Operation } from './operators.ts';
import { setToPitch } from './pitch.ts';
import { walk } from './walk.ts';

const packageFolder = (): string =>
  path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Starts to open a PDF. Without the character maps and standard fonts of the package, text in predefined
 * Chinese encodings would silently come out empty.
 */
export async function openPdf(bytes: Uint8Array, password?: string): Promise<PDFDocumentLoadingTask> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = (name: string): string => `${path.join(packageFolder(), name)}/`;
  return getDocument({
    // A copy, for pdf.js takes the buffer away from its caller.
    data: Uint8Array.from(bytes),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    verbosity: VerbosityLevel.ERRORS,
    ...(password !== undefined && { password }),
  });
}

/** The opened document, or why it cannot be opened. */
export async function loaded(
  task: PDFDocumentLoadingTask,
  password?: string,
): Promise<Result<PDFDocumentProxy>> {
  try {
    return ok(await task.promise);
  } catch (error) {
    return explained(error, password !== undefined);
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
  if (/no pages|page tree|Pages/i.test(message)) return fail('no-pages', `the PDF has no pages: ${message}`);
  return fail('damaged', `the PDF cannot be opened: ${message}`);
}

/** The ink of page `number`, or why that page cannot be read. */
export async function readPage(pdf: PDFDocumentProxy, number: number): Promise<Result<GlyphPage>> {
  try {
    const page = await pdf.getPage(number);
    try {
      return await inkOfPage(page, number);
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

async function inkOfPage(page: PDFPageProxy, number: number): Promise<Result<GlyphPage>> {
  const viewport = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList();
  const fonts = fontLookup(page);
  const base = asMatrix(viewport.transform) ?? IDENTITY;
  const asShown = walk(operations(list.fnArray, list.argsArray), base, viewport, fonts);
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
        );
  if (ink.beyond !== null) {
    const most = `${PAGE_LIMITS[ink.beyond]} ${ink.beyond}`;
    return fail(
      'page-unreadable',
      `page ${number} has more than ${most}, the most that are read of one page`,
      { page: number, box: [0, 0, width, height] },
    );
  }
  const glyphs = setToPitch(withoutDoubles(ink.glyphs));
  const { rulings, images } = ink;
  return ok({
    kind: 'glyphs',
    number,
    ...(turn !== undefined && { turn }),
    width,
    height,
    glyphs,
    rulings,
    images,
  });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const flipped = ({ width, height }: Size): Size => ({ width: height, height: width });

function* operations(codes: readonly number[], args: readonly unknown[]): Iterable<Operation> {
  for (const [index, op] of codes.entries()) {
    const list = args[index];
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
