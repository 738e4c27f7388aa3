import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations/registry.ts';
import { attempt, type DatabaseResult, problem } from './problem.ts';

export type Connection = Database.Database;

/** "dzhg": marks the file as ours, so that another program's database is never written into. */
const APPLICATION_ID = 0x647a6867;
const BUSY_MILLISECONDS = 5000;

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const versionOf = (db: Connection): number => numberOf(db.pragma('user_version', { simple: true }));
const idOf = (db: Connection): number => numberOf(db.pragma('application_id', { simple: true }));

function isForeign(db: Connection): boolean {
  const id = idOf(db);
  if (id === APPLICATION_ID) return false;
  const count: unknown = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  return id !== 0 || versionOf(db) !== 0 || numberOf(count) > 0;
}

/** Brings the schema up to date, all steps in one transaction. */
function migrate(db: Connection): void {
  if (versionOf(db) === SCHEMA_VERSION) return;
  const steps = db.transaction(() => {
    // Read again under the lock: another process may have been quicker.
    const version = versionOf(db);
    for (const step of MIGRATIONS.filter((migration) => migration.version > version)) {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }
    db.pragma(`application_id = ${APPLICATION_ID}`);
  });
  steps.immediate();
}

function checked(db: Connection, path: string, oldest: number): DatabaseResult<Connection> {
  const foreign = attempt(path, () => isForeign(db));
  if (!foreign.ok) return foreign;
  if (foreign.value) return problem('other-program', path);
  const version = versionOf(db);
  if (version > SCHEMA_VERSION) return problem('newer', path, `${version} > ${SCHEMA_VERSION}`);
  // An empty file is a database to SQLite, but nobody's.
  if (idOf(db) === 0 && oldest > 0) return problem('not-a-database', path);
  if (version < oldest) return problem('older', path, `${version} < ${SCHEMA_VERSION}`);
  return { ok: true, value: db };
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function opened(path: string, readonly: boolean, oldest: number): DatabaseResult<Connection> {
  const connection = attempt(
    path,
    () => new Database(path, { readonly, fileMustExist: readonly, timeout: BUSY_MILLISECONDS }),
  );
  if (!connection.ok) return connection;
  const db = connection.value;
  const result = checked(db, path, oldest);
  if (!result.ok) db.close();
  return result;
}

/** Opens a database for `load`, makes it where there is none and brings an older one up to date. */
export function openForWriting(path: string): DatabaseResult<Connection> {
  const folder = dirname(path);
  if (!existsSync(folder)) return problem('no-folder', path, folder);
  if (existsSync(path) && statSync(path).isDirectory()) return problem('not-a-database', path);
  if (!canWrite(existsSync(path) ? path : folder)) return problem('read-only', path);
  const result = opened(path, false, 0);
  if (!result.ok) return result;
  const db = result.value;
  const ready = attempt(path, () => {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('foreign_keys = ON');
    migrate(db);
    return db;
  });
  if (!ready.ok) db.close();
  return ready;
}

/**
 * Opens a database for queries only; it must be there and of this program's version.
 * @param oldest the oldest version of the schema that will do
 */
export function openForReading(path: string, oldest = SCHEMA_VERSION): DatabaseResult<Connection> {
  if (!existsSync(path)) return problem('not-found', path);
  if (statSync(path).isDirectory()) return problem('not-a-database', path);
  return opened(path, true, oldest);
}
