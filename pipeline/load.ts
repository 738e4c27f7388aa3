import { SCHEMA_VERSION } from '../db/migrations/registry.ts';
import type { DatabaseResult } from '../db/problem.ts';
import type { DocumentRecord } from '../db/record.ts';
import type { Store } from '../db/store.ts';

/** Where a record goes: the store, and the run and path that it belongs to. */
export interface Destination {
  readonly store: Store;
  readonly runId: number;
  readonly workKey: string;
  readonly path: string;
}

/** The `load` stage: the only one that writes, one transaction a document. Its problems end the run, not the document. */
export const loadStage = {
  name: 'load',
  version: String(SCHEMA_VERSION),
  run: (record: DocumentRecord, { store, runId, workKey, path }: Destination): DatabaseResult<number> =>
    store.load(path, record, workKey, runId),
} as const;
