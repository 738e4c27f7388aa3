import { existsSync } from 'node:fs';
import type { StageSpent } from '../model/effort.ts';
import { Inserter } from './inserts.ts';
import { documentAt, findKnown, type KnownDocument, type RecordedPath, recordedPaths } from './known.ts';
import { linkGroupOf } from './links/group.ts';
import { LinkStore } from './links/store.ts';
import { type Connection, openForWriting } from './open.ts';
import { attempt, type DatabaseResult, problem } from './problem.ts';
import type { DocumentRecord, FileError, RunCounts, RunEnd, RunRecord } from './record.ts';
import { insertContents } from './rows.ts';

interface PathRow {
  readonly path: string;
  readonly missing_since: string | null;
}

/** Milliseconds to the microsecond. */
const rounded = (milliseconds: number): number => Math.round(milliseconds * 1000) / 1000;

const now = (): string => new Date().toISOString();

/** The database as `load` writes it: each call is one transaction, done wholly or not at all. */
export class Store {
  readonly path: string;
  readonly #db: Connection;
  readonly #into: Inserter;

  private constructor(path: string, db: Connection) {
    this.path = path;
    this.#db = db;
    this.#into = new Inserter(db);
  }

  static open(path: string): DatabaseResult<Store> {
    const opened = openForWriting(path);
    return opened.ok ? { ok: true, value: new Store(path, opened.value) } : opened;
  }

  /** The same for a database that must be there. */
  static openExisting(path: string): DatabaseResult<Store> {
    return existsSync(path) ? Store.open(path) : problem('not-found', path);
  }

  #write<T>(run: () => T): DatabaseResult<T> {
    return attempt(this.path, () => this.#db.transaction(run).immediate());
  }

