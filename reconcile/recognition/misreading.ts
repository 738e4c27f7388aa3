/** Engines confuse, lose or invent so many characters of a figure; more is no misreading. */
const MOST = 2;
/** Of a short figure, or of one that two passes read alike, only one. */
const SHORT = 4;

/**
 * Whether recognition may well have read `right` as `read`: a few characters differ, or the sign. Separators do not count.
 * @param isVoted whether two passes that share no model read it so
 */
export function isMisreading(read: string, right: string, isVoted = false): boolean {
  const [a, b] = [plain(read), plain(right)];
  if (a === b) return false;
  return distance(a, b) <= (isVoted || Math.min(a.length, b.length) <= SHORT ? 1 : MOST);
}

const plain = (figure: string): string => figure.replace(/[,.\s]/gu, '');

/** Levenshtein's distance between two short texts. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, x] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, y] of [...b].entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (x === y ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}
