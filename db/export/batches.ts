/** Items in groups of at most `size`; the last one may be shorter, none is empty. */
export function* batches<T>(items: Iterable<T>, size: number): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Rows that are made into text at once: enough to be quick, few enough to stay small. */
export const ROWS_AT_ONCE = 500;
