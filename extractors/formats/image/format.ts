import type { Document, PackedPage } from '../../../model/document.ts';
import { packed } from '../../../model/packed.ts';
import type { Source } from '../../../model/source.ts';
import { fail, ok, type Reason, type Result } from '../../../model/status.ts';
import type { Format, ReadOptions } from '../../format.ts';
import { imageType } from './sniff.ts';

/** Pictures of pages: PNG, JPEG, WebP, and TIFF of one or many pages. All of their text is recognized. */
export const imageFormat: Format = {
  id: 'image',
  version: 1,
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
      const image = await decodePage(source.bytes, number - 1);
      const page = image.ok ? await engine.page(image.value, number) : image;
      if (page.ok) pages.push(packed(page.value));
      else reasons.push(page.reason);
      if (!page.ok && (page.reason.code === 'no-engine' || page.reason.code === 'too-large')) break;
    }
  } finally {
    await engine.close();
  }
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
