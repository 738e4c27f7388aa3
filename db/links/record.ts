import type { LinkFinding, LinkStatement } from '../../model/link.ts';
import type { WORD_LANGUAGES } from '../record.ts';

/** The words of a finding across documents in one language. */
export interface LinkWords {
  readonly message: string;
  readonly arithmetic: string | null;
}

export interface LinkFindingRecord {
  readonly finding: LinkFinding;
  readonly gap: string | null;
  readonly words: Readonly<Record<(typeof WORD_LANGUAGES)[number], LinkWords>>;
}

/** What linking some documents of a group came to, ready to be stored. */
export interface LinkRecord {
  readonly statements: readonly LinkStatement[];
  readonly findings: readonly LinkFindingRecord[];
}
