/** Of so many undoubted numbers above a cell and below it, this part must count on with it, and at least so many. */
const SIDE = 3;
const MOST = 0.66;
const FEWEST = 3;

/** What a cell must say in a column that counts its rows. */
export interface Counted {
  readonly text: string;
  /** Whether numbers above and below it say so. */
  readonly isFramed: boolean;
}

/**
 * For every cell of a column what it must say where the column counts its rows (行次): the numbers nearest to it count on
 * with its row. `null` where they do not, or are too few.
 * @param rows the row of every cell, ascending
 * @param figures what the cells undoubtedly say
 */
export function countedOn(
  rows: readonly number[],
  figures: readonly (string | null)[],
): readonly (Counted | null)[] {
  // What a count that goes through a cell would be in row 0.
  const starts = figures.map((figure, index) =>
    figure !== null && /^\d{1,4}$/u.test(figure) ? Number(figure) - (rows[index] ?? 0) : null,
  );
  return rows.map((row, index) => {
    const above = nearest(starts.slice(0, index).toReversed());
    const below = nearest(starts.slice(index + 1));
    const near = [...above, ...below];
    const [start, count] = commonest(near);
    if (start === null || count < FEWEST || count < MOST * near.length || row + start < 0) return null;
    return { text: String(row + start), isFramed: above[0] === start && below[0] === start };
  });
}

const nearest = (starts: readonly (number | null)[]): readonly number[] =>
  starts.filter((start) => start !== null).slice(0, SIDE);

function commonest(numbers: readonly number[]): readonly [number | null, number] {
  const groups = [...Map.groupBy(numbers, (number) => number).values()];
  const [largest] = groups.toSorted((a, b) => b.length - a.length);
  return [largest?.[0] ?? null, largest?.length ?? 0];
}
