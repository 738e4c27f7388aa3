import type { Matrix } from '../../../model/matrix.ts';
import type { Turn } from '../../../model/turn.ts';

/** Where a text runs: to the right, or turned clockwise by so many degrees. */
export type Direction = 0 | Turn;

const DIRECTIONS: readonly Direction[] = [0, 90, 180, 270];
/** A page is read turned where this part of its characters is turned alike. */
const MOST = 0.6;

/**
 * Where text set under the matrix (to a frame whose y grows downwards) runs. A font for vertical writing runs down, its
 * columns from right to left, just as a text that is turned by 90 degrees.
 */
export function directionOf([a, b]: Matrix, vertical: boolean): Direction {
  const quarters = Math.abs(a) >= Math.abs(b) ? (a >= 0 ? 0 : 2) : b > 0 ? 1 : 3;
  return DIRECTIONS[(quarters + (vertical ? 1 : 0)) % 4] ?? 0;
}

/** Counts characters by where they run, and tells by how much their page is turned. */
export class Facing {
  readonly #counts = new Map<Direction, number>();
  #all = 0;

  count(direction: Direction, glyphs: number): void {
    this.#counts.set(direction, (this.#counts.get(direction) ?? 0) + glyphs);
    this.#all += glyphs;
  }

  get turn(): Direction {
    return DIRECTIONS.find((one) => (this.#counts.get(one) ?? 0) > MOST * this.#all) ?? 0;
  }
}
