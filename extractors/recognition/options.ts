import type { OcrEngine, OcrMode } from '../../model/config.ts';
import type { Effort } from '../effort.ts';
import type { Recognizer } from './recognizer.ts';

/** How pages are recognized. Types only: the engine is loaded when the first page needs it. */
export interface RecognitionOptions {
  readonly mode: Exclude<OcrMode, 'never'>;
  readonly engine?: OcrEngine;
  /** Most pages that are recognized of one document. */
  readonly maxPages: number;
  /** A folder for a picture of every step of the preparation. */
  readonly debugDir?: string;
  /** Is told the number of every page that has been recognized. */
  readonly onPage?: (number: number) => void;
  /** What may be spent on the document. */
  readonly effort?: Effort;
  /** Is waited for before the first page: engines are large, and there may be a limit to their number. */
  readonly admit?: () => Promise<void>;
  /** Only tests bring an engine of their own. */
  readonly recognizer?: () => Recognizer;
}
