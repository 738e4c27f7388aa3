import type { Effort } from '../extractors/effort.ts';
import type { Format } from '../extractors/format.ts';
import { FORMATS } from '../extractors/formats/registry.ts';
import { unreadKind } from '../extractors/formats/unread.ts';
import type { RecognitionOptions } from '../extractors/recognition/options.ts';
import type { Config } from '../model/config.ts';
import type { Document } from '../model/document.ts';
import type { Source } from '../model/source.ts';
import { fail, type ReasonCode, type Result } from '../model/status.ts';
import type { Stage } from './stage.ts';

const SNIFFED_BYTES = 8192;

/** The format that is surest that the bytes are its own, or null where none is. */
export function chooseFormat(source: Source, formats: readonly Format[] = FORMATS): Format | null {
  let best: { format: Format; score: number } | null = null;
  for (const format of formats) {
    const score = format.score(source);
    if (score > (best?.score ?? 0)) best = { format, score };
  }
  return best?.format ?? null;
}

/** What goes along with the limits but is no part of what is remembered or stored. */
export interface Asides {
  /** Opens encrypted documents. */
  readonly password?: string;
  /** A folder for pictures of how page images are prepared. */
  readonly debugDir?: string;
  /** Is told the number of every page that has been recognized. */
  readonly onPage?: (number: number) => void;
  /** Is told of every picture of a page that has been looked at without being recognized. */
  readonly onPicture?: () => void;
  /** What may be spent on the document. */
  readonly effort?: Effort;
  /** Is waited for before the first page is recognized. */
  readonly admit?: () => Promise<void>;
}

export type ReadContext = Config & Asides;

/** Why recognition gave nothing. */
const SILENT: ReadonlySet<string> = new Set<ReasonCode>([
  'no-engine',
  'recognition-failed',
  'unrecognized',
  'page-unreadable',
]);

/** A document in which nothing at all could be read is no document read in part. */
function withText(document: Document): Result<Document> {
  const { pages } = document;
  const silent =
    pages.length > 0 && pages.every((page) => page.kind === 'packed' && page.lengths.length === 0);
  const why = document.reasons.find(({ code }) => SILENT.has(code));
  if (silent && why !== undefined) return { ok: false, reason: why };
  return silent
    ? fail('no-text', `none of the ${pages.length} pages has a text layer; recognition is needed`)
    : { ok: true, value: document };
}

function recognitionOf({
  ocr,
  ocrEngine,
  maxRecognizedPages,
  debugDir,
  onPage,
  effort,
  admit,
}: ReadContext): RecognitionOptions | null {
  if (ocr === 'never') return null;
  return {
    mode: ocr,
    engine: ocrEngine,
    maxPages: maxRecognizedPages,
    ...(debugDir !== undefined && { debugDir }),
    ...(onPage !== undefined && { onPage }),
    ...(effort !== undefined && { effort }),
    ...(admit !== undefined && { admit }),
  };
}

async function read(source: Source, context: ReadContext): Promise<Result<Document>> {
  const { maxLineBytes, maxPages, maxNesting, password, onPicture, effort } = context;
  const recognition = recognitionOf(context);
  const format = chooseFormat(source);
  if (format !== null) {
    const options = {
      maxLineBytes,
      maxPages,
      maxNesting,
      ...(password !== undefined && { password }),
      ...(recognition !== null && { recognition }),
      ...(onPicture !== undefined && { onPicture }),
      ...(effort !== undefined && { effort }),
    };
    const document = await format.read(source, options);
    return document.ok ? withText(document.value) : document;
  }
  const kind = unreadKind(source.bytes);
  if (kind !== null) return fail('unknown-format', `the file is ${kind}, which is not read`);
  return source.bytes.subarray(0, SNIFFED_BYTES).includes(0)
    ? fail('binary', 'the file is binary data of a kind that is not read')
    : fail('unknown-format', 'the file is of a kind that is not read');
}

/** The `read` stage: the format with the highest score turns bytes into pages. */
export const readStage: Stage<Source, Document, ReadContext> = {
  name: 'read',
  version: FORMATS.map(({ id, version }) => `${id}${version}`).join('+'),
  run: read,
};
