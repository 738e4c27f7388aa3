/** What is read of one archive at most, with all archives inside it. */
export interface ArchiveLimits {
  /** Bytes of one entry, unpacked. */
  readonly entryBytes: number;
  /** Bytes of all entries together, unpacked. */
  readonly totalBytes: number;
  readonly entries: number;
  /** How many archives may lie inside each other, the outermost counted. */
  readonly depth: number;
  readonly nameLength: number;
  /** How many times as large as packed an entry may become; small entries may be of any ratio. */
  readonly ratio: number;
}

const MEBIBYTE = 1024 * 1024;

/** Entries up to this size are unpacked whatever their ratio: a short text of blanks is no bomb. */
export const HARMLESS_BYTES = MEBIBYTE;

/**
 * A province's archive has some thousand reports. Printed pages and scans are packed by less than 1:100; what is made to
 * burst reaches the 1:1032 of deflate.
 */
export const archiveLimits = (entryBytes: number): ArchiveLimits => ({
  entryBytes,
  totalBytes: 4096 * MEBIBYTE,
  entries: 20_000,
  depth: 4,
  nameLength: 1000,
  ratio: 250,
});
