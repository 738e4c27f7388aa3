import type { OcrMode } from '../../model/config.ts';
import type { Recognizer } from './recognizer.ts';

/** How pages are recognized. Types only: the engine is loaded when the first page needs it. */
export interface RecognitionOptions {
  readonly mode: Exclude<OcrMode, 'never'>;
  /** Most pages that are recognized of one document. */
  readonly maxPages: number;
  /** A folder for a picture of every step of the preparation. */
  readonly debugDir?: string;
  /** Is told the number of every page that has been recognized. */
  readonly onPage?: (number: number) => void;
  /** Only tests name another engine than the default. */
  readonly engine?: () => Recognizer;
}
