const bigrams = (text: string): readonly string[] =>
  [...text].slice(0, -1).map((character, i) => character + ([...text][i + 1] ?? ''));

/**
 * How much two labels have in common: the Dice coefficient of their character bigrams, 0 … 1. It ranks and separates
 * labels that are far apart; it never decides that two near ones are the same.
 */
export function dice(a: string, b: string): number {
  const [x, y] = [bigrams(a), bigrams(b)];
  if (x.length + y.length === 0) return a === b ? 1 : 0;
  const counts = new Map<string, number>();
  for (const pair of x) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of y) {
    const left = counts.get(pair) ?? 0;
    if (left > 0) {
      common += 1;
      counts.set(pair, left - 1);
    }
  }
  return (2 * common) / (x.length + y.length);
}
