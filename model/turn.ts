import { IDENTITY, type Matrix, multiply } from './matrix.ts';
import type { Box } from './place.ts';

/** Degrees by which a text is turned clockwise: at 90 it runs down the page, at 270 up. */
export type Turn = 90 | 180 | 270;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The page that is shown, in its own unit, and the map to it from the page as it lies there, in points. */
export interface Frame extends Size {
  readonly matrix: Matrix;
}

/** A page as it is read: upright, its size in points; and what is different where it is shown. */
export interface ReadPage extends Size {
  /** Degrees by which it is shown turned clockwise. */
  readonly turn?: Turn | undefined;
  /** Degrees by which its lines fall to the right before it is turned. */
  readonly skew?: number | undefined;
  /** Only where it is not shown in points from its own top left. */
  readonly frame?: Frame | undefined;
}

const RADIANS = Math.PI / 180;

/** The size of the page as it is shown, in points if it has no frame. */
export const shownSize = ({ turn, frame, width, height }: ReadPage): Size => {
  if (frame !== undefined) return { width: frame.width, height: frame.height };
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };
};

/** Whether places on the page as it is read are others on the page as it is shown. */
export const isShownOtherwise = ({ turn, skew, frame }: ReadPage): boolean =>
  turn !== undefined || skew !== undefined || frame !== undefined;

/** The map from the page as it is shown, of the given size in points, to the upright page. */
export function uprightMatrix(turn: Turn, { width, height }: Size): Matrix {
  if (turn === 90) return [0, -1, 1, 0, 0, width];
  return turn === 180 ? [-1, 0, 0, -1, width, height] : [0, 1, -1, 0, height, 0];
}

/** The map from the page as it is read to the page as it is shown. */
export function shownMatrix({ turn, skew, frame, width, height }: ReadPage): Matrix {
  const turned = turnMatrix(turn, { width, height });
  const skewed = skew === undefined ? turned : multiply(turned, skewMatrix(skew, { width, height }));
  return frame === undefined ? skewed : multiply(frame.matrix, skewed);
}

function turnMatrix(turn: Turn | undefined, { width, height }: Size): Matrix {
  if (turn === undefined) return IDENTITY;
  if (turn === 90) return [0, 1, -1, 0, height, 0];
  return turn === 180 ? [-1, 0, 0, -1, width, height] : [0, -1, 1, 0, 0, width];
}

/** Turns clockwise about the middle. */
function skewMatrix(degrees: number, { width, height }: Size): Matrix {
  const [sin, cos] = [Math.sin(degrees * RADIANS), Math.cos(degrees * RADIANS)];
  const [x, y] = [width / 2, height / 2];
  return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
}

/** How many units of the page as it is shown a point has: 1, or pixels for images. */
export function unitOf(page: ReadPage): number {
  const [a, b, c, d] = page.frame?.matrix ?? IDENTITY;
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** The box on the page as it is shown that holds a box on the page as it is read. */
export function shownBox([x0, y0, x1, y1]: Box, page: ReadPage): Box {
  const [a, b, c, d, e, f] = shownMatrix(page);
  const xs = [a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1];
  const ys = [b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1];
  return [Math.min(...xs) + e, Math.min(...ys) + f, Math.max(...xs) + e, Math.max(...ys) + f];
}
