import { IDENTITY, type Matrix } from '../../../model/matrix.ts';

/** `[x0, y0, x1, y1]` with x0 ≤ x1 and y0 ≤ y1, in points from the page's top left. */
export type Area = readonly [number, number, number, number];

/** The graphics state as far as it decides where ink falls and whether it can be seen. */
export interface GraphicsState {
  /** From the current user space to the page (top left, y down). */
  readonly ctm: Matrix;
  readonly clip: Area;
  readonly lineWidth: number;
  /** Brightness of the fill, 0 black … 1 white, and how much of it covers. */
  readonly fillLight: number;
  readonly fillAlpha: number;
  /** Whether nothing can be seen through what is painted, apart from `fillAlpha`. */
  readonly opaque: boolean;
  readonly font: string;
  readonly fontSize: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly hScale: number;
  readonly leading: number;
  readonly rise: number;
  readonly renderingMode: number;
  readonly textMatrix: Matrix;
  readonly lineMatrix: Matrix;
}

export const initialState = (ctm: Matrix, clip: Area): GraphicsState => ({
  ctm,
  clip,
  lineWidth: 1,
  fillLight: 0,
  fillAlpha: 1,
  opaque: true,
  font: '',
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  hScale: 1,
  leading: 0,
  rise: 0,
  renderingMode: 0,
  textMatrix: IDENTITY,
  lineMatrix: IDENTITY,
});

export const intersect = (a: Area, b: Area): Area => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

export const areaOf = (points: readonly (readonly [number, number])[]): Area => {
  // A loop, for a path may have more points than a call may have arguments.
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return [x0, y0, x1, y1];
};

/** Perceived brightness of a `#rrggbb` colour, 0 … 1; what is no such colour (a pattern) counts as dark. */
export function lightOf(colour: unknown): number {
  const match = typeof colour === 'string' ? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour) : null;
  if (match === null) return 0;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
