import type { Glyph } from '../../../model/document.ts';
import { type Matrix, multiply } from '../../../model/matrix.ts';
import { foldIdeographs } from './fold.ts';
import { translated } from './matrix.ts';
import { type FontMetrics, isRecord, numberOr } from './operators.ts';
import type { Area, GraphicsState } from './state.ts';
import { type Direction, directionOf } from './turned.ts';

/** Extent of an ideograph about the baseline, in parts of the font size; fonts' own figures differ wildly. */
const ASCENT = 0.88;
const DESCENT = 0.12;

interface Shown {
  readonly glyphs: readonly Glyph[];
  /** Whether they were drawn: recognition puts its text behind a picture without drawing it. */
  readonly drawn: boolean;
  /** Degrees clockwise by which the text runs away from left to right. */
  readonly direction: Direction;
  readonly state: GraphicsState;
}

/** Text rendering modes that draw nothing: invisible text, and text that only clips. */
const INVISIBLE = 3;
const CLIPPING = 7;

/** Text along an edge of the page; a watermark across it is no text of the report. */
const isAxisParallel = (m: Matrix): boolean => {
  const along = Math.abs(m[0]);
  const across = Math.abs(m[1]);
  return Math.min(along, across) <= 0.05 * Math.max(along, across);
};

const centreInside = ({ x0, y0, x1, y1 }: Glyph, clip: Area): boolean => {
  const x = (x0 + x1) / 2;
  const y = (y0 + y1) / 2;
  return x >= clip[0] - 1 && x <= clip[2] + 1 && y >= clip[1] - 1 && y <= clip[3] + 1;
};

/**
 * The glyphs of one showing of text and the state after it (PDF 32000-1, 9.4.4). `items` are glyph objects and
 * displacements in thousandths of the font size, as pdf.js lists them. White space moves on but leaves no glyph.
 */
export function showText(items: unknown, state: GraphicsState, font: FontMetrics): Shown {
  const glyphs: Glyph[] = [];
  const { fontSize, hScale, rise } = state;
  const page = multiply(state.ctm, state.textMatrix);
  const placed = state.renderingMode !== CLIPPING && isAxisParallel(page);
  const direction = directionOf(page, font.vertical);
  const face = {
    page,
    font: font.name,
    size: Math.abs(fontSize) * Math.hypot(page[2], page[3]),
    descent: DESCENT * fontSize,
  };
  const [foot, head] = [rise - DESCENT * fontSize, rise + ASCENT * fontSize];
  let at = 0;
  for (const item of Array.isArray(items) ? items : []) {
    if (typeof item === 'number') {
      at -= (item / 1000) * fontSize * (font.vertical ? 1 : hScale);
      continue;
    }
    if (!isRecord(item)) continue;
    const text = typeof item.unicode === 'string' ? item.unicode : '';
    const spacing = state.charSpacing + (item.isSpace === true ? state.wordSpacing : 0);
    const width = numberOr(item.width, 0) * font.unit * fontSize;
    if (placed && text.trim() !== '') {
      const glyph = font.vertical
        ? place(text, face, -fontSize / 2, at - fontSize, fontSize / 2, at)
        : place(text, face, at, foot, at + width * hScale, head);
      if (centreInside(glyph, state.clip))
        glyphs.push(direction === 0 ? glyph : { ...glyph, turn: direction });
    }
    at += font.vertical ? spacing - fontSize : (width + spacing) * hScale;
  }
  const textMatrix = font.vertical
    ? translated(state.textMatrix, 0, at)
    : translated(state.textMatrix, at, 0);
  const drawn = state.renderingMode !== INVISIBLE;
  return { glyphs, drawn, direction: directionOf(page, false), state: { ...state, textMatrix } };
}

/** What the glyphs of one showing of text share. */
interface Face {
  /** From text space to the page. */
  readonly page: Matrix;
  readonly font: string;
  readonly size: number;
  /** From the foot of a glyph to its baseline, in text space. */
  readonly descent: number;
}

/** The glyph between two corners of text space; without arrays, for there are thousands on a page. */
function place(
  text: string,
  { page, font, size, descent }: Face,
  left: number,
  foot: number,
  right: number,
  head: number,
): Glyph {
  const { 0: a, 1: b, 2: c, 3: d, 4: e, 5: f } = page;
  const startX = a * left + c * foot + e;
  const startY = b * left + d * foot + f;
  const endX = a * right + c * head + e;
  const endY = b * right + d * head + f;
  const y1 = Math.max(startY, endY);
  return {
    text: foldIdeographs(text),
    x0: Math.min(startX, endX),
    y0: Math.min(startY, endY),
    x1: Math.max(startX, endX),
    y1,
    baseline: Math.abs(a) >= Math.abs(b) ? b * left + d * (foot + descent) + f : y1,
    size,
    font,
  };
}
