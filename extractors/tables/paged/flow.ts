import type { GlyphPage } from '../../../model/document.ts';
import type { Box } from '../../../model/place.ts';
import { type Line, linesOf, splitAtGaps, textOfLine } from './lines.ts';
import type { Sheet } from './sheet.ts';

/** Pieces of a line that are further apart than this many characters are read apart. */
const PIECE_GAP = 3;

/** A run of text outside tables, with where it stands. `top` and `bottom` are the box in points. */
export interface FlowLine {
  readonly kind: 'line';
  readonly page: number;
  readonly text: string;
  readonly line: Line;
  readonly box: Box;
}

export interface FlowSheet {
  readonly kind: 'sheet';
  readonly sheet: Sheet;
}

/** One page in reading order: text outside tables, and tables. */
export interface PageFlow {
  readonly page: GlyphPage;
  readonly items: readonly (FlowLine | FlowSheet)[];
}

/** Orders what stands on a page from top to bottom, and side by side from left to right. */
export function flowOf(page: GlyphPage, sheets: readonly Sheet[]): PageFlow {
  const used = new Set(sheets.flatMap((sheet) => [...sheet.glyphs]));
  const lines = linesOf(page.glyphs.filter((glyph) => !used.has(glyph)))
    .flatMap((line) => splitAtGaps(line, PIECE_GAP))
    .map((line) => flowLine(page.number, line));
  const tops: readonly Placed[] = sheets.map((sheet) => ({
    top: sheet.box[1],
    item: { kind: 'sheet', sheet },
  }));
  const placed = [...lines.map((item): Placed => ({ top: middle(item), item })), ...tops];
  return { page, items: placed.toSorted((a, b) => a.top - b.top).map(({ item }) => item) };
}

interface Placed {
  readonly top: number;
  readonly item: FlowLine | FlowSheet;
}

const middle = (line: FlowLine): number => (line.box[1] + line.box[3]) / 2;

function flowLine(page: number, line: Line): FlowLine {
  return {
    kind: 'line',
    page,
    text: textOfLine(line),
    line,
    box: [line.x0, line.y0, line.x1, line.y1],
  };
}

/** Whether two pieces of text stand on one line. */
export const sameLine = (a: FlowLine, b: FlowLine): boolean =>
  a.page === b.page &&
  Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]) >
    0.5 * Math.min(a.box[3] - a.box[1], b.box[3] - b.box[1]);
