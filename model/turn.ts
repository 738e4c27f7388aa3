import type { Box } from './place.ts';

/** Degrees by which a text is turned clockwise: at 90 it runs down the page, at 270 up. */
export type Turn = 90 | 180 | 270;

/** A page that is read upright although it is shown turned; the size in points is that of the upright page. */
export interface TurnedPage {
  readonly turn: Turn;
  readonly width: number;
  readonly height: number;
}

/** Where a point of the upright page stands on the page as it is shown. */
function shown(x: number, y: number, { turn, width, height }: TurnedPage): readonly [number, number] {
  if (turn === 90) return [height - y, x];
  return turn === 180 ? [width - x, height - y] : [y, width - x];
}

/** The box on the page as it is shown, of a box on the upright page. */
export function shownBox([x0, y0, x1, y1]: Box, page: TurnedPage): Box {
  const [a, b] = [shown(x0, y0, page), shown(x1, y1, page)];
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size in points of the page as it is shown; one without a turn is shown as it is. */
export const shownSize = ({ turn, width, height }: Size & { readonly turn?: Turn }): Size =>
  turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };

/** The map from the page as it is shown, of the given size in points, to the upright page: x' = a·x + c·y + e. */
export function uprightMatrix(
  turn: Turn,
  { width, height }: Size,
): readonly [number, number, number, number, number, number] {
  if (turn === 90) return [0, -1, 1, 0, 0, width];
  return turn === 180 ? [-1, 0, 0, -1, width, height] : [0, 1, -1, 0, height, 0];
}

/** The map from the upright page to the page as it is shown. */
export function shownMatrix({
  turn,
  width,
  height,
}: TurnedPage): readonly [number, number, number, number, number, number] {
  if (turn === 90) return [0, 1, -1, 0, height, 0];
  return turn === 180 ? [-1, 0, 0, -1, width, height] : [0, -1, 1, 0, 0, width];
}
