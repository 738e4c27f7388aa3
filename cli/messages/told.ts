/** Words for every kind that occurs, in the order in which the kinds were met. */
export const told = <Kind extends string>(
  counts: Readonly<Partial<Record<Kind, number>>>,
  words: (kind: Kind, count: number) => string,
): readonly string[] =>
  (Object.entries(counts) as [Kind, number][]).map(([kind, count]) => words(kind, count));
