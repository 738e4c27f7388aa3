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
  const lengths = new Uint16Array(glyphs.length);
  let index = 0;
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    if (before === undefined || !sharesRun(before, glyph)) {
      runs.push(glyph.y0, glyph.y1, glyph.baseline, glyph.size);
      fontOfRun.push(numbers.get(glyph.font) ?? 0);
      turnOfRun.push(glyph.turn ?? 0);
    }
    runOf[index] = fontOfRun.length - 1;
    edges[index * GLYPH_STRIDE] = glyph.x0;
    edges[index * GLYPH_STRIDE + 1] = glyph.x1;
    lengths[index] = glyph.text.length;
    before = glyph;
    index += 1;
  }
  const lines = new Float64Array(rulings.length * RULING_STRIDE);
  let at = 0;
  for (const { x0, y0, x1, y1, width } of rulings) {
    lines[at] = x0;
    lines[at + 1] = y0;
    lines[at + 2] = x1;
    lines[at + 3] = y1;
    lines[at + 4] = width;
    at += RULING_STRIDE;
  }
  return {
    ...page,
    kind: 'packed',
    text: glyphs.map(({ text }) => text).join(''),
    lengths,
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
  const { number, turn, skew, frame, width, height, images } = page;
  return {
    kind: 'glyphs',
    number,
    ...(turn !== undefined && { turn }),
    ...(skew !== undefined && { skew }),
    ...(frame !== undefined && { frame }),
    width,
    height,
    glyphs: glyphsOf(page),
    rulings: rulingsOf(page),
    images,
  };
}

/** The text and the font of every glyph, without the rest of it. */
export function* charactersOf(page: PackedPage): Generator<Pick<Glyph, 'text' | 'font'>, void, undefined> {
  let at = 0;
  for (const [index, length] of page.lengths.entries()) {
    const font = page.fonts[page.fontOfRun[page.runOf[index] ?? 0] ?? 0] ?? '';
    yield { text: page.text.slice(at, at + length), font };
    at += length;
  }
}

function glyphsOf(page: PackedPage): readonly Glyph[] {
  const { edges, runOf, runs, turnOfRun } = page;
  const glyphs: Glyph[] = [];
  for (const { text, font } of charactersOf(page)) {
    const left = glyphs.length * GLYPH_STRIDE;
    const run = runOf[glyphs.length] ?? 0;
    const top = run * RUN_STRIDE;
    const turn = TURNS.find((degrees) => degrees === turnOfRun[run]);
    glyphs.push({
      text,
      x0: edges[left] ?? 0,
      y0: runs[top] ?? 0,
      x1: edges[left + 1] ?? 0,
      y1: runs[top + 1] ?? 0,
      baseline: runs[top + 2] ?? 0,
      size: runs[top + 3] ?? 0,
      font,
      ...(turn !== undefined && { turn }),
    });
  }
  return glyphs;
}

function rulingsOf({ lines }: PackedPage): readonly Ruling[] {
  return Array.from({ length: lines.length / RULING_STRIDE }, (_, index) => {
    const at = index * RULING_STRIDE;
    return {
      x0: lines[at] ?? 0,
      y0: lines[at + 1] ?? 0,
      x1: lines[at + 2] ?? 0,
      y1: lines[at + 3] ?? 0,
      width: lines[at + 4] ?? 0,
    };
  });
}
