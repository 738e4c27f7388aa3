import type { DatabaseProblem } from '../db/problem.ts';
import type { Config } from '../model/config.ts';
import type { Listener } from './events.ts';
import type { LinkSummary } from './link.ts';
import type { Interruption } from './resume/interruption.ts';
import type { Retry } from './resume/work.ts';
import type { Shard } from './shard.ts';
import type { PassedOver } from './sources/passed-over.ts';

export interface IngestOptions {
  readonly paths: readonly string[];
  /** Paths that come in one by one, beside `paths`. */
  readonly list?: AsyncIterable<string>;
  readonly database: string;
  /** Documents that are read and checked at a time. */
  readonly jobs: number;
  /** Documents in which pages are recognized at a time; as many as `jobs` where it is not said. */
  readonly recognitions?: number;
  /** Whether the files are counted beforehand, for somebody waits for the end. */
  readonly count?: boolean;
  readonly timeout: number;
  readonly config: Config;
  /** Opens encrypted documents; never stored nor told. */
  readonly password?: string;
  /** A folder for pictures of how page images are prepared. */
  readonly debugDir?: string;
  readonly program: string;
  readonly onEvent: Listener;
  /** Whether documents are linked across the database at the end. */
  readonly link: boolean;
  /** What is read again although nothing changed. */
  readonly retry?: Retry;
  /** The part of the files that is read here. */
  readonly shard?: Shard;
  /** Goes on looking for what comes, changes and goes, until it is stopped. */
  readonly watch?: WatchOptions;
  readonly interruption?: Interruption;
  /** Only tests name another worker. */
  readonly script?: URL;
}

export interface WatchOptions {
  /** Milliseconds for which a file must not have changed before it is read. */
  readonly settle: number;
  /** Is told after every round in which something happened, and when all that was there at first is done. */
  readonly onRound: (summary: IngestSummary) => void;
}

/** What came of a run. `unchangedFailed` were failed before and still are. */
export interface IngestSummary {
  readonly files: number;
  readonly read: number;
  readonly partial: number;
  readonly unchanged: number;
  readonly copies: number;
  readonly failed: number;
  readonly unchangedFailed: number;
  readonly findings: number;
  /** Files of other parts of the list. */
  readonly elsewhere: number;
  /** Paths at which no file is any more; what was read from them is kept. */
  readonly gone: number;
  /** Files that were found and not done when the run was stopped. */
  readonly left: number;
  /** What was not looked at, by why: hidden and temporary files, links out of their folder or to what is read anyway. */
  readonly passedOver: Readonly<Partial<Record<PassedOver, number>>>;
  readonly seconds: number;
  /** Whether it was stopped before it was done. */
  readonly interrupted: boolean;
  /** What linking came to; null where it was not asked for or not reached. */
  readonly linked: LinkSummary | null;
}

export type IngestResult =
  | { readonly ok: true; readonly summary: IngestSummary }
  | { readonly ok: false; readonly problem: DatabaseProblem; readonly summary: IngestSummary };
