/** A column counts its rows where this part of its undoubted neighbours differ by one. */
const MOST = 0.6;
const FEWEST = 3;

/**
 * For every cell of a column what it must say where the column counts its rows (行次): one more than the row above, or one
 * less than the row below. `null` where the column does not, neither neighbour is undoubted, or the two disagree.
 * @param rows the row of every cell, ascending
 * @param figures what the cells undoubtedly say
 */
export function countedOn(
  rows: readonly number[],
  figures: readonly (string | null)[],
): readonly (string | null)[] {
  const numbers = figures.map((figure) =>
    figure !== null && /^\d{1,4}$/u.test(figure) ? Number(figure) : null,
  );
  const isNext = (index: number): boolean => (rows[index] ?? 0) - (rows[index - 1] ?? 0) === 1;
  const steps = numbers.flatMap((number, index) => {
    const before = numbers[index - 1];
    return number === null || before == null || !isNext(index) ? [] : [number - before];
  });
  const isCount = steps.length >= FEWEST && steps.filter((step) => step === 1).length >= MOST * steps.length;
  return numbers.map((_, index) => {
    if (!isCount) return null;
    const [before, after] = [numbers[index - 1], numbers[index + 1]];
    const below = before != null && isNext(index) ? before + 1 : null;
    const above = after != null && isNext(index + 1) ? after - 1 : null;
    const isClear = below === null || above === null || below === above;
    const number = below ?? above;
    return isClear && number !== null ? String(number) : null;
  });
}
