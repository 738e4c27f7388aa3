import type { Glyph, GlyphPage } from '../../../model/document.ts';
import type { Box } from '../../../model/place.ts';
import type { Turn } from '../../../model/turn.ts';
import { type Line, linesOf, spaceBetween, splitAtGaps, textOfLine } from './lines.ts';
import type { InkedSheet, Sheet } from './sheet.ts';
import { upright, uprightBox } from './upright.ts';

/** Pieces of a line that are further apart than this many characters are read apart. */
const PIECE_GAP = 3;

/** A run of text outside tables, with where it stands; its glyphs are let go of, for a report can have a thousand pages. */
export interface FlowLine {
  readonly kind: 'line';
  readonly page: number;
  readonly text: string;
  readonly box: Box;
  /** Of its first glyph, in points. */
  readonly size: number;
  readonly glyphCount: number;
  /** The width in points of the unbreakable run of ASCII characters at its start. */
  readonly leading: number;
  /** Its characters from left to right, the left edge of every UTF-16 unit of them, and the right edge of the last. */
  readonly characters: string;
  readonly edges: readonly number[];
}

export interface FlowSheet {
  readonly kind: 'sheet';
  readonly sheet: Sheet;
}

/** One page in reading order: text outside tables, and tables. */
export interface PageFlow {
  /** Of the page, in points. */
  readonly height: number;
  readonly items: readonly (FlowLine | FlowSheet)[];
}

/** Orders what stands on a page from top to bottom, and side by side from left to right. */
export function flowOf(page: GlyphPage, sheets: readonly InkedSheet[]): PageFlow {
  const used = new Set(sheets.flatMap((sheet) => [...sheet.glyphs]));
  const free = Map.groupBy(
    page.glyphs.filter((glyph) => !used.has(glyph)),
    ({ turn }) => turn,
  );
  const lines = [...free].flatMap(([turn, glyphs]) =>
    turn === undefined ? linesRead(page.number, glyphs) : turnedLines(page.number, glyphs, turn),
  );
  const tops: readonly Placed[] = sheets.map(({ glyphs: _, ...sheet }) => ({
    top: sheet.box[1],
    item: { kind: 'sheet', sheet },
  }));
  const placed = [...lines.map((item): Placed => ({ top: middle(item), item })), ...tops];
  return { height: page.height, items: placed.toSorted((a, b) => a.top - b.top).map(({ item }) => item) };
}

const linesRead = (page: number, glyphs: readonly Glyph[]): readonly FlowLine[] =>
  linesOf(glyphs)
    .flatMap((line) => splitAtGaps(line, PIECE_GAP))
    .map((line) => flowLine(page, line));

/** Lines of a text that runs another way than the page: every character of one has the place of all. */
function turnedLines(page: number, glyphs: readonly Glyph[], turn: Turn): readonly FlowLine[] {
  const back = turn === 180 ? 180 : turn === 90 ? 270 : 90;
  return linesRead(page, upright(glyphs, turn)).map((line) => {
    const box = uprightBox(line.box, back);
    const [left, , right] = box;
    const edges = line.edges.map((_, index) => (index === line.edges.length - 1 ? right : left));
    return { ...line, box, edges };
  });
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
    box: [line.x0, line.y0, line.x1, line.y1],
    size: line.glyphs[0]?.size ?? 0,
    glyphCount: line.glyphs.length,
    leading: leadingWord(line),
    ...spelled(line),
  };
}

function leadingWord(line: Line): number {
  const end = line.glyphs.findIndex((glyph) => !/^[\x21-\x7e]+$/.test(glyph.text));
  const last = line.glyphs[(end < 0 ? line.glyphs.length : end) - 1];
  return last === undefined ? 0 : last.x1 - line.x0;
}

function spelled(line: Line): Pick<FlowLine, 'characters' | 'edges'> {
  let characters = '';
  const edges: number[] = [];
  for (const [index, glyph] of line.glyphs.entries()) {
    const before = line.glyphs[index - 1];
    if (before !== undefined && spaceBetween(before, glyph)) {
      characters += ' ';
      edges.push(before.x1);
    }
    const { length } = glyph.text;
    for (let i = 0; i < length; i += 1) edges.push(glyph.x0 + ((glyph.x1 - glyph.x0) * i) / length);
    characters += glyph.text;
  }
  edges.push(line.x1);
  return { characters, edges };
}

/** Whether two pieces of text stand on one line. */
export const sameLine = (a: FlowLine, b: FlowLine): boolean =>
  a.page === b.page &&
  Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]) >
    0.5 * Math.min(a.box[3] - a.box[1], b.box[3] - b.box[1]);
