import Database from 'better-sqlite3';

/** What a query gives: a list of values a row. */
export function all(db: string, sql: string): readonly unknown[] {
  const connection = new Database(db, { readonly: true });
  try {
    return connection.prepare(sql).raw().all();
  } finally {
    connection.close();
  }
}
