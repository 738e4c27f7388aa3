import { SCHEMA_VERSION } from '../db/migrations/registry.ts';
import type { DatabaseResult } from '../db/problem.ts';
import type { DocumentRecord } from '../db/record.ts';
import type { Store } from '../db/store.ts';
import type { StageSpent } from '../model/effort.ts';

/** Where a record goes: the store, and the run and path that it belongs to. */
export interface Destination {
  readonly store: Store;
  readonly runId: number;
  readonly workKey: string;
  readonly path: string;
}

/** The `load` stage: the only one that writes, each document wholly or not at all. Its problems end the run, not the document. */
export const loadStage = {
  name: 'load',
  version: String(SCHEMA_VERSION),
  run: (
    record: DocumentRecord,
    { store, runId, workKey, path }: Destination,
  ): DatabaseResult<readonly StageSpent[]> => {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const loaded = store.load(path, record, workKey, runId);
    if (!loaded.ok) return loaded;
    const { user, system } = process.cpuUsage(cpu);
    const spent: StageSpent = {
      stage: 'load',
      wallMs: performance.now() - start,
      cpuMs: (user + system) / 1000,
      peakBytes: null,
    };
    const noted = store.noteSpent(loaded.value, [spent]);
    return noted.ok ? { ok: true, value: [...record.spent, spent] } : noted;
  },
} as const;
