import type { Entry } from 'yauzl';

/** Before the bytes of an entry stand its header and, which are left out here, its name and extra fields. */
const LOCAL_HEADER = 30;

type Range = Pick<Entry, 'relativeOffsetOfLocalHeader' | 'compressedSize'>;

/**
 * Those entries that begin inside another one. No archive that packs files has them; bombs do, to unpack the same bytes again
 * and again.
 */
export function overlapping<T extends Range>(entries: readonly T[]): ReadonlySet<T> {
  const found = new Set<T>();
  let end = 0;
  for (const entry of entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )) {
    const start = entry.relativeOffsetOfLocalHeader;
    if (start < end) found.add(entry);
    end = Math.max(end, start + LOCAL_HEADER + entry.compressedSize);
  }
  return found;
}
