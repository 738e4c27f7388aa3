import type { KnownDocument } from '../../db/known.ts';
import type { RunRecord } from '../../db/record.ts';
import type { ReasonCode } from '../../model/status.ts';

export const RETRIES = ['failed', 'partial', 'all'] as const;
/** What is read again although nothing changed: what failed, also what was read in part, or everything. */
export type Retry = (typeof RETRIES)[number];

/** Under what a run works: what is done under the same is done. */
export interface Terms {
  readonly workKey: string;
  /** Whether there is a password, which may open what could not be opened before. */
  readonly hasPassword: boolean;
  readonly retry?: Retry;
}

/** Why a document is to be read: nobody knows it, it was read under other terms, it failed by chance, or one wants to. */
export type Due = 'new' | 'outdated' | 'failed-before' | 'retry';

/** Failures that may go away by themselves: such a document is tried again. */
const PASSING: ReadonlySet<string> = new Set<ReasonCode>([
  'timeout',
  'cpu-time',
  'memory',
  'worker-died',
  'internal',
]);

const isAsked = ({ status }: KnownDocument, retry: Retry | undefined): boolean => {
  if (retry === undefined) return false;
  return retry === 'all' || status === 'failed' || (retry === 'partial' && status === 'partial');
};

/** Why the document with these bytes is to be read, or null where all is done. */
export function dueWork(known: KnownDocument | null, { workKey, hasPassword, retry }: Terms): Due | null {
  if (known === null) return 'new';
  if (known.workKey !== workKey) return 'outdated';
  if (known.codes.some((code) => PASSING.has(code) || (hasPassword && code === 'encrypted')))
    return 'failed-before';
  return isAsked(known, retry) ? 'retry' : null;
}

/** What differs between the run that read a document and the one to come. */
export interface Difference {
  readonly kind: 'program' | 'stage' | 'config';
  readonly name: string;
  readonly before: string;
  readonly now: string;
}

type Named = Readonly<Record<string, unknown>>;

const said = (value: unknown): string => (value === undefined ? '' : String(value));

function differencesIn(kind: Difference['kind'], before: Named, now: Named): readonly Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return names
    .filter((name) => said(before[name]) !== said(now[name]))
    .map((name) => ({ kind, name, before: said(before[name]), now: said(now[name]) }));
}

/** What makes work of one run not count for another: the program, stages, and limits. */
export const differences = (before: RunRecord, now: RunRecord): readonly Difference[] => [
  ...differencesIn('program', { duizhang: before.program }, { duizhang: now.program }),
  ...differencesIn('stage', before.stages, now.stages),
  ...differencesIn('config', before.config, now.config),
];
