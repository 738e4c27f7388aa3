import type { Document, GlyphPage, PackedPage } from '../../../model/document.ts';
import { packed } from '../../../model/packed.ts';
import type { Source } from '../../../model/source.ts';
import { fail, ok, type Reason, type Result } from '../../../model/status.ts';
import { isExhausted, pagesLeft } from '../../effort.ts';
import type { Format, ReadOptions } from '../../format.ts';
import type { Recognition } from '../../recognition/recognition.ts';
import { blankPage, isBlank } from '../look.ts';
import { readable } from '../quality.ts';
import type { DecodedPage } from './decode.ts';
import { imageType } from './sniff.ts';

const POINTS_AN_INCH = 72;

/** Pictures of pages: PNG, JPEG, WebP, and TIFF of one or many pages. All of their text is recognized. */
export const imageFormat: Format = {
  id: 'image',
  version: 2,
  mediaType: 'image/*',
  score: ({ bytes }) => (imageType(bytes) === null ? 0 : 1),
  read,
};

async function read(source: Source, { maxPages, recognition }: ReadOptions): Promise<Result<Document>> {
  if (recognition === undefined) return fail('no-text', 'an image has no text layer; recognition is needed');
  const [{ decodePage, pageCount }, { Recognition }] = await Promise.all([
    import('./decode.ts'),
    import('../../recognition/recognition.ts'),
  ]);
  const count = await pageCount(source.bytes);
  if (!count.ok) return count;
  const pages: PackedPage[] = [];
  const reasons: Reason[] = [];
  const engine = new Recognition(source.name, recognition);
  try {
    for (let number = 1; number <= Math.min(count.value, maxPages); number += 1) {
      const why = recognition.effort?.spent() ?? null;
      if (why !== null) {
        reasons.push(pagesLeft(why, number, Math.min(count.value, maxPages)));
        break;
      }
      const decoded = await decodePage(source.bytes, number - 1);
      const page = decoded.ok ? await recognizedPage(decoded.value, number, engine) : decoded;
      if (page.ok) pages.push(packed(page.value));
      else reasons.push(page.reason);
      if (!page.ok && endsReading(page.reason)) break;
    }
  } finally {
    await engine.close();
  }
  if (reasons.length === 0 && pages.every(({ lengths }) => lengths.length === 0))
    return fail('unrecognized', 'all pages are blank');
  const [first] = reasons;
  if (pages.length === 0 && first !== undefined) return { ok: false, reason: first };
  if (count.value > maxPages)
    reasons.push({
      code: 'too-large',
      message: `only the first ${maxPages} of ${count.value} pages were read`,
    });
  const { name, sha256 } = source;
  return ok({
    source: { name, sha256, mediaType: imageType(source.bytes) ?? 'image/*', pages: count.value },
    status: reasons.length === 0 ? 'ok' : 'partial',
    reasons,
    pages,
  });
}

const endsReading = (reason: Reason): boolean =>
  reason.code === 'no-engine' || reason.code === 'too-large' || isExhausted(reason);

/** A page with its places in pixels of the file. */
async function recognizedPage(
  { image, width, height }: DecodedPage,
  number: number,
  engine: Recognition,
): Promise<Result<GlyphPage>> {
  const found = isBlank(image) ? ok(blankPage(image, number)) : await engine.page(image, number);
  const page = found.ok ? readable(found.value) : found;
  if (!page.ok) return page;
  const [across, down] = [width / image.width, height / image.height];
  const pixels = image.dpi / POINTS_AN_INCH;
  return ok({
    ...page.value,
    frame: { width, height, matrix: [across * pixels, 0, 0, down * pixels, 0, 0] },
  });
}
