import type { Glyph, GlyphPage, Ruling } from '../../../model/document.ts';
import { apply, inverse, type Matrix, multiply } from '../../../model/matrix.ts';
import type { Box } from '../../../model/place.ts';
import type { RecognizedFigure } from '../../../model/recognition.ts';
import { shownMatrix, type Turn } from '../../../model/turn.ts';
import { figuresOf } from '../quality.ts';

const TURNS: readonly (Turn | undefined)[] = [undefined, 90, 180, 270];

/**
 * A page of which only the pictures were recognized, with the text and the lines that it has besides. The coordinates are
 * those of the recognized page; where both have text, that of the layer stays.
 * @param told what is to be said of the layer's figures, where that is more than that they are text
 */
export function merged(
  layer: GlyphPage,
  recognized: GlyphPage,
  told?: readonly RecognizedFigure[],
): GlyphPage {
  const back = inverse(shownMatrix(recognized));
  if (back === null) return recognized;
  const matrix = multiply(back, shownMatrix(layer));
  const turn = ((layer.turn ?? 0) - (recognized.turn ?? 0) + 360) % 360;
  const own = layer.glyphs.map((glyph) => moved(glyph, matrix, turn));
  const isFree = (box: Box): boolean => !own.some((glyph) => holdsMiddle(glyph, box));
  const figures = (recognized.figures ?? []).filter(({ box }) => isFree(box));
  return {
    ...recognized,
    glyphs: [...own, ...recognized.glyphs.filter(({ x0, y0, x1, y1 }) => isFree([x0, y0, x1, y1]))],
    rulings: [...layer.rulings.map((ruling) => movedRuling(ruling, matrix)), ...recognized.rulings],
    figures: [
      ...(told?.map((figure) => ({ ...figure, box: movedBox(figure.box, matrix) })) ??
        figuresOf(own, 'text', 1)),
      ...figures,
    ],
  };
}

function moved(glyph: Glyph, matrix: Matrix, turn: number): Glyph {
  const { turn: before = 0, ...rest } = glyph;
  const box = movedBox([glyph.x0, glyph.y0, glyph.x1, glyph.y1], matrix);
  const after = TURNS[((before + turn) % 360) / 90];
  const [x0, y0, x1, y1] = box;
  const size = glyph.size * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
  const baseline = after === undefined ? apply(matrix, glyph.x0, glyph.baseline)[1] : y1;
  return { ...rest, x0, y0, x1, y1, size, baseline, ...(after !== undefined && { turn: after }) };
}

function movedRuling({ x0, y0, x1, y1, width }: Ruling, matrix: Matrix): Ruling {
  const [left, top, right, bottom] = movedBox([x0, y0, x1, y1], matrix);
  // One that leans a little after a skew is straight still.
  return right - left >= bottom - top
    ? { x0: left, y0: (top + bottom) / 2, x1: right, y1: (top + bottom) / 2, width }
    : { x0: (left + right) / 2, y0: top, x1: (left + right) / 2, y1: bottom, width };
}

function movedBox([x0, y0, x1, y1]: Box, matrix: Matrix): Box {
  // By its middle, so that a box grows no larger where the page is a little skewed.
  const [x, y] = apply(matrix, (x0 + x1) / 2, (y0 + y1) / 2);
  const [a, b, c, d] = matrix;
  const isTurned = Math.abs(b) > Math.abs(a);
  const wide = isTurned ? (y1 - y0) * Math.abs(c) : (x1 - x0) * Math.abs(a);
  const high = isTurned ? (x1 - x0) * Math.abs(b) : (y1 - y0) * Math.abs(d);
  return [x - wide / 2, y - high / 2, x + wide / 2, y + high / 2];
}

const holdsMiddle = (glyph: Glyph, [x0, y0, x1, y1]: Box): boolean => {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= glyph.x0 && x <= glyph.x1 && y >= glyph.y0 && y <= glyph.y1;
};
