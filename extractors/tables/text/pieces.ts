import type { Bit } from './grid.ts';
import { joinBits } from './join.ts';

/** A merged label put together from its pieces, and the printed lines (index into the body) it stood on. */
export interface Label {
  readonly bit: Bit;
  readonly from: number;
  readonly to: number;
}

/** The pieces of a label column: printed line index and text. */
export interface Piece {
  readonly at: number;
  readonly bit: Bit;
}

/** The label that some pieces make, on the lines from the first to the last; null for none. */
export function labelOf(pieces: readonly Piece[]): Label | null {
  const bit = joinBits(pieces.map((piece) => piece.bit));
  const [first, last] = [pieces[0], pieces.at(-1)];
  return bit === null || first === undefined || last === undefined
    ? null
    : { bit, from: first.at, to: last.at };
}
