import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { GlyphPage, PackedPage } from '../../../model/document.ts';
import { apply, inverse } from '../../../model/matrix.ts';
import { packed, unpacked } from '../../../model/packed.ts';
import type { Box } from '../../../model/place.ts';
import type { PixelBox } from '../../../model/raster.ts';
import { ok, type Reason, type Result } from '../../../model/status.ts';
import { shownBox } from '../../../model/turn.ts';
import { isExhausted, pagesLeft } from '../../effort.ts';
import type { ReadOptions } from '../../format.ts';
import type { RecognitionOptions } from '../../recognition/options.ts';
import { Recognition } from '../../recognition/recognition.ts';
import { blankPage, isBlank, looksPrinted, showsTable } from '../look.ts';
import { readable } from '../quality.ts';
import type { Need } from './layer.ts';
import { merged } from './merge.ts';
import { type PageRaster, rasterOfPage } from './raster.ts';
import { ruledPage } from './ruled.ts';

interface Read {
  readonly pages: readonly PackedPage[];
  readonly reasons: readonly Reason[];
  /** What pages with a layer of text need, by their numbers. */
  readonly needs: ReadonlyMap<number, Need>;
}

const POINTS_AN_INCH = 72;
const NEEDY: ReadonlySet<string> = new Set(['no-text', 'garbled-text']);
/** Fewer characters in a picture are none of the report's: a logo, what an engine sees in a pattern. */
const LEAST_TEXT = 10;

const pageOf = ({ place }: Reason): number | null =>
  place !== undefined && 'page' in place ? place.page : null;

/**
 * The pages of a PDF, those recognized that need it. A page that was recognized has no need any more; of one that could
 * not be, it is told why.
 */
export async function recognized(
  pdf: PDFDocumentProxy,
  name: string,
  { pages, reasons, needs }: Read,
  options: RecognitionOptions & Pick<ReadOptions, 'onPicture'>,
): Promise<Omit<Read, 'needs'>> {
  const needy = new Set(reasons.flatMap((reason) => (NEEDY.has(reason.code) ? (pageOf(reason) ?? []) : [])));
  const done = new Map<number, PackedPage>();
  const problems = new Map<string, Reason>();
  const engine = new Recognition(name, options);
  const work = new Work(pdf, engine);
  try {
    for (const page of pages) {
      const { number, width, height } = page;
      const need = needs.get(number) ?? NOTHING;
      const isWhole = options.mode === 'always' || (needy.has(number) && !hasPictures(page, need));
      if (isWhole ? !hasInk(page) : need.kind === 'nothing') continue;
      const why = options.effort?.spent() ?? null;
      if (why !== null) {
        problems.set(
          why.code,
          pagesLeft(why, number, pages.at(-1)?.number ?? number, 'looked at for recognition'),
        );
        break;
      }
      if (need.kind === 'rulings') options.onPicture?.();
      const read = isWhole ? await work.whole(page) : await work.part(page, need);
      if (read.ok) done.set(number, read.value);
      else if (
        read.reason.code === 'no-engine' ||
        read.reason.code === 'too-large' ||
        isExhausted(read.reason)
      ) {
        problems.set(read.reason.code, read.reason);
        break;
      } else
        problems.set(String(number), { ...read.reason, place: { page: number, box: [0, 0, width, height] } });
    }
  } finally {
    await engine.close();
  }
  const isMet = (reason: Reason): boolean => NEEDY.has(reason.code) && done.has(pageOf(reason) ?? 0);
  const read = pages.map((page) => done.get(page.number) ?? page);
  if (done.size > 0 && problems.size === 0 && read.every(({ lengths }) => lengths.length === 0))
    problems.set('blank', BLANK);
  return {
    pages: read,
    reasons: [...reasons.filter((reason) => !isMet(reason)), ...problems.values()],
  };
}

const BLANK: Reason = { code: 'unrecognized', message: 'all pages are blank' };
const NOTHING: Need = { kind: 'nothing' };

/** Whether only the pictures of a page are to be recognized, for it has text besides. */
const hasPictures = ({ lengths }: PackedPage, { kind }: Need): boolean =>
  lengths.length > 0 && kind !== 'nothing';

const hasInk = ({ images, lines, lengths }: PackedPage): boolean =>
  images.length + lines.length + lengths.length > 0;

class Work {
  readonly #pdf: PDFDocumentProxy;
  readonly #engine: Recognition;

  constructor(pdf: PDFDocumentProxy, engine: Recognition) {
    this.#pdf = pdf;
    this.#engine = engine;
  }

  /** A page from its picture, nothing kept of what it had. */
  async whole({ number }: PackedPage): Promise<Result<PackedPage>> {
    const raster = await rasterOfPage(this.#pdf, number, 'page');
    if (!raster.ok) return raster;
    const page = await this.#recognized(raster.value, number);
    return page.ok ? ok(packed(page.value)) : page;
  }

  /** A page with what its pictures have beside its own text; as it was where they have nothing. */
  async part(page: PackedPage, need: Need): Promise<Result<PackedPage>> {
    if (need.kind === 'nothing') return ok(page);
    const raster = await rasterOfPage(this.#pdf, page.number, 'pictures');
    if (!raster.ok) return raster;
    if (need.kind === 'rulings') {
      const ruled = framed(ruledPage(raster.value.image, page.number), raster.value);
      return ok(packed(merged(unpacked(page), ruled, page.figures)));
    }
    const part = partOf(raster.value, shownBox(need.box, page));
    const isWorth = need.kind === 'tables' ? showsTable : looksPrinted;
    if (!isWorth(raster.value.image, part)) return ok(page);
    const found = await this.#recognized(raster.value, page.number);
    if (!found.ok) return found.reason.code === 'unrecognized' ? ok(page) : found;
    return ok(found.value.glyphs.length < LEAST_TEXT ? page : packed(merged(unpacked(page), found.value)));
  }

  async #recognized(raster: PageRaster, number: number): Promise<Result<GlyphPage>> {
    const { image } = raster;
    const found = isBlank(image) ? ok(blankPage(image, number)) : await this.#engine.page(image, number);
    const page = found.ok ? readable(found.value) : found;
    return page.ok ? ok(framed(page.value, raster)) : page;
  }
}

const framed = (page: GlyphPage, { frame }: PageRaster): GlyphPage =>
  frame === undefined ? page : { ...page, frame };

/** The pixels of a box on the page as it is shown. */
function partOf({ image, frame }: PageRaster, [x0, y0, x1, y1]: Box): PixelBox {
  const back = frame === undefined ? null : inverse(frame.matrix);
  const scale = image.dpi / POINTS_AN_INCH;
  const at = (x: number, y: number): readonly [number, number] => {
    const [u, v] = back === null ? [x, y] : apply(back, x, y);
    return [Math.round(u * scale), Math.round(v * scale)];
  };
  const [[left, top], [right, bottom]] = [at(x0, y0), at(x1, y1)];
  return { left, top, right, bottom };
}
