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
  return {
    glyphs,
    x0: Math.min(...glyphs.map((g) => g.x0)),
    y0: Math.min(...glyphs.map((g) => g.y0)),
    x1: Math.max(...glyphs.map((g) => g.x1)),
    y1: Math.max(...glyphs.map((g) => g.y1)),
  };
}

/** A line cut where a gap is wider than `gap` times the size of the glyph before it. */
export function splitAtGaps(line: Line, gap: number): readonly Line[] {
  const pieces: Glyph[][] = [];
  for (const glyph of line.glyphs) {
    const piece = pieces.at(-1);
    const last = piece?.at(-1);
    if (
      piece !== undefined &&
      last !== undefined &&
      glyph.x0 - last.x1 <= gap * Math.max(last.size, glyph.size)
    )
      piece.push(glyph);
    else pieces.push([glyph]);
  }
  return pieces.map(lineOf);
}

const isAscii = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);

/** Whether a space is printed between two neighbours of a line: a gap between ASCII characters. */
export const spaceBetween = (before: Glyph, after: Glyph): boolean =>
  after.x0 - before.x1 > SPACE * Math.min(before.size, after.size) &&
  isAscii(before.text) &&
  isAscii(after.text);

/** The text of a line as printed; no spaces between ideographs. */
export function textOfLine(line: Line): string {
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
