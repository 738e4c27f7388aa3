import type { Glyph } from '../../../model/document.ts';
import { apply, type Matrix, multiply } from '../../../model/matrix.ts';
import { foldIdeographs } from './fold.ts';
import { translated } from './matrix.ts';
import { type FontMetrics, isRecord, numberOr } from './operators.ts';
import { type Area, areaOf, type GraphicsState } from './state.ts';
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

interface Run {
  readonly text: string;
  readonly width: number;
  readonly isSpace: boolean;
}

const asRun = (value: unknown): Run | null =>
  isRecord(value)
    ? {
        text: typeof value.unicode === 'string' ? value.unicode : '',
        width: numberOr(value.width, 0),
        isSpace: value.isSpace === true,
      }
    : null;

/** Text rendering modes that draw nothing: invisible text, and text that only clips. */
const INVISIBLE = 3;
const CLIPPING = 7;

/** Text along an edge of the page; a watermark across it is no text of the report. */
const isAxisParallel = (m: Matrix): boolean => {
  const along = Math.abs(m[0]);
  const across = Math.abs(m[1]);
  return Math.min(along, across) <= 0.05 * Math.max(along, across);
};

const centreInside = (box: Area, clip: Area): boolean => {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
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
  let at = 0;
  for (const item of Array.isArray(items) ? items : []) {
    if (typeof item === 'number') {
      at -= (item / 1000) * fontSize * (font.vertical ? 1 : hScale);
      continue;
    }
    const run = asRun(item);
    if (run === null) continue;
    const spacing = state.charSpacing + (run.isSpace ? state.wordSpacing : 0);
    const width = run.width * font.unit * fontSize;
    if (placed && run.text.trim() !== '') {
      const glyph = font.vertical
        ? place(run.text, page, [-fontSize / 2, at - fontSize, fontSize / 2, at], fontSize, font.name)
        : place(
            run.text,
            page,
            [at, rise - DESCENT * fontSize, at + width * hScale, rise + ASCENT * fontSize],
            fontSize,
            font.name,
          );
      if (centreInside([glyph.x0, glyph.y0, glyph.x1, glyph.y1], state.clip))
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

function place(text: string, page: Matrix, box: Area, fontSize: number, font: string): Glyph {
  const [x0, y0, x1, y1] = areaOf([apply(page, box[0], box[1]), apply(page, box[2], box[3])]);
  const foot = box[1] + DESCENT * fontSize;
  const upright = Math.abs(page[0]) >= Math.abs(page[1]);
  return {
    text: foldIdeographs(text),
    x0,
    y0,
    x1,
    y1,
    baseline: upright ? apply(page, box[0], foot)[1] : y1,
    size: Math.abs(fontSize) * Math.hypot(page[2], page[3]),
    font,
  };
}
