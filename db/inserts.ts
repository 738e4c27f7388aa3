import type { Statement } from 'better-sqlite3';
import type { Connection } from './open.ts';

type Value = string | number | bigint | null;
type Row = Readonly<Record<string, Value>>;

/** Inserts rows by column names, each shape prepared once a connection. */
export class Inserter {
  readonly #db: Connection;
  readonly #prepared = new Map<string, Statement>();

  constructor(db: Connection) {
    this.#db = db;
  }

  /** Inserts one row and gives its id. Table and column names come from the code, never from data. */
  insert(table: string, row: Row): number {
    const columns = Object.keys(row);
    const key = `${table}:${columns.join(',')}`;
    let statement = this.#prepared.get(key);
    if (statement === undefined) {
      const names = columns.map((column) => `@${column}`).join(', ');
      statement = this.#db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${names})`);
      this.#prepared.set(key, statement);
    }
    return Number(statement.run(row).lastInsertRowid);
  }
}
