import type { Box } from '../../model/place.ts';
import type { PixelBox, Raster } from '../../model/raster.ts';
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

/** Words in lines, from top to bottom. */
export type Lines = readonly (readonly RecognizedWord[])[];

/** A vertical line that no line of text crosses: at `at`, from `from` to `to`, in pixels. */
export interface Wall {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A cleaned, upright image as engines take it: in gray without rulings, where its ink is in black and white, and its walls. */
export interface LegibleImage {
  readonly clean: Raster;
  readonly ink: Raster;
  readonly walls: readonly Wall[];
}

/** An engine that reads cleaned, upright images. It is started with the first image and belongs to one document. */
export interface Recognizer {
  readonly name: string;
  /** The lines of an image, or why the engine cannot read. */
  recognize(image: LegibleImage, kind: RecognitionKind): Promise<Result<Lines>>;
  /** The lines of every part of an image, each read apart from its neighbours; boxes are those on the image. */
  reread(
    image: LegibleImage,
    parts: readonly PixelBox[],
    kind: RecognitionKind,
  ): Promise<Result<readonly Lines[]>>;
  close(): Promise<void>;
}

/** One way of reading: an engine and as what it reads. */
export interface Pass {
  readonly engine: Recognizer;
  readonly kind: RecognitionKind;
}

/** Which engine reads what of a document: every page, its figures once more, and once more those still in doubt. */
export interface Passes {
  readonly page: Recognizer;
  readonly figures: Pass;
  readonly doubtful: Pass;
}
