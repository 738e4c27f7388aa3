import { isAmount } from './header.ts';
import { type Line, lineOf, splitAtGaps, textOfLine } from './lines.ts';

/** What stands further apart than this many characters on a line stands in different cells. */
const PIECE_GAP = 0.6;
/** A printed line with the pieces that stand apart on it. */
export interface Row {
  readonly line: Line;
  readonly pieces: readonly Line[];
  readonly texts: readonly string[];
  readonly amounts: number;
}

export const sizeOf = (row: Row): number => row.line.glyphs[0]?.size ?? 10;

export function rowOf(line: Line): Row {
  const pieces = splitAtGaps(line, PIECE_GAP).flatMap(cutAfterAmount);
  const texts = pieces.map(textOfLine);
  return { line, pieces, texts, amounts: texts.filter(isAmount).length };
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
