/** A function that tells a value of an enumeration from any other text, without trusting what a row says. */
export function among<T extends string>(values: readonly T[]): (text: string | null) => T | null {
  const known = new Map<string, T>(values.map((value) => [value, value]));
  return (text) => (text === null ? null : (known.get(text) ?? null));
}
