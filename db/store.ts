import { existsSync } from 'node:fs';
import { Inserter } from './inserts.ts';
import { linkGroupOf } from './links/group.ts';
import { LinkStore } from './links/store.ts';
import { type Connection, openForWriting } from './open.ts';
import { attempt, type DatabaseResult, problem } from './problem.ts';
import type { DocumentRecord, FileError, RunCounts, RunRecord } from './record.ts';
import { insertContents } from './rows.ts';

/** A document that is in the database already, with what its work was done under. */
export interface KnownDocument {
  readonly id: number;
  readonly workKey: string;
  /** The run that read it last. */
  readonly runId: number;
  readonly status: string;
  readonly findings: number;
  readonly codes: readonly string[];
}

interface KnownRow {
  readonly id: number;
  readonly work_key: string;
  readonly run_id: number;
  readonly status: string;
  readonly findings: number;
  readonly codes: string | null;
}

const KNOWN = `
  SELECT d.id, d.work_key, d.run_id, d.status,
    (SELECT count(*) FROM findings f WHERE f.document_id = d.id) AS findings,
    (SELECT group_concat(code) FROM errors e WHERE e.document_id = d.id) AS codes
  FROM documents d WHERE d.sha256 = ?`;

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

  beginRun(run: RunRecord): DatabaseResult<number> {
    return this.#write(() =>
      this.#into.insert('runs', {
        started_at: now(),
        program: run.program,
        work_key: run.workKey,
        stages: JSON.stringify(run.stages),
        config: JSON.stringify(run.config),
      }),
    );
  }

  finishRun(id: number, { read, unchanged, failed }: RunCounts): DatabaseResult<void> {
    return this.#write(() => {
      this.#db
        .prepare('UPDATE runs SET finished_at = ?, read = ?, unchanged = ?, failed = ? WHERE id = ?')
        .run(now(), read, unchanged, failed, id);
    });
  }

  /** The document with these bytes, or null where it was never loaded. */
  find(sha256: string): DatabaseResult<KnownDocument | null> {
    return attempt(this.path, () => {
      const row = this.#db.prepare<[string], KnownRow>(KNOWN).get(sha256);
      if (row === undefined) return null;
      const codes = row.codes?.split(',') ?? [];
      const { id, work_key: workKey, run_id: runId, status, findings } = row;
      return { id, workKey, runId, status, findings, codes };
    });
  }

  /** Puts a document under the path that it was found at, and every row of it in place of older ones. */
  load(path: string, record: DocumentRecord, workKey: string, runId: number): DatabaseResult<number> {
    return this.#write(() => {
      const id = this.#replaceDocument(record, workKey, runId);
      insertContents(this.#into, id, record);
      for (const { code, message, place } of record.report.reasons) {
        const where = place === undefined ? null : JSON.stringify(place);
        this.#into.insert('errors', { run_id: runId, document_id: id, path, code, message, place: where });
      }
      this.#attach(path, id);
      return id;
    });
  }

  /** Says that a known document was found at this path (again, or as a copy). */
  attach(path: string, documentId: number): DatabaseResult<void> {
    return this.#write(() => this.#attach(path, documentId));
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
    for (const path of paths) this.#into.insert('document_paths', { path, document_id: kept });
    return kept;
  }

  /** Takes a document out with everything below it and gives its paths back. */
  #removeDocument(id: number): readonly string[] {
    const paths = this.#db
      .prepare<[number], string>('SELECT path FROM document_paths WHERE document_id = ?')
      .pluck()
      .all(id);
    this.#db.prepare('DELETE FROM documents WHERE id = ?').run(id);
    return paths;
  }

  /** A path names one document; the one that it named before goes when no other path is left for it. */
  #attach(path: string, documentId: number): void {
    this.#forgetFileErrors(path);
    const before = this.#db
      .prepare<[string], number>('SELECT document_id FROM document_paths WHERE path = ?')
      .pluck()
      .get(path);
    if (before === documentId) return;
    if (before !== undefined) this.#db.prepare('DELETE FROM document_paths WHERE path = ?').run(path);
    this.#into.insert('document_paths', { path, document_id: documentId });
    if (before !== undefined)
      this.#db
        .prepare(
          'DELETE FROM documents WHERE id = @id AND NOT EXISTS (SELECT 1 FROM document_paths WHERE document_id = @id)',
        )
        .run({ id: before });
  }
}
