import type { Glyph } from '../../../model/document.ts';
import { isAmount } from './header.ts';
import { linesOf, textOfLine } from './lines.ts';
import { type Row, rowOf } from './rows.ts';

/** This part of the rows has words on one side of the gap between two tables, and figures on the other. */
const MOST = 0.6;

/**
 * The rows of `count` tables without lines that stand side by side, each below its own title: they part where no row has
 * text, the last column of one table has figures and the first of the next has words. All in one where that does not
 * tell them apart.
 */
export function sideBySide(rows: readonly Row[], count: number): readonly (readonly Row[])[] {
  const gaps = gapsOf(rows).filter((gap) => parts(gap, rows));
  if (gaps.length !== count - 1) return [rows];
  const bounds = [Number.NEGATIVE_INFINITY, ...gaps, Number.POSITIVE_INFINITY];
  const glyphs = rows.flatMap(({ line }) => line.glyphs);
  return gaps.concat(Number.POSITIVE_INFINITY).map((end, i) => {
    const isOwn = (g: Glyph): boolean => g.x0 >= (bounds[i] ?? end) && g.x0 < end;
    return linesOf(glyphs.filter(isOwn)).map((line) => rowOf(line));
  });
}

/** The middles of the gaps that run down through all rows. */
function gapsOf(rows: readonly Row[]): readonly number[] {
  const pieces = rows.flatMap((row) => row.pieces).toSorted((a, b) => a.x0 - b.x0);
  const gaps: number[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const { x0, x1 } of pieces) {
    if (x0 > end) gaps.push((end + x0) / 2);
    end = end === Number.POSITIVE_INFINITY ? x1 : Math.max(end, x1);
  }
  return gaps;
}

function parts(gap: number, rows: readonly Row[]): boolean {
  const sides = rows.map(({ pieces }) => ({
    before: pieces.findLast(({ x1 }) => x1 <= gap),
    after: pieces.find(({ x0 }) => x0 >= gap),
  }));
  const both = sides.flatMap(({ before, after }) =>
    before === undefined || after === undefined ? [] : [[textOfLine(before), textOfLine(after)] as const],
  );
  const telling = both.filter(([before, after]) => isAmount(before) && !isAmount(after));
  return both.length >= 2 && telling.length >= MOST * both.length;
}