  /** The same database as linking writes it. */
  get links(): LinkStore {
    return new LinkStore(this.path, this.#db);
  }

  /** Whoever begins a run is the only one who writes; runs that are open still were ended without a word. */
  beginRun(run: RunRecord): DatabaseResult<number> {
    return this.#write(() => {
      this.#db.prepare("UPDATE runs SET state = 'interrupted' WHERE state = 'started'").run();
      return this.#into.insert('runs', {
        started_at: now(),
        program: run.program,
        work_key: run.workKey,
        stages: JSON.stringify(run.stages),
        config: JSON.stringify(run.config),
      });
    });
  }

  finishRun(
    id: number,
    { read, unchanged, failed }: RunCounts,
    end: RunEnd = 'finished',
  ): DatabaseResult<void> {
    const at = end === 'finished' ? now() : null;
    return this.#write(() => {
      this.#db
        .prepare(
          'UPDATE runs SET state = ?, finished_at = ?, read = ?, unchanged = ?, failed = ? WHERE id = ?',
        )
        .run(end, at, read, unchanged, failed, id);
    });
  }

  /** The document with these bytes, or null where it was never loaded. */
  find(sha256: string): DatabaseResult<KnownDocument | null> {
    return attempt(this.path, () => findKnown(this.#db, sha256));
  }

  /** The document that was found at a path last, or null. */
  documentAt(path: string): DatabaseResult<number | null> {
    return attempt(this.path, () => documentAt(this.#db, path));
  }

  /** The paths on record that are `path` or below it, in their order. */
  recordedPaths(path: string): DatabaseResult<readonly RecordedPath[]> {
    return attempt(this.path, () => [...recordedPaths(this.#db, path)]);
  }

  /** Notes that no file is there any more; what was read from it stays. */
  noteMissing(path: string): DatabaseResult<void> {
    return this.#write(() => {
      this.#db
        .prepare('UPDATE document_paths SET missing_since = ? WHERE path = ? AND missing_since IS NULL')
        .run(now(), path);
    });
  }

  /** Puts a document under the path that it was found at, and every row of it in place of older ones. */
  load(path: string, record: DocumentRecord, workKey: string, runId: number): DatabaseResult<number> {
    return this.#write(() => {
      const id = this.#replaceDocument(record, workKey, runId);
      insertContents(this.#into, id, record);
      this.#insertSpent(id, record.spent);
      for (const { code, message, place, stage, limit } of record.report.reasons) {
        const where = place === undefined ? null : JSON.stringify(place);
        this.#into.insert('errors', {
          run_id: runId,
          document_id: id,
          path,
          code,
          message,
          place: where,
          stage: stage ?? null,
          limit_name: limit ?? null,
        });
      }
      this.#attach(path, id);
      return id;
    });
  }

  /** Several of the other calls in one transaction. Each is still done wholly or not at all: what fails is undone alone. */
  together(run: () => void): DatabaseResult<void> {
    return this.#write(run);
  }

  /** Adds what stages took that were only over after the document was loaded. */
  noteSpent(documentId: number, spent: readonly StageSpent[]): DatabaseResult<void> {
    return this.#write(() => this.#insertSpent(documentId, spent));
  }

  /** Says that a known document was found at this path (again, or as a copy). */
  attach(path: string, documentId: number): DatabaseResult<void> {
    return this.#write(() => this.#attach(path, documentId));
  }

  /** Lets go what was found at a path before: other bytes stand there now, which are not read here. */
  detach(path: string): DatabaseResult<void> {
    return this.#write(() => {
      this.#forgetFileErrors(path);
      const before = documentAt(this.#db, path);
      if (before !== null) this.#release(path, before);
    });
  }

  /** Notes a file that could not be opened; what was read from this path before stays. */
  noteFileError({ path, code, message }: FileError, runId: number): DatabaseResult<void> {
    return this.#write(() => {
      this.#forgetFileErrors(path);
      this.#into.insert('errors', { run_id: runId, path, code, message });
    });
  }

  /**
   * Closes the file. Where nobody else has it open it leaves the write-ahead mode, for a database in that mode can
   * not be opened by those who may only read its folder.
   */
  close(): void {
    if (!this.#db.open) return;
    this.#db.pragma('busy_timeout = 0');
    attempt(this.path, () => this.#db.pragma('journal_mode = DELETE'));
    this.#db.close();
  }

  #insertSpent(documentId: number, spent: readonly StageSpent[]): void {
    for (const { stage, wallMs, cpuMs, peakBytes } of spent)
      this.#into.insert('timings', {
        document_id: documentId,
        stage,
        wall_ms: rounded(wallMs),
        cpu_ms: cpuMs === null ? null : rounded(cpuMs),
        peak_bytes: peakBytes,
      });
  }

  #forgetFileErrors(path: string): void {
    this.#db.prepare('DELETE FROM errors WHERE path = ? AND document_id IS NULL').run(path);
  }

  /** The bytes decide which document it is: its id and paths outlive a new reading. */
  #replaceDocument(record: DocumentRecord, workKey: string, runId: number): number {
    const { source, status, document, coverage } = record.report;
    const id = this.#db
      .prepare<[string], number>('SELECT id FROM documents WHERE sha256 = ?')
      .pluck()
      .get(source.sha256);
    const paths = id === undefined ? [] : this.#removeDocument(id);
    const kept = this.#into.insert('documents', {
      id: id ?? null,
      sha256: source.sha256,
      name: source.name,
      media_type: source.mediaType,
      bytes: record.bytes,
      page_count: source.pages,
      status,
      kind: document.kind,
      title: document.title,
      entity: document.entity,
      scope: document.scope,
      region: document.region,
      region_code: document.regionCode,
      year: document.year,
      totals_checked: coverage.statedTotals.checked,
      totals_stated: coverage.statedTotals.of,
      work_key: workKey,
      run_id: runId,
      link_group: linkGroupOf(document, source.sha256),
    });
    for (const { path, missing_since } of paths)
      this.#into.insert('document_paths', { path, document_id: kept, missing_since });
    return kept;
  }

  /** Takes a document out with everything below it and gives its paths back. */
  #removeDocument(id: number): readonly PathRow[] {
    const paths = this.#db
      .prepare<[number], PathRow>('SELECT path, missing_since FROM document_paths WHERE document_id = ?')
      .all(id);
    this.#db.prepare('DELETE FROM documents WHERE id = ?').run(id);
    return paths;
  }

  /**
   * A path names one document; the one that it named before goes when no other file has its bytes any more. Paths at which
   * nothing is left do not hold it: the file has moved here and was then replaced.
   */
  #attach(path: string, documentId: number): void {
    this.#forgetFileErrors(path);
    const before = documentAt(this.#db, path);
    if (before === documentId) {
      this.#db
        .prepare(
          'UPDATE document_paths SET missing_since = NULL WHERE path = ? AND missing_since IS NOT NULL',
        )
        .run(path);
      return;
    }
    if (before !== null) this.#release(path, before);
    this.#into.insert('document_paths', { path, document_id: documentId });
  }

  #release(path: string, documentId: number): void {
    this.#db.prepare('DELETE FROM document_paths WHERE path = ?').run(path);
    this.#dropUnheld(documentId);
  }

  #dropUnheld(documentId: number): void {
    this.#db
      .prepare(
        'DELETE FROM documents WHERE id = @id AND NOT EXISTS (SELECT 1 FROM document_paths WHERE document_id = @id AND missing_since IS NULL)',
      )
      .run({ id: documentId });
  }
}
