import { existsSync } from 'node:fs';
import {
  documentAt,
  findKnown,
  type KnownDocument,
  type RecordedPath,
  recordedPaths,
  runOf,
} from './known.ts';
import { type Connection, openForReading } from './open.ts';
import type { DatabaseResult } from './problem.ts';
import type { RunRecord } from './record.ts';

/** The oldest schema of which it can be said what would have to be done. */
const OLDEST = 1;

/** What a database has done so far, for those who only want to look. One that is not there has done nothing. */
export class Ledger {
  readonly #db: Connection | null;

  private constructor(db: Connection | null) {
    this.#db = db;
  }

  static open(path: string): DatabaseResult<Ledger> {
    if (!existsSync(path)) return { ok: true, value: new Ledger(null) };
    const opened = openForReading(path, OLDEST);
    return opened.ok ? { ok: true, value: new Ledger(opened.value) } : opened;
  }

  find(sha256: string): KnownDocument | null {
    return this.#db === null ? null : findKnown(this.#db, sha256);
  }

  documentAt(path: string): number | null {
    return this.#db === null ? null : documentAt(this.#db, path);
  }

  recordedPaths(path: string): readonly RecordedPath[] {
    return this.#db === null ? [] : [...recordedPaths(this.#db, path)];
  }

  runOf(id: number): RunRecord | null {
    return this.#db === null ? null : runOf(this.#db, id);
  }

  close(): void {
    this.#db?.close();
  }
}
