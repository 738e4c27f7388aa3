import { found, type Probe } from './probe.ts';

const load = async () => (await import('better-sqlite3')).default;

/** SQLite opens a database in memory and finds a text in an FTS5 table. */
export const sqliteProbe =
  (database: () => Promise<typeof import('better-sqlite3')> = load): Probe =>
  async () => {
    const Database = await database();
    const db = new Database(':memory:');
    try {
      const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
      db.exec("CREATE VIRTUAL TABLE t USING fts5(a); INSERT INTO t VALUES ('duizhang')");
      const hits = db.prepare("SELECT count(*) FROM t WHERE t MATCH 'duizhang'").pluck().get();
      return hits === 1
        ? found(`${version}, FTS5`)
        : { state: 'missing', detail: `${version}; FTS5 does not find what is there` };
    } finally {
      db.close();
    }
  };
