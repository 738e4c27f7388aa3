import type { Migration } from './migration.ts';

/**
 * Claims across documents. Documents are linked by group: `link_group` is the entity's key, or the document alone where
 * it names no full entity. A document that comes or goes takes the claims about it along and marks its group, and the
 * groups of the departments that name it as a unit, as to be linked again (`link_groups.version` empty); so a run that
 * ends anywhere leaves what is true of the documents that are there, and a list of what is still to do.
 */
export const links: Migration = {
  version: 3,
  sql: `
ALTER TABLE documents ADD COLUMN link_group TEXT;
CREATE INDEX documents_link ON documents (link_group, year);

CREATE TABLE document_units (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  link_group TEXT,
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_units_group ON document_units (link_group);

CREATE TABLE implied_amounts (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  current_id INTEGER NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
  change_id INTEGER NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
  sign INTEGER NOT NULL CHECK (sign IN (-1, 1)),
  year INTEGER NOT NULL,
  phase TEXT NOT NULL CHECK (phase IN ('initial', 'final')),
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX implied_amounts_current ON implied_amounts (current_id);
CREATE INDEX implied_amounts_change ON implied_amounts (change_id);

CREATE TABLE link_groups (
  link_group TEXT NOT NULL PRIMARY KEY,
  version TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE links (
  id INTEGER PRIMARY KEY,
  link_group TEXT NOT NULL,
  rule TEXT NOT NULL,
  subject TEXT NOT NULL,
  year INTEGER,
  verdict TEXT NOT NULL
    CHECK (verdict IN ('exact', 'rounding', 'improbable', 'inconsistent', 'unchecked')),
  reason TEXT,
  computed TEXT,
  computed_low TEXT,
  computed_high TEXT
) STRICT;
CREATE INDEX links_group ON links (link_group);
CREATE INDEX links_rule ON links (rule, verdict);

CREATE TABLE link_documents (
  link_id INTEGER NOT NULL REFERENCES links (id) ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  PRIMARY KEY (link_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_documents_document ON link_documents (document_id);

CREATE TABLE link_operands (
  link_id INTEGER NOT NULL REFERENCES links (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('stated', 'operand')),
  position INTEGER NOT NULL,
  fact_id INTEGER NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
  PRIMARY KEY (link_id, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_operands_fact ON link_operands (fact_id);

CREATE TABLE link_findings (
  id INTEGER PRIMARY KEY,
  link_id INTEGER NOT NULL UNIQUE REFERENCES links (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  blame TEXT NOT NULL CHECK (blame IN ('report', 'reading', 'unknown')),
  gap TEXT,
  fact_id INTEGER NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
  other_fact_id INTEGER NOT NULL REFERENCES facts (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX link_findings_code ON link_findings (code, severity);
CREATE INDEX link_findings_key ON link_findings (key);
CREATE INDEX link_findings_fact ON link_findings (fact_id);
CREATE INDEX link_findings_other ON link_findings (other_fact_id);

CREATE TABLE link_finding_words (
  finding_id INTEGER NOT NULL REFERENCES link_findings (id) ON DELETE CASCADE,
  language TEXT NOT NULL CHECK (language IN ('en', 'zh')),
  message TEXT NOT NULL,
  arithmetic TEXT,
  PRIMARY KEY (finding_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE link_finding_links (
  finding_id INTEGER NOT NULL REFERENCES link_findings (id) ON DELETE CASCADE,
  link_id INTEGER NOT NULL REFERENCES links (id) ON DELETE CASCADE,
  PRIMARY KEY (finding_id, link_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_finding_links_link ON link_finding_links (link_id);

CREATE TRIGGER link_documents_gone AFTER DELETE ON link_documents BEGIN
  DELETE FROM links WHERE id = old.link_id;
END;
CREATE TRIGGER documents_come AFTER INSERT ON documents WHEN new.link_group IS NOT NULL BEGIN
  INSERT INTO link_groups (link_group, version)
    SELECT new.link_group, NULL
    UNION SELECT d.link_group, NULL FROM document_units u JOIN documents d ON d.id = u.document_id
      WHERE u.link_group = new.link_group AND d.link_group IS NOT NULL
    ON CONFLICT (link_group) DO UPDATE SET version = NULL;
END;
CREATE TRIGGER documents_go BEFORE DELETE ON documents WHEN old.link_group IS NOT NULL BEGIN
  INSERT INTO link_groups (link_group, version)
    SELECT old.link_group, NULL
    UNION SELECT d.link_group, NULL FROM document_units u JOIN documents d ON d.id = u.document_id
      WHERE u.link_group = old.link_group AND d.link_group IS NOT NULL
    ON CONFLICT (link_group) DO UPDATE SET version = NULL;
END;

CREATE VIEW v_link_findings AS
SELECT
  n.id AS link_finding_id,
  d.id AS document_id,
  d.name AS document,
  d.entity AS entity,
  l.year AS year,
  n.key AS key,
  n.code AS code,
  n.severity AS severity,
  n.blame AS blame,
  en.message AS message_en,
  zh.message AS message_zh,
  coalesce(en.arithmetic, zh.arithmetic) AS arithmetic,
  s.raw AS stated,
  s.value AS stated_value,
  s.value_unit AS unit,
  l.computed AS computed,
  n.gap AS gap,
  f.page AS page,
  f.line AS line,
  f.place AS place,
  f.quote AS quote,
  e.id AS other_document_id,
  e.name AS other_document,
  o.page AS other_page,
  o.line AS other_line,
  o.place AS other_place,
  o.quote AS other_quote,
  (SELECT count(*) FROM link_finding_links x WHERE x.finding_id = n.id) AS explains
FROM link_findings n
JOIN links l ON l.id = n.link_id
JOIN facts f ON f.id = n.fact_id
JOIN documents d ON d.id = f.document_id
JOIN facts o ON o.id = n.other_fact_id
JOIN documents e ON e.id = o.document_id
LEFT JOIN link_operands r ON r.link_id = l.id AND r.role = 'stated'
LEFT JOIN facts s ON s.id = r.fact_id
LEFT JOIN link_finding_words en ON en.finding_id = n.id AND en.language = 'en'
LEFT JOIN link_finding_words zh ON zh.finding_id = n.id AND zh.language = 'zh';
`,
};
