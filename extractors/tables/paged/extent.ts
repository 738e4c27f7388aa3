/** The least of the numbers, and Infinity of none; spreading a whole page's into Math.min would overflow the stack. */
export const least = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);

/** The greatest of the numbers, and -Infinity of none. */
export const greatest = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
