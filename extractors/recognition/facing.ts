import type { Raster } from '../../model/raster.ts';
import { ok, type Result } from '../../model/status.ts';
import type { Turn } from '../../model/turn.ts';
import { mosaicOf } from './image/mosaic.ts';
import { uprighted } from './image/turn.ts';
import type { LegibleImage, Lines, RecognizedWord, Recognizer } from './recognizer.ts';

const TURNS: readonly Turn[] = [90, 270, 180];
/**
 * A word that is read with this confidence was most likely set upright. That of single characters tells nothing: engines
 * are nearly as sure of what they make of pictures and of letters on their side.
 */
const CLEAR = 0.7;
/** A page is upright where this part of its words is clear, and no text at all where less than the other is. */
const UPRIGHT = 0.4;
const TEXT = 0.05;
/** A turned sample must read so many times better. */
const BETTER = 1.5;
/** The part of a page's width and height, about its middle, that is tried. */
const SAMPLE = 0.5;

const clearWords = (lines: Lines): readonly RecognizedWord[] =>
  lines.flat().filter(({ confidence }) => confidence >= CLEAR);
const clearCount = (lines: Lines): number => clearWords(lines).flatMap(({ symbols }) => symbols).length;
const clearPart = (lines: Lines): number => clearWords(lines).length / Math.max(1, lines.flat().length);

/** Whether what was read of a page is so poor that the page may be turned. */
export const looksTurned = (lines: Lines): boolean => clearPart(lines) < UPRIGHT;

/** Whether what was read of an upright page is text, and not what an engine makes of pictures and dirt. */
export const isText = (lines: Lines): boolean => clearPart(lines) > TEXT;

/** By how much the text of a page is turned: the turn at which a sample of it reads far better; `null` for none. */
export async function facingOf(
  { clean, ink }: Pick<LegibleImage, 'clean' | 'ink'>,
  recognizer: Recognizer,
): Promise<Result<Turn | null>> {
  const [wide, high] = [Math.floor(clean.width * SAMPLE), Math.floor(clean.height * SAMPLE)];
  const [left, top] = [Math.floor((clean.width - wide) / 2), Math.floor((clean.height - high) / 2)];
  const middle = { left, top, right: left + wide, bottom: top + high };
  const sample = [clean, ink].map((page) => mosaicOf(page, [middle]).image);
  const read = ([gray = clean, black = ink]: readonly Raster[]) =>
    recognizer.recognize({ clean: gray, ink: black, walls: [] }, 'page');
  const asShown = await read(sample);
  if (!asShown.ok) return asShown;
  let best: { readonly turn: Turn | null; readonly clear: number } = {
    turn: null,
    clear: BETTER * Math.max(1, clearCount(asShown.value)),
  };
  for (const turn of TURNS) {
    const lines = await read(sample.map((image) => uprighted(image, turn)));
    if (!lines.ok) return lines;
    const clear = clearCount(lines.value);
    if (clear > best.clear) best = { turn, clear };
  }
  return ok(best.turn);
}
