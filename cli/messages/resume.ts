import type { Fault } from '../../db/verify.ts';
import type { Why } from '../../pipeline/resume/plan.ts';
import type { Difference } from '../../pipeline/resume/work.ts';

/** Counts of a database that was checked. */
export interface VerifiedCounts {
  readonly documents: number;
  readonly paths: number;
  readonly missingPaths: number;
  readonly uncounted: number;
  readonly faults: number;
}

/** The words about going on with a run, about watching, and about what a database holds. */
export interface ResumeMessages {
  readonly options: {
    readonly retry: string;
    readonly dryRun: string;
    readonly planFormat: string;
    readonly watch: string;
    readonly settle: string;
    readonly shard: string;
    readonly nul: string;
    readonly decision: string;
    readonly reason: string;
    readonly by: string;
  };
  readonly arguments: { readonly key: string };
  readonly usage: {
    readonly notAShard: (value: string) => string;
    readonly needs: (option: string, other: string) => string;
    readonly notTogether: (option: string, other: string) => string;
    readonly noSuchFinding: (key: string) => string;
    readonly needsReason: string;
  };
  readonly stopping: (seconds: number) => string;
  readonly interrupted: (left: number) => string;
  readonly gone: (path: string) => string;
  readonly moreGone: (count: number) => string;
  readonly watching: (seconds: number) => string;
  readonly parts: (elsewhere: number) => string;
  readonly goneCount: (gone: number) => string;
  /** Why a file would be read or not, in the words of a list. */
  readonly why: Readonly<Record<Why, string>>;
  readonly difference: (difference: Difference) => string;
  readonly planned: (read: number, others: number) => string;
  readonly decided: (
    decision: 'confirmed' | 'dismissed' | 'withdrawn',
    code: string,
    document: string,
  ) => string;
  readonly decisions: Readonly<Record<'confirmed' | 'dismissed', string>>;
  readonly foundNoMore: string;
  readonly fault: (fault: Fault) => string;
  readonly moreFaults: (count: number) => string;
  readonly verified: (counts: VerifiedCounts) => string;
}
