import type { Migration } from './migration.ts';

export const timings: Migration = {
  version: 5,
  sql: `
CREATE TABLE timings (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  stage TEXT NOT NULL CHECK (stage IN ('identify', 'read', 'tables', 'normalize', 'reconcile', 'load')),
  wall_ms REAL NOT NULL,
  cpu_ms REAL,
  peak_bytes INTEGER,
  PRIMARY KEY (document_id, stage)
) STRICT, WITHOUT ROWID;

ALTER TABLE errors ADD COLUMN stage TEXT;
ALTER TABLE errors ADD COLUMN limit_name TEXT;
`,
};
