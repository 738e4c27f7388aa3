import type { Migration } from './migration.ts';

/**
 * What a load that was cut off would be known by, and what outlives one. `document_counts` is written with the rows that
 * it counts; documents of older versions have none until they are read again, which the next ingest does. `decisions` hang
 * on no document: they are kept under who and what it is about and the key of the finding, which a new reading of the same
 * file and a corrected edition both keep. They are only ever added to, and the last one holds.
 */
export const resume: Migration = {
  version: 4,
  sql: `
ALTER TABLE runs ADD COLUMN state TEXT NOT NULL DEFAULT 'started'
  CHECK (state IN ('started', 'finished', 'interrupted'));
UPDATE runs SET state = iif(finished_at IS NULL, 'interrupted', 'finished');

ALTER TABLE document_paths ADD COLUMN missing_since TEXT;

CREATE TABLE document_counts (
  document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  pages INTEGER NOT NULL,
  paragraphs INTEGER NOT NULL,
  tables INTEGER NOT NULL,
  cells INTEGER NOT NULL,
  facts INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  operands INTEGER NOT NULL,
  findings INTEGER NOT NULL,
  finding_words INTEGER NOT NULL,
  finding_operands INTEGER NOT NULL,
  finding_statements INTEGER NOT NULL,
  errors INTEGER NOT NULL,
  document_units INTEGER NOT NULL,
  implied_amounts INTEGER NOT NULL
) STRICT;

CREATE TABLE decisions (
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  year INTEGER,
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  code TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('confirmed', 'dismissed', 'withdrawn')),
  reason TEXT,
  decided_by TEXT,
  decided_at TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_key ON decisions (key);

CREATE VIEW v_decisions AS
SELECT
  c.id AS decision_id,
  c.entity AS entity,
  c.year AS year,
  c.kind AS kind,
  c.scope AS scope,
  c.key AS key,
  c.code AS code,
  c.decision AS decision,
  c.reason AS reason,
  c.decided_by AS decided_by,
  c.decided_at AS decided_at,
  coalesce(n.document_id, f.document_id) AS document_id,
  d.name AS document,
  n.id AS finding_id,
  l.id AS link_finding_id,
  coalesce(nen.message, len.message) AS message_en,
  coalesce(nzh.message, lzh.message) AS message_zh
FROM decisions c
LEFT JOIN (findings n JOIN documents nd ON nd.id = n.document_id)
  ON n.key = c.key AND coalesce(nd.entity, nd.name) = c.entity AND nd.year IS c.year
    AND nd.kind = c.kind AND nd.scope = c.scope
LEFT JOIN (link_findings l JOIN facts f ON f.id = l.fact_id JOIN documents ld ON ld.id = f.document_id)
  ON l.key = c.key AND coalesce(ld.entity, ld.name) = c.entity AND ld.year IS c.year
    AND ld.kind = c.kind AND ld.scope = c.scope
LEFT JOIN documents d ON d.id = coalesce(n.document_id, f.document_id)
LEFT JOIN finding_words nen ON nen.finding_id = n.id AND nen.language = 'en'
LEFT JOIN finding_words nzh ON nzh.finding_id = n.id AND nzh.language = 'zh'
LEFT JOIN link_finding_words len ON len.finding_id = l.id AND len.language = 'en'
LEFT JOIN link_finding_words lzh ON lzh.finding_id = l.id AND lzh.language = 'zh'
WHERE c.decision <> 'withdrawn' AND c.id = (
  SELECT max(x.id) FROM decisions x WHERE x.key = c.key AND x.entity = c.entity AND x.year IS c.year
    AND x.kind = c.kind AND x.scope = c.scope
);
`,
};
