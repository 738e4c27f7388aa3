import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PackedPage } from '../../../model/document.ts';
import { packed } from '../../../model/packed.ts';
import type { Reason } from '../../../model/status.ts';
import type { RecognitionOptions } from '../../recognition/options.ts';
import { Recognition } from '../../recognition/recognition.ts';
import { rasterOfPage } from './raster.ts';

interface Read {
  readonly pages: readonly PackedPage[];
  readonly reasons: readonly Reason[];
}

const NEEDY: ReadonlySet<string> = new Set(['no-text', 'garbled-text']);

const pageOf = ({ place }: Reason): number | null =>
  place !== undefined && 'page' in place ? place.page : null;

/**
 * The pages of a PDF, those recognized that need it. A page that was recognized has no need any more; of one that could
 * not be, it is told why.
 */
export async function recognized(
  pdf: PDFDocumentProxy,
  name: string,
  { pages, reasons }: Read,
  options: RecognitionOptions,
): Promise<Read> {
  const needy = new Set(reasons.flatMap((reason) => (NEEDY.has(reason.code) ? (pageOf(reason) ?? []) : [])));
  const isWanted = ({ number, images, lines, lengths }: PackedPage): boolean =>
    (options.mode === 'always' || needy.has(number)) && images.length + lines.length + lengths.length > 0;
  const done = new Map<number, PackedPage>();
  const problems = new Map<string, Reason>();
  const engine = new Recognition(name, options);
  try {
    for (const { number, width, height } of pages.filter(isWanted)) {
      const image = await rasterOfPage(pdf, number);
      const page = image.ok ? await engine.page(image.value, number) : image;
      if (page.ok) done.set(number, packed(page.value));
      else if (page.reason.code === 'no-engine' || page.reason.code === 'too-large') {
        problems.set(page.reason.code, page.reason);
        break;
      } else
        problems.set(String(number), { ...page.reason, place: { page: number, box: [0, 0, width, height] } });
    }
  } finally {
    await engine.close();
  }
  const isMet = (reason: Reason): boolean => NEEDY.has(reason.code) && done.has(pageOf(reason) ?? 0);
  return {
    pages: pages.map((page) => done.get(page.number) ?? page),
    reasons: [...reasons.filter((reason) => !isMet(reason)), ...problems.values()],
  };
}
