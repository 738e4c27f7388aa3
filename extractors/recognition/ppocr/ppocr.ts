import type { Box } from '../../../model/place.ts';
import type { PixelBox, Raster } from '../../../model/raster.ts';
import { fail, ok, type Result } from '../../../model/status.ts';
import { cutOut } from '../image/mosaic.ts';
import { segmentsOf } from '../image/segments.ts';
import type { Lines, RecognitionKind, RecognizedSymbol, RecognizedWord, Recognizer } from '../recognizer.ts';
import type { DecodedSymbol } from './decode.ts';
import { type LineModel, lineModel } from './model.ts';
import { type Strip, stripOf } from './strip.ts';

/** PP-OCR on pieces that are cut out of the page here: it needs no model that finds them. */
export function ppocr(load: () => Promise<Result<LineModel>> = lineModel): Recognizer {
  let model: Promise<Result<LineModel>> | null = null;
  const started = (): Promise<Result<LineModel>> => {
    model ??= load();
    return model;
  };
  return {
    name: 'PP-OCR',
    recognize: async ({ clean, ink, walls }, kind) => {
      const lines = await readAll(await started(), clean, segmentsOf(ink, walls), kind);
      return lines.ok ? ok(rows(lines.value)) : lines;
    },
    reread: async ({ clean, ink }, parts, kind) => {
      const loaded = await started();
      const found: Lines[] = [];
      for (const part of parts) {
        const pieces = kind === 'digits' ? [part] : segmentsWithin(ink, part);
        const lines = await readAll(loaded, clean, pieces, kind);
        if (!lines.ok) return lines;
        found.push(rows(lines.value));
      }
      return ok(found);
    },
    async close() {
      const loaded = await model;
      if (loaded?.ok === true) await loaded.value.close();
    },
  };
}

function segmentsWithin(ink: Raster, part: PixelBox): readonly PixelBox[] {
  const cut = cutOut(ink, part);
  return segmentsOf(cut).map(({ left, top, right, bottom }) => ({
    left: left + part.left,
    top: top + part.top,
    right: right + part.left,
    bottom: bottom + part.top,
  }));
}

async function readAll(
  model: Result<LineModel>,
  image: Raster,
  pieces: readonly PixelBox[],
  kind: RecognitionKind,
): Promise<Result<readonly RecognizedWord[]>> {
  if (!model.ok) return model;
  const words: RecognizedWord[] = [];
  try {
    for (const piece of pieces) {
      const strip = stripOf(image, piece);
      const { symbols, steps } = await model.value.read(strip, kind === 'digits');
      const word = wordOf(symbols, steps, strip, piece);
      if (word !== null) words.push(word);
    }
    return ok(words);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fail('recognition-failed', `recognition failed: ${message}`);
  }
}

function wordOf(
  symbols: readonly DecodedSymbol[],
  steps: number,
  { width, left, scale }: Strip,
  { left: from, top, right: to, bottom }: PixelBox,
): RecognizedWord | null {
  const printed = symbols.filter(({ text }) => text.trim() !== '');
  if (printed.length === 0) return null;
  const step = (width / steps) * scale;
  const half = (bottom - top) / 2;
  const box: Box = [from, top, to, bottom];
  return {
    symbols: printed.map((symbol): RecognizedSymbol => {
      const middle = left + ((symbol.from + symbol.to) / 2) * step;
      return {
        text: symbol.text,
        box: [Math.max(from, middle - half), top, Math.min(to, middle + half), bottom],
        confidence: symbol.confidence,
      };
    }),
    box,
    confidence: Math.min(...printed.map(({ confidence }) => confidence)),
  };
}

/** Words in lines: one whose middle lies within the height of the line before belongs to it. */
function rows(words: readonly RecognizedWord[]): Lines {
  const lines: RecognizedWord[][] = [];
  for (const word of words) {
    const [, top, , bottom] = word.box;
    const middle = (top + bottom) / 2;
    const line = lines.findLast(([first]) => {
      if (first === undefined) return false;
      const [, y0, , y1] = first.box;
      return Math.abs((y0 + y1) / 2 - middle) < 0.35 * Math.min(y1 - y0, bottom - top);
    });
    if (line === undefined) lines.push([word]);
    else line.push(word);
  }
  return lines.map((line) => line.toSorted((a, b) => a.box[0] - b.box[0]));
}
