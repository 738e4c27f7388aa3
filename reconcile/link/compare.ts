import type { LinkStatement } from '../../model/link.ts';
import type { Entry, Ledger } from './ledger.ts';
import { equalLink, type LinkClaim, uncheckedLink } from './statement.ts';

/** Everything of a claim but what it is about. */
export type ClaimBase = Omit<LinkClaim, 'about'>;

/** The figures of an entry that has no single one. */
const printsOf = (entry: Entry | undefined) => entry?.prints ?? [];

/**
 * Holds every entry of a ledger against the entry of the same key in another: what the other lacks, and what either
 * says with two voices, is unchecked.
 */
export function compareLedgers(base: ClaimBase, stated: Ledger, other: Ledger): readonly LinkStatement[] {
  return [...stated.values()].map((entry) =>
    compareEntries({ ...base, about: entry.key }, entry, other.get(entry.key)),
  );
}

/** The same for one entry. */
export function compareEntries(claim: LinkClaim, entry: Entry, other: Entry | undefined): LinkStatement {
  if (other === undefined) return uncheckedLink(claim, 'no-counterpart', printsOf(entry));
  if (entry.figure === null || other.figure === null) {
    const reason = entry.reason ?? other.reason ?? 'ambiguous';
    return uncheckedLink(claim, reason, [...printsOf(entry), ...printsOf(other)]);
  }
  return equalLink(claim, entry.figure, other.figure);
}
