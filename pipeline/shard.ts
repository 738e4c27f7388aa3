/** One of `of` parts of a list, counted from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

// 48 bits of the hash: exact in a number, and far more than there are parts.
const DIGITS = 12;

/** The part, from 1, to which a hash in hexadecimal digits belongs. */
export const partOf = (sha256: string, of: number): number =>
  (Number.parseInt(sha256.slice(0, DIGITS), 16) % of) + 1;

/**
 * Whether a file belongs to the part. Its bytes decide: so the parts need not agree on where the files are mounted, and
 * equal files always come to the same part, which reads them once. Every part hashes the whole list for it, which takes a
 * sixtieth of the time that reading takes. What cannot be hashed belongs to every part: if it were left to one, files that
 * only another machine cannot see would be lost without a word.
 */
export const isInShard = ({ number, of }: Shard, sha256: string): boolean => partOf(sha256, of) === number;
