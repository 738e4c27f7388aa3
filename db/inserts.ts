import type { Statement } from 'better-sqlite3';
import type { Connection } from './open.ts';

type Value = string | number | bigint | null;
type Row = Readonly<Record<string, Value>>;

interface Prepared {
  readonly columns: readonly string[];
  readonly statement: Statement;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => name === b[i]);

/** Inserts rows by column names, each shape prepared once a connection. */
export class Inserter {
  readonly #db: Connection;
  /** By table, with the names of the columns in the order in which the values go in. */
  readonly #prepared = new Map<string, Prepared[]>();

  constructor(db: Connection) {
    this.#db = db;
  }

  /** Inserts one row and gives its id. Table and column names come from the code, never from data. */
  insert(table: string, row: Row): number {
    const columns = Object.keys(row);
    return Number(this.#statement(table, columns).run(Object.values(row)).lastInsertRowid);
  }

  /** Values go in by their place: looking each up by its name costs as much as inserting it. */
  #statement(table: string, columns: readonly string[]): Statement {
    const known = this.#prepared.get(table) ?? [];
    const before = known.find((shape) => isSame(shape.columns, columns));
    if (before !== undefined) return before.statement;
    const places = columns.map(() => '?').join(', ');
    const statement = this.#db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`);
    this.#prepared.set(table, [...known, { columns, statement }]);
    return statement;
  }
}
