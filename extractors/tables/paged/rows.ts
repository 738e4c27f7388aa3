import type { Glyph } from '../../../model/document.ts';
import { isAmount } from './header.ts';
import { type Line, lineOf, linesOf, splitAtGaps, textOfLine } from './lines.ts';
import { amountsDrawn } from './runs.ts';

/** What stands further apart than this many characters on a line stands in different cells. */
const PIECE_GAP = 0.6;
/** Glyphs that overlap by more than this (points) are printed over each other. */
const OVER = 0.5;

/** A printed line with the pieces that stand apart on it. */
export interface Row {
  readonly line: Line;
  readonly pieces: readonly Line[];
  readonly texts: readonly string[];
  readonly amounts: number;
}

export const sizeOf = (row: Row): number => row.line.glyphs[0]?.size ?? 10;

/** The printed lines of glyphs that come in the order in which they were drawn, top to bottom. */
export function rowsOf(glyphs: readonly Glyph[]): readonly Row[] {
  const drawn = new Map(amountsDrawn(glyphs).flatMap((run) => run.map((glyph) => [glyph, run] as const)));
  return linesOf(glyphs).map((line) => rowOf(line, drawn));
}

/** The pieces of a line; `drawn` holds for glyphs of amounts the whole amount as it was drawn. */
export function rowOf(line: Line, drawn: ReadonlyMap<Glyph, readonly Glyph[]> = new Map()): Row {
  const amounts = [...new Set(line.glyphs.flatMap((glyph) => [drawn.get(glyph) ?? []]))]
    .filter((run) => run.length > 0 && isPrintedOver(run, line))
    .map(lineOf);
  const apart = new Set(amounts.flatMap((amount) => amount.glyphs));
  const rest = apart.size === 0 ? line : lineOf(line.glyphs.filter((glyph) => !apart.has(glyph)));
  const others = rest.glyphs.length === 0 ? [] : splitAtGaps(rest, PIECE_GAP).flatMap(cutAfterAmount);
  const pieces =
    amounts.length === 0 ? others : [...others, ...amounts].toSorted((a, b) => a.x0 - b.x0 || a.x1 - b.x1);
  const texts = pieces.map(textOfLine);
  return { line, pieces, texts, amounts: texts.filter(isAmount).length };
}

/** Whether something else of the line is printed over the run. */
function isPrintedOver(run: readonly Glyph[], line: Line): boolean {
  const { x0, x1 } = lineOf(run);
  const own = new Set(run);
  return line.glyphs.some((glyph) => !own.has(glyph) && glyph.x0 < x1 - OVER && glyph.x1 > x0 + OVER);
}

/** An amount with two decimals, and words set against it that are no unit: two cells without a gap. */
const RUNS_ON = /^([-△]?[\d０-９,，]+[.．][\d０-９]{2})[^\d０-９%％元千万百亿个人次）)]/u;

function cutAfterAmount(piece: Line): readonly Line[] {
  const text = piece.glyphs.map((glyph) => glyph.text).join('');
  const [, amount = ''] = RUNS_ON.exec(text) ?? [];
  let length = 0;
  const end = piece.glyphs.findIndex((glyph) => {
    length += glyph.text.length;
    return length === amount.length;
  });
  if (amount === '' || end < 0) return [piece];
  return [lineOf(piece.glyphs.slice(0, end + 1)), lineOf(piece.glyphs.slice(end + 1))];
}
