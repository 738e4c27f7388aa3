import type { Raster } from '../../model/raster.ts';
import { ok, type Result } from '../../model/status.ts';
import type { LegibleImage, RecognizedWord, Recognizer } from './recognizer.ts';
import { rereadAsMosaic } from './reread.ts';

/** The words of a line, each character as wide as the line is high, one character between words; confidence 0 … 1. */
export function wordsOf(
  text: string,
  left: number,
  top: number,
  confidence = 0.95,
): readonly RecognizedWord[] {
  const size = 24;
  let x = left;
  return text.split(' ').map((word) => {
    const symbols = [...word].map((character) => {
      const box = [x, top, x + size, top + size] as const;
      x += size;
      return { text: character, box, confidence };
    });
    x += size;
    return { symbols, box: [symbols[0]?.box[0] ?? x, top, x - size, top + size], confidence };
  });
}

/** An engine that reads every image as the same lines, and says whether it was closed. */
export function engineReading(lines: readonly (readonly RecognizedWord[])[] | Result<never>): Recognizer & {
  readonly isClosed: () => boolean;
} {
  let closed = false;
  const recognize = async () => ('ok' in lines ? lines : ok(lines));
  return {
    name: 'fake',
    recognize,
    reread: ({ clean }, parts, kind) => rereadAsMosaic(recognize, clean, parts, kind),
    close: async () => {
      closed = true;
    },
    isClosed: () => closed,
  };
}

/** A page in black and white as engines take it. */
export const legible = (page: Raster): LegibleImage => ({ clean: page, ink: page, walls: [] });
