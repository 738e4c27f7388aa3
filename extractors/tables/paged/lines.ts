import type { Glyph } from '../../../model/document.ts';

/** Part of the smaller glyph's height by which two glyphs of a line overlap. */
const OVERLAP = 0.5;
/** A gap between ASCII characters wider than this part of their size is a space. */
const SPACE = 0.18;

/** Glyphs that stand side by side, left to right, with their box in points. */
export interface Line {
  readonly glyphs: readonly Glyph[];
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/**
 * Glyphs as lines, top to bottom. They are clustered by vertical overlap, for digits of another font may stand on
 * another baseline than the ideographs beside them.
 */
export function linesOf(glyphs: readonly Glyph[]): readonly Line[] {
  const lines: { core: Glyph; glyphs: Glyph[] }[] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.y0 + a.y1 - b.y0 - b.y1)) {
    const line = lines.findLast((candidate) => overlaps(candidate.core, glyph));
    if (line === undefined) lines.push({ core: glyph, glyphs: [glyph] });
    else {
      line.glyphs.push(glyph);
      if (glyph.y1 - glyph.y0 > 1.2 * (line.core.y1 - line.core.y0)) line.core = glyph;
    }
  }
  return lines.map((line) => lineOf(line.glyphs.toSorted((a, b) => a.x0 - b.x0)));
}

const overlaps = (a: Glyph, b: Glyph): boolean =>
  Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) >= OVERLAP * Math.min(a.y1 - a.y0, b.y1 - b.y0);

export function lineOf(glyphs: readonly Glyph[]): Line {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const glyph of glyphs) {
    x0 = Math.min(x0, glyph.x0);
    y0 = Math.min(y0, glyph.y0);
    x1 = Math.max(x1, glyph.x1);
    y1 = Math.max(y1, glyph.y1);
  }
  return { glyphs, x0, y0, x1, y1 };
}

/** Glyphs of a text follow each other within this part of their size. */
const ADJACENT = 0.08;

/**
 * A line cut where a gap is wider than `gap` times the size of the glyph before it. A text printed over its neighbour
 * stays apart from it: each glyph goes on the text that ends where it begins.
 */
export function splitAtGaps(line: Line, gap: number): readonly Line[] {
  const pieces: Glyph[][] = [];
  for (const glyph of line.glyphs) {
    let nearest: { readonly piece: Glyph[]; readonly space: number } | null = null;
    for (const piece of pieces) {
      const space = glyph.x0 - (piece.at(-1)?.x1 ?? 0);
      if (space < -ADJACENT * glyph.size || space > gap * glyph.size) continue;
      if (nearest === null || Math.abs(space) < Math.abs(nearest.space)) nearest = { piece, space };
    }
    if (nearest === null) pieces.push([glyph]);
    else nearest.piece.push(glyph);
  }
  return overlapsJoined(pieces, gap).map(lineOf);
}

/** Joins what overlaps without being printed through each other: punctuation set close, kerned letters. */
function overlapsJoined(pieces: readonly Glyph[][], gap: number): readonly Glyph[][] {
  const found: Glyph[][] = [];
  for (const piece of pieces) {
    const before = found.at(-1);
    const [last, first] = [before?.at(-1), piece[0]];
    const joins =
      before !== undefined &&
      last !== undefined &&
      first !== undefined &&
      last.x0 <= first.x0 &&
      first.x0 - last.x1 <= gap * Math.max(last.size, first.size) &&
      !(isFigure(last) && isFigure(first));
    if (joins) before.push(...piece);
    else found.push([...piece]);
  }
  return found;
}

const isFigure = ({ text }: Glyph): boolean => /^[\d.,]$/.test(text);

const isAscii = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);

/** Whether a space is printed between two neighbours of a line: a gap between ASCII characters. */
export const spaceBetween = (before: Glyph, after: Glyph): boolean =>
  after.x0 - before.x1 > SPACE * Math.min(before.size, after.size) &&
  isAscii(before.text) &&
  isAscii(after.text);

/** The text of a line as printed; no spaces between ideographs. Figures printed over each other are read one by one. */
export function textOfLine(line: Line): string {
  return isOverprinted(line)
    ? splitAtGaps(line, Number.POSITIVE_INFINITY).map(spelled).join(' ')
    : spelled(line);
}

const isOverprinted = ({ glyphs }: Line): boolean =>
  glyphs.some((glyph, i) => {
    const before = glyphs[i - 1];
    return (
      before !== undefined &&
      before.x1 - glyph.x0 > ADJACENT * glyph.size &&
      isFigure(before) &&
      isFigure(glyph)
    );
  });

function spelled(line: Line): string {
  let text = '';
  for (const [index, glyph] of line.glyphs.entries()) {
    const before = line.glyphs[index - 1];
    text += before !== undefined && spaceBetween(before, glyph) ? ` ${glyph.text}` : glyph.text;
  }
  return text;
}

/** The lines of one cell or paragraph as one text: wrapped ideographs and figures join, wrapped words keep a space. */
export function textOfLines(lines: readonly Line[]): string {
  return lines.map(textOfLine).reduce((text, line) => text + (isWordBreak(text, line) ? ' ' : '') + line, '');
}

/** Whether joining two printed lines would glue two Latin words together. */
export const isWordBreak = (before: string, after: string): boolean =>
  /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after);
