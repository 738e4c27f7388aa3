import type { Reason, Status } from '../model/status.ts';

/** What `ingest` tells while it runs. */
export type ProgressEvent =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'started'; readonly path: string }
  | {
      readonly kind: 'done';
      readonly path: string;
      readonly status: Status;
      readonly reasons: readonly Reason[];
      readonly findings: number;
    }
  | { readonly kind: 'failed'; readonly path: string; readonly reasons: readonly Reason[] }
  | { readonly kind: 'skipped'; readonly path: string; readonly why: 'unchanged' | 'copy' };

export type Listener = (event: ProgressEvent) => void;
