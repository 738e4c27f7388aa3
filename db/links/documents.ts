import { type ComponentUnits, LINKED_KINDS, type LinkDocument } from '../../model/link.ts';
import { DOCUMENT_KINDS } from '../../model/reading.ts';
import { onceFor } from '../../normalizers/once.ts';
import { entityKey } from '../../normalizers/profile/entity-key.ts';
import type { Connection } from '../open.ts';
import { among } from './among.ts';

interface DocumentRow {
  readonly id: number;
  readonly name: string;
  readonly sha256: string;
  readonly kind: string;
  readonly title: string | null;
  readonly entity: string | null;
  readonly region_code: string | null;
  readonly scope: string;
  readonly year: number | null;
}

interface UnitRow {
  readonly name: string;
  readonly link_group: string | null;
  readonly own: number;
  readonly whole: number;
}

const kindOf = among(DOCUMENT_KINDS);
const scopeOf = among(['department', 'unit', 'unknown'] as const);

const COLUMNS = 'id, name, sha256, kind, title, entity, region_code, scope, year';
const OF_GROUP = `SELECT ${COLUMNS} FROM documents WHERE link_group = ? AND status <> 'failed' ORDER BY id`;
const OF_YEAR = `SELECT ${COLUMNS} FROM documents WHERE link_group = ? AND year = ? AND status <> 'failed' ORDER BY id`;
const UNITS =
  'SELECT name, link_group, own, whole FROM document_units WHERE document_id = ? ORDER BY position';

const prepared = onceFor((db: Connection) => ({
  ofGroup: db.prepare<[string], DocumentRow>(OF_GROUP),
  ofYear: db.prepare<[string, number], DocumentRow>(OF_YEAR),
  units: db.prepare<[number], UnitRow>(UNITS),
}));

const documentOf = (row: DocumentRow): LinkDocument => ({
  id: row.id,
  name: row.name,
  sha256: row.sha256,
  kind: kindOf(row.kind) ?? 'other',
  title: row.title,
  entity: row.entity,
  regionCode: row.region_code,
  // The name itself may say that the department's own office is meant.
  scope: (row.entity === null ? null : entityKey(row.entity)?.scope) ?? scopeOf(row.scope) ?? 'unknown',
  year: row.year,
});

/** The documents that are linked under one name. */
export const documentsOfGroup = (db: Connection, group: string): readonly LinkDocument[] =>
  prepared(db).ofGroup.all(group).map(documentOf);

/** The same of one year. */
export const documentsOfYear = (db: Connection, group: string, year: number): readonly LinkDocument[] =>
  prepared(db).ofYear.all(group, year).map(documentOf);

/** How many documents of kinds that are linked were read before there was linking. */
export function outdatedDocuments(db: Connection): number {
  const kinds = LINKED_KINDS.map((kind) => `'${kind}'`).join(', ');
  const sql = `SELECT count(*) FROM documents WHERE link_group IS NULL AND kind IN (${kinds})`;
  return db.prepare<[], number>(sql).pluck().get() ?? 0;
}

/** The units that a document names, or null where it names none. */
export function unitsOf(db: Connection, document: LinkDocument): ComponentUnits | null {
  const rows = prepared(db).units.all(document.id);
  const units = rows.map(({ name, link_group: key, own }) => ({ name, key, own: own === 1 }));
  return rows.length === 0 ? null : { units, whole: rows.every(({ whole }) => whole === 1) };
}
