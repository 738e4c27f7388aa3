import type { Document } from '../model/document.ts';
import type { Source } from '../model/source.ts';
import type { Result } from '../model/status.ts';
import type { Effort } from './effort.ts';
import type { RecognitionOptions } from './recognition/options.ts';

export interface ReadOptions {
  /** Longest line of text that is read, in bytes. */
  readonly maxLineBytes: number;
  /** Most pages that are read of one document. */
  readonly maxPages: number;
  /** Opens encrypted documents; an empty one is always tried. */
  readonly password?: string;
  /** How pages without a text layer are recognized; without it they are not. */
  readonly recognition?: RecognitionOptions;
  /** Is told of every picture of a page that has been looked at without being recognized, for that takes time too. */
  readonly onPicture?: () => void;
  /** What may be spent; without it there is no end. */
  readonly effort?: Effort;
  /** Most levels of forms and saved states inside each other on one page. */
  readonly maxNesting?: number;
}

/** One input format. `read` is pure: the same bytes give the same document; it throws only for bugs. */
export interface Format {
  readonly id: string;
  /** Raised whenever the output for some input changes; part of the key under which work is remembered. */
  readonly version: number;
  readonly mediaType: string;
  /** How sure the format is that the bytes are its own, 0 … 1; the highest score reads. */
  score(source: Source): number;
  read(source: Source, options: ReadOptions): Promise<Result<Document>>;
}
