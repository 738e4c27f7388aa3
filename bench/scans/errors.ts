/** Levenshtein's distance between two texts, by characters. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, x] of a.entries()) {
    const next = [i + 1];
    for (const [j, y] of b.entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (x === y ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}

const bare = (text: string): readonly string[] => [...text.normalize('NFKC').replace(/\s+/gu, '')];

/** The character error rate of a text that was read: white space and width do not count. */
export function errorRate(truth: string, read: string): number {
  const wanted = bare(truth);
  return distance(wanted, bare(read)) / Math.max(1, wanted.length);
}
