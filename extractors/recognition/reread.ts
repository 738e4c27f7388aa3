import type { Box } from '../../model/place.ts';
import type { PixelBox, Raster } from '../../model/raster.ts';
import { ok, type Result } from '../../model/status.ts';
import { mosaicOf } from './image/mosaic.ts';
import type { Lines, RecognitionKind, RecognizedWord } from './recognizer.ts';

/** More pieces than this make an image too tall to be read at once. */
const MOST = 120;

/** How an engine that reads whole images only reads parts of a page: set one below the other. */
export async function rereadAsMosaic(
  recognize: (image: Raster, kind: RecognitionKind) => Promise<Result<Lines>>,
  page: Raster,
  parts: readonly PixelBox[],
  kind: RecognitionKind,
): Promise<Result<readonly Lines[]>> {
  const found: Lines[] = [];
  for (let from = 0; from < parts.length; from += MOST) {
    const some = parts.slice(from, from + MOST);
    const { image, slots } = mosaicOf(page, some);
    const lines = await recognize(image, kind);
    if (!lines.ok) return lines;
    for (const [index, slot] of slots.entries()) {
      const part = some[index] ?? slot;
      const own = lines.value.map((line) => line.filter((word) => isWithin(word, slot)));
      found.push(
        own.filter((words) => words.length > 0).map((words) => words.map((word) => moved(word, slot, part))),
      );
    }
  }
  return ok(found);
}

function isWithin({ box }: RecognizedWord, { top, bottom }: PixelBox): boolean {
  const middle = (box[1] + box[3]) / 2;
  return middle >= top && middle < bottom;
}

function moved({ symbols, box, confidence }: RecognizedWord, from: PixelBox, to: PixelBox): RecognizedWord {
  const [dx, dy] = [to.left - from.left, to.top - from.top];
  const shifted = ([x0, y0, x1, y1]: Box): Box => [x0 + dx, y0 + dy, x1 + dx, y1 + dy];
  return {
    symbols: symbols.map((symbol) => ({ ...symbol, box: shifted(symbol.box) })),
    box: shifted(box),
    confidence,
  };
}
