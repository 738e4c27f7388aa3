import type { Migration } from './migration.ts';

/**
 * The keys of facts. Rows of version 1 have none until their documents are read again, which the next ingest does.
 * Linking goes from an entity to its documents (`documents_entity`) and in each document to one key (`facts_link`). There
 * is no index by metric alone: without statistics the planner would link by it and read that metric of every entity.
 */
export const factKeys: Migration = {
  version: 2,
  sql: `
ALTER TABLE facts ADD COLUMN metric TEXT;
ALTER TABLE facts ADD COLUMN fund TEXT;
ALTER TABLE facts ADD COLUMN direction TEXT;
ALTER TABLE facts ADD COLUMN function_code TEXT;
ALTER TABLE facts ADD COLUMN economic_code TEXT;
ALTER TABLE facts ADD COLUMN cofog TEXT;

CREATE INDEX facts_link ON facts (document_id, metric, year, phase, fund, function_code)
  WHERE metric IS NOT NULL;

DROP VIEW v_facts;
CREATE VIEW v_facts AS
SELECT
  f.id AS fact_id,
  d.id AS document_id,
  d.name AS document,
  d.region_code AS region_code,
  d.entity AS entity,
  d.scope AS scope,
  d.year AS document_year,
  f.year AS year,
  f.label AS label,
  f.metric AS metric,
  f.phase AS phase,
  f.fund AS fund,
  f.direction AS direction,
  f.function_code AS function_code,
  f.economic_code AS economic_code,
  f.cofog AS cofog,
  f.raw AS raw,
  f.unit AS printed_unit,
  f.value AS value,
  f.value_unit AS unit,
  f.value_fen AS value_fen,
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
`,
};
