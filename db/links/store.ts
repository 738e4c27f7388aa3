import type { Verdict } from '../../model/audit.ts';
import type { LinkDocument, LinkedDocument } from '../../model/link.ts';
import type { LinkFindingReport } from '../../model/link-report.ts';
import { Inserter } from '../inserts.ts';
import type { Connection } from '../open.ts';
import { attempt, type DatabaseResult } from '../problem.ts';
import type { WORD_LANGUAGES } from '../record.ts';
import { documentsOfGroup, documentsOfYear, outdatedDocuments } from './documents.ts';
import { linkedOf } from './figures.ts';
import { linkFindings, linkVerdicts } from './findings.ts';
import type { LinkRecord } from './record.ts';
import { insertLinks } from './rows.ts';

/** What linking may ask of the database while it is at one group. */
export interface LinkReader {
  /** The documents that are linked under another name, in one year: those of a unit. */
  readonly ofYear: (group: string, year: number) => readonly LinkDocument[];
  readonly linked: (document: LinkDocument) => LinkedDocument;
}

/** Links the documents of one group; the records come one by one, so that a group need not be held whole. */
export type LinkGroup = (
  group: string,
  documents: readonly LinkDocument[],
  reader: LinkReader,
) => Iterable<LinkRecord>;

const OUTSTANDING = `SELECT link_group FROM link_groups
  WHERE link_group > ? AND version IS NOT ? ORDER BY link_group LIMIT ?`;

/** The claims across documents as linking writes them. */
export class LinkStore {
  readonly #path: string;
  readonly #db: Connection;
  readonly #into: Inserter;

  constructor(path: string, db: Connection) {
    this.#path = path;
    this.#db = db;
    this.#into = new Inserter(db);
  }

  /** The next groups behind the one named ('' for the first) that were not linked by this version. */
  outstanding(after: string, version: string, most: number): DatabaseResult<readonly string[]> {
    return attempt(this.#path, () =>
      this.#db.prepare<[string, string, number], string>(OUTSTANDING).pluck().all(after, version, most),
    );
  }

  /** Links groups in one transaction: afterwards they have their new claims, or after a failure all their old ones. */
  relink(groups: readonly string[], version: string, link: LinkGroup): DatabaseResult<void> {
    return attempt(this.#path, () =>
      this.#db
        .transaction(() => {
          for (const group of groups) this.#relink(group, version, link);
        })
        .immediate(),
    );
  }

  /** Documents of kinds that are linked which an older version has read: what linking needs of them is not there. */
  outdated(): DatabaseResult<number> {
    return attempt(this.#path, () => outdatedDocuments(this.#db));
  }

  /** How many claims came to which verdict, over the whole database. */
  verdicts(): DatabaseResult<Readonly<Record<Verdict, number>>> {
    return attempt(this.#path, () => linkVerdicts(this.#db));
  }

  /** Gives every finding of the database to `onFinding`, entity by entity. */
  eachFinding(
    language: (typeof WORD_LANGUAGES)[number],
    onFinding: (finding: LinkFindingReport) => void,
  ): DatabaseResult<void> {
    return attempt(this.#path, () => {
      for (const finding of linkFindings(this.#db, language)) onFinding(finding);
    });
  }

  #relink(group: string, version: string, link: LinkGroup): void {
    this.#db.prepare('DELETE FROM links WHERE link_group = ?').run(group);
    const documents = documentsOfGroup(this.#db, group);
    if (documents.length === 0) {
      this.#db.prepare('DELETE FROM link_groups WHERE link_group = ?').run(group);
      return;
    }
    const reader: LinkReader = {
      ofYear: (other, year) => documentsOfYear(this.#db, other, year),
      linked: (document) => linkedOf(this.#db, document),
    };
    for (const record of link(group, documents, reader)) insertLinks(this.#into, group, record);
    this.#db.prepare('UPDATE link_groups SET version = ? WHERE link_group = ?').run(version, group);
  }
}
