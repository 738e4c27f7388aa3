import type { Box } from '../../model/place.ts';
import type { Raster } from '../../model/raster.ts';
import type { Result } from '../../model/status.ts';

/** One recognized character; its box in pixels of the image that it was read from. */
export interface RecognizedSymbol {
  readonly text: string;
  readonly box: Box;
  /** 0 … 1, as the engine says. */
  readonly confidence: number;
}

/** Characters that the engine read as one word, from left to right. */
export interface RecognizedWord {
  readonly symbols: readonly RecognizedSymbol[];
  readonly box: Box;
  readonly confidence: number;
}

/** `page`: Chinese text of any kind; `digits`: lines that hold nothing but figures. */
export type RecognitionKind = 'page' | 'digits';

/** An engine that reads cleaned, upright images. It is started with the first image and belongs to one document. */
export interface Recognizer {
  readonly name: string;
  /** The lines of an image from top to bottom as words, or why the engine cannot read. */
  recognize(image: Raster, kind: RecognitionKind): Promise<Result<readonly (readonly RecognizedWord[])[]>>;
  close(): Promise<void>;
}
