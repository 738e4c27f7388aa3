import { existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { type Connection, openForReading } from './open.ts';
import { attempt, type DatabaseResult, problem } from './problem.ts';

/** What the file of the lock is called behind the name of the database. */
export const LOCK_ENDING = '-lock';

/** Which file stands at a path now; its time tells it from a later one that got the same number. */
function identityOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? null : `${found.dev}:${found.ino}:${found.ctimeNs}`;
}

/** The same file under all names that it has: two runs may call it differently. */
function lockPath(database: string): string {
  const real = existsSync(database)
    ? realpathSync(database)
    : join(realpathSync(dirname(database)), basename(database));
  return `${real}${LOCK_ENDING}`;
}

/** When the run that holds the lock began, as it wrote it down; empty where that cannot be seen. */
function holderSince(database: string): string {
  const opened = openForReading(database);
  if (!opened.ok) return '';
  const since = attempt(database, () =>
    opened.value
      .prepare<[], string>("SELECT started_at FROM runs WHERE state = 'started' ORDER BY id DESC")
      .pluck()
      .get(),
  );
  opened.value.close();
  return since.ok ? (since.value ?? '') : '';
}

/**
 * Only one run at a time writes into a database. What is held is a lock of the operating system on an empty file beside it
 * (SQLite's own, which works everywhere that SQLite does): it ends with the process however that ends, so none is ever
 * left over, unlike a file with a number in it.
 */
export class RunLock {
  readonly #path: string;
  readonly #db: Connection;

  private constructor(path: string, db: Connection) {
    this.#path = path;
    this.#db = db;
  }

  /** Takes the lock at once or says `in-use`; it never waits. */
  static take(database: string): DatabaseResult<RunLock> {
    const path = lockPath(database);
    for (;;) {
      const taken = attempt(database, () => {
        // One that is there is not opened for this: closing it would take a lock of this very process away.
        if (!existsSync(path)) new Database(path).close();
        const before = identityOf(path);
        const db = new Database(path, { timeout: 0 });
        try {
          // Nothing is written, so there is to be no journal either.
          db.pragma('journal_mode = MEMORY');
          db.exec('BEGIN EXCLUSIVE');
          // Whoever held it may have taken the file away while it was opened here.
          if (before !== null && before === identityOf(path)) return new RunLock(path, db);
        } catch (error) {
          db.close();
          throw error;
        }
        db.close();
        return null;
      });
      if (!taken.ok)
        return taken.problem.code === 'locked' ? problem('in-use', database, holderSince(database)) : taken;
      if (taken.value !== null) return { ok: true, value: taken.value };
    }
  }

  /** Gives the lock back and takes its file away while it is still held, so that nobody can lock a file that goes. */
  release(): void {
    if (!this.#db.open) return;
    if (process.platform !== 'win32') rmSync(this.#path, { force: true });
    this.#db.close();
  }
}
