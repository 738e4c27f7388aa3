/** The greatest of some numbers, at least `least`. A spread into Math.max overflows the stack for long lists. */
export function greatest(numbers: readonly number[], least = 0): number {
  let found = least;
  for (const number of numbers) if (number > found) found = number;
  return found;
}
