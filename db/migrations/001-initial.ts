import type { Migration } from './migration.ts';

const PLACE = `place TEXT NOT NULL CHECK (json_valid(place)),
  page INTEGER GENERATED ALWAYS AS (json_extract(place, '$.page')) VIRTUAL,
  line INTEGER GENERATED ALWAYS AS (json_extract(place, '$.line')) VIRTUAL`;

export const initial: Migration = {
  version: 1,
  sql: `
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  program TEXT NOT NULL,
  work_key TEXT NOT NULL,
  stages TEXT NOT NULL CHECK (json_valid(stages)),
  config TEXT NOT NULL CHECK (json_valid(config)),
  read INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  page_count INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('ok', 'partial', 'failed')),
  kind TEXT NOT NULL,
  title TEXT,
  entity TEXT,
  scope TEXT NOT NULL,
  region TEXT,
  region_code TEXT,
  year INTEGER,
  totals_checked INTEGER NOT NULL,
  totals_stated INTEGER NOT NULL,
  work_key TEXT NOT NULL,
  run_id INTEGER NOT NULL REFERENCES runs (id)
) STRICT;
CREATE INDEX documents_run ON documents (run_id);
CREATE INDEX documents_entity ON documents (entity, year);

CREATE TABLE document_paths (
  path TEXT NOT NULL PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX document_paths_document ON document_paths (document_id);

CREATE TABLE pages (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('glyphs', 'lines')),
  width REAL,
  height REAL,
  line_count INTEGER,
  PRIMARY KEY (document_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE paragraphs (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  ${PLACE}
) STRICT;
CREATE INDEX paragraphs_document ON paragraphs (document_id);

CREATE TABLE tables (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  position INTEGER NOT NULL,
  title TEXT,
  kind TEXT NOT NULL,
  unit TEXT,
  unit_basis TEXT NOT NULL,
  header_rows INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  column_count INTEGER NOT NULL
) STRICT;
CREATE INDEX tables_document ON tables (document_id);
CREATE INDEX tables_kind ON tables (kind);

CREATE TABLE cells (
  id INTEGER PRIMARY KEY,
  table_id INTEGER NOT NULL REFERENCES tables (id) ON DELETE CASCADE,
  row_index INTEGER NOT NULL,
  column_index INTEGER NOT NULL,
  row_span INTEGER NOT NULL,
  column_span INTEGER NOT NULL,
  text TEXT NOT NULL,
  value TEXT,
  value_unit TEXT,
  value_fen INTEGER,
  how TEXT,
  confidence REAL,
  ${PLACE}
) STRICT;
CREATE INDEX cells_table ON cells (table_id);

CREATE TABLE facts (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  label TEXT NOT NULL,
  raw TEXT NOT NULL,
  unit TEXT NOT NULL,
  value TEXT NOT NULL,
  value_unit TEXT NOT NULL,
  value_fen INTEGER,
  year INTEGER,
  phase TEXT NOT NULL,
  approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)),
  bound TEXT CHECK (bound IN ('min', 'max')),
  origin TEXT NOT NULL CHECK (origin IN ('prose', 'table')),
  table_id INTEGER REFERENCES tables (id) ON DELETE CASCADE,
  row_index INTEGER,
  column_index INTEGER,
  quote TEXT NOT NULL,
  ${PLACE}
) STRICT;
CREATE INDEX facts_document ON facts (document_id);
CREATE INDEX facts_table ON facts (table_id);
CREATE INDEX facts_label ON facts (label);

CREATE TABLE statements (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  rule TEXT NOT NULL,
  verdict TEXT NOT NULL
    CHECK (verdict IN ('exact', 'rounding', 'improbable', 'inconsistent', 'unchecked')),
  reason TEXT
) STRICT;
CREATE INDEX statements_document ON statements (document_id);
CREATE INDEX statements_rule ON statements (rule, verdict);

CREATE TABLE operands (
  statement_id INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('stated', 'operand')),
  position INTEGER NOT NULL,
  fact_id INTEGER REFERENCES facts (id) ON DELETE CASCADE,
  raw TEXT NOT NULL,
  value TEXT NOT NULL,
  value_unit TEXT NOT NULL,
  PRIMARY KEY (statement_id, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX operands_fact ON operands (fact_id);

CREATE TABLE findings (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  blame TEXT NOT NULL CHECK (blame IN ('report', 'reading', 'unknown')),
  quote TEXT NOT NULL,
  computed TEXT,
  computed_low TEXT,
  computed_high TEXT,
  gap TEXT,
  diagnosis TEXT,
  suggested TEXT,
  ${PLACE}
) STRICT;
CREATE INDEX findings_document ON findings (document_id);
CREATE INDEX findings_code ON findings (code, severity);
CREATE INDEX findings_key ON findings (key);

CREATE TABLE finding_words (
  finding_id INTEGER NOT NULL REFERENCES findings (id) ON DELETE CASCADE,
  language TEXT NOT NULL CHECK (language IN ('en', 'zh')),
  message TEXT NOT NULL,
  arithmetic TEXT,
  cause TEXT,
  PRIMARY KEY (finding_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding_operands (
  finding_id INTEGER NOT NULL REFERENCES findings (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('stated', 'operand', 'suspect')),
  position INTEGER NOT NULL,
  fact_id INTEGER REFERENCES facts (id) ON DELETE CASCADE,
  raw TEXT NOT NULL,
  value TEXT NOT NULL,
  value_unit TEXT NOT NULL,
  place TEXT NOT NULL CHECK (json_valid(place)),
  quote TEXT NOT NULL,
  PRIMARY KEY (finding_id, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_operands_fact ON finding_operands (fact_id);

CREATE TABLE finding_statements (
  finding_id INTEGER NOT NULL REFERENCES findings (id) ON DELETE CASCADE,
  statement_id INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
  PRIMARY KEY (finding_id, statement_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_statements_statement ON finding_statements (statement_id);

CREATE TABLE errors (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  document_id INTEGER REFERENCES documents (id) ON DELETE CASCADE,
  path TEXT,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  place TEXT CHECK (json_valid(place))
) STRICT;
CREATE INDEX errors_document ON errors (document_id);
CREATE INDEX errors_path ON errors (path);

CREATE VIRTUAL TABLE paragraphs_search USING fts5 (
  grams, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE cells_search USING fts5 (
  grams, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE facts_search USING fts5 (
  grams, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'
);
CREATE TRIGGER paragraphs_gone AFTER DELETE ON paragraphs BEGIN
  DELETE FROM paragraphs_search WHERE rowid = old.id;
END;
CREATE TRIGGER cells_gone AFTER DELETE ON cells BEGIN
  DELETE FROM cells_search WHERE rowid = old.id;
END;
CREATE TRIGGER facts_gone AFTER DELETE ON facts BEGIN
  DELETE FROM facts_search WHERE rowid = old.id;
END;

CREATE VIEW v_facts AS
SELECT
  f.id AS fact_id,
  d.id AS document_id,
  d.name AS document,
  d.entity AS entity,
  d.year AS document_year,
  f.year AS year,
  f.label AS label,
  f.raw AS raw,
  f.unit AS printed_unit,
  f.value AS value,
  f.value_unit AS unit,
  f.value_fen AS value_fen,
  f.phase AS phase,
  f.approximate AS approximate,
  f.bound AS bound,
  f.origin AS origin,
  t.title AS table_title,
  t.kind AS table_kind,
  f.row_index AS row_index,
  f.column_index AS column_index,
  f.page AS page,
  f.line AS line,
  f.place AS place,
  f.quote AS quote,
  coalesce((
    SELECT CASE max(CASE s.verdict
        WHEN 'inconsistent' THEN 5 WHEN 'improbable' THEN 4 WHEN 'rounding' THEN 3 WHEN 'exact' THEN 2 ELSE 1 END)
      WHEN 5 THEN 'inconsistent' WHEN 4 THEN 'improbable' WHEN 3 THEN 'rounding' WHEN 2 THEN 'exact'
      WHEN 1 THEN 'unchecked' END
    FROM operands o JOIN statements s ON s.id = o.statement_id WHERE o.fact_id = f.id
  ), 'none') AS check_status,
  (SELECT count(DISTINCT o.finding_id) FROM finding_operands o WHERE o.fact_id = f.id) AS findings
FROM facts f
JOIN documents d ON d.id = f.document_id
LEFT JOIN tables t ON t.id = f.table_id;

CREATE VIEW v_findings AS
SELECT
  n.id AS finding_id,
  d.id AS document_id,
  d.name AS document,
  d.entity AS entity,
  d.year AS year,
  n.key AS key,
  n.code AS code,
  n.severity AS severity,
  n.blame AS blame,
  en.message AS message_en,
  zh.message AS message_zh,
  coalesce(en.arithmetic, zh.arithmetic) AS arithmetic,
  en.cause AS cause_en,
  zh.cause AS cause_zh,
  s.raw AS stated,
  s.value AS stated_value,
  s.value_unit AS unit,
  n.computed AS computed,
  n.gap AS gap,
  n.diagnosis AS diagnosis,
  n.suggested AS suggested,
  n.page AS page,
  n.line AS line,
  n.place AS place,
  n.quote AS quote
FROM findings n
JOIN documents d ON d.id = n.document_id
LEFT JOIN finding_words en ON en.finding_id = n.id AND en.language = 'en'
LEFT JOIN finding_words zh ON zh.finding_id = n.id AND zh.language = 'zh'
LEFT JOIN finding_operands s ON s.finding_id = n.id AND s.role = 'stated' AND s.position = 0;
`,
};
