import { type Matrix, multiply } from '../../../model/matrix.ts';

export const translated = (matrix: Matrix, x: number, y: number): Matrix =>
  multiply(matrix, [1, 0, 0, 1, x, y]);

/** By how much lengths grow under the map: the geometric mean over both directions. */
export const scaleOf = (m: Matrix): number => Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));

/** Narrows six numbers from outside; anything else is `null`. */
export function asMatrix(value: unknown): Matrix | null {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return null;
  const list = Array.from(value as ArrayLike<unknown>);
  const [a, b, c, d, e, f] = list;
  return list.length >= 6 &&
    typeof a === 'number' &&
    typeof b === 'number' &&
    typeof c === 'number' &&
    typeof d === 'number' &&
    typeof e === 'number' &&
    typeof f === 'number'
    ? [a, b, c, d, e, f]
    : null;
}
