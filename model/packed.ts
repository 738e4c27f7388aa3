import type { Glyph, GlyphPage, PackedPage, Ruling } from './document.ts';
import type { Turn } from './turn.ts';

const TURNS: readonly Turn[] = [90, 180, 270];
/** Numbers of a glyph: its left and its right edge. */
const GLYPH_STRIDE = 2;
/** Numbers of a run: top, bottom, baseline, size. */
const RUN_STRIDE = 4;
/** Numbers of a ruling: its two ends and its width. */
const RULING_STRIDE = 5;

/**
 * The page with its ink in typed arrays, and what the glyphs of a line share written once: a document of a thousand
 * pages has a million glyphs, and each takes a tenth of the memory of an object that way. Nothing is rounded.
 */
export function packed({ glyphs, rulings, ...page }: GlyphPage): PackedPage {
  const fonts = [...new Set(glyphs.map(({ font }) => font))];
  const numbers = new Map(fonts.map((font, index) => [font, index]));
  const edges = new Float64Array(glyphs.length * GLYPH_STRIDE);
  const runOf = new Uint32Array(glyphs.length);
  const runs: number[] = [];
  const fontOfRun: number[] = [];
  const turnOfRun: number[] = [];
  for (const [index, glyph] of glyphs.entries()) {
    const before = glyphs[index - 1];
    if (before === undefined || !sharesRun(before, glyph)) {
      runs.push(glyph.y0, glyph.y1, glyph.baseline, glyph.size);
      fontOfRun.push(numbers.get(glyph.font) ?? 0);
      turnOfRun.push(glyph.turn ?? 0);
    }
    runOf[index] = fontOfRun.length - 1;
    edges.set([glyph.x0, glyph.x1], index * GLYPH_STRIDE);
  }
  const lines = new Float64Array(rulings.length * RULING_STRIDE);
  for (const [index, { x0, y0, x1, y1, width }] of rulings.entries())
    lines.set([x0, y0, x1, y1, width], index * RULING_STRIDE);
  return {
    ...page,
    kind: 'packed',
    text: glyphs.map(({ text }) => text).join(''),
    lengths: Uint16Array.from(glyphs, ({ text }) => text.length),
    edges,
    runOf,
    runs: Float64Array.from(runs),
    fonts,
    fontOfRun: Uint16Array.from(fontOfRun),
    turnOfRun: Uint16Array.from(turnOfRun),
    lines,
  };
}

const sharesRun = (a: Glyph, b: Glyph): boolean =>
  Object.is(a.y0, b.y0) &&
  Object.is(a.y1, b.y1) &&
  Object.is(a.baseline, b.baseline) &&
  Object.is(a.size, b.size) &&
  a.font === b.font &&
  a.turn === b.turn;

/** The page with its ink as objects, new ones at every call. */
export function unpacked(page: PackedPage): GlyphPage {
  const { number, turn, width, height, images } = page;
  return {
    kind: 'glyphs',
    number,
    ...(turn !== undefined && { turn }),
    width,
    height,
    glyphs: glyphsOf(page),
    rulings: rulingsOf(page),
    images,
  };
}

function glyphsOf({ text, lengths, edges, runOf, runs, ...page }: PackedPage): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  let at = 0;
  for (const [index, length] of lengths.entries()) {
    const [x0 = 0, x1 = 0] = part(edges, index, GLYPH_STRIDE);
    const run = runOf[index] ?? 0;
    const [y0 = 0, y1 = 0, baseline = 0, size = 0] = part(runs, run, RUN_STRIDE);
    const font = page.fonts[page.fontOfRun[run] ?? 0] ?? '';
    const turn = TURNS.find((degrees) => degrees === page.turnOfRun[run]);
    glyphs.push({
      text: text.slice(at, at + length),
      x0,
      y0,
      x1,
      y1,
      baseline,
      size,
      font,
      ...(turn !== undefined && { turn }),
    });
    at += length;
  }
  return glyphs;
}

function rulingsOf({ lines }: PackedPage): readonly Ruling[] {
  return Array.from({ length: lines.length / RULING_STRIDE }, (_, index) => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, width = 0] = part(lines, index, RULING_STRIDE);
    return { x0, y0, x1, y1, width };
  });
}

const part = (numbers: Float64Array, index: number, stride: number): Float64Array =>
  numbers.subarray(index * stride, (index + 1) * stride);
