import { columnsOf, emptyDatabase, meaningOf } from '../describe.ts';
import { type ColumnType, DICTIONARY, TYPES } from '../dictionary.ts';
import type { QueryRow } from '../query.ts';

/** A column as every format writes it. */
export interface ExportColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly meaning: string;
}

export type Value = string | number | boolean | null;

const typeOf = (name: string, declared: string): ColumnType =>
  TYPES[name] ?? (declared === 'INTEGER' ? 'integer' : 'text');

/** The columns of a view in their order, as the schema has them and the dictionary explains them. */
export function columnsOfView(view: 'v_facts' | 'v_findings' | 'v_link_findings'): readonly ExportColumn[] {
  const entry = DICTIONARY[view] ?? { summary: '', columns: {} };
  const db = emptyDatabase();
  try {
    return columnsOf(db, view).map(({ name, type }) => ({
      name,
      type: typeOf(name, type),
      meaning: meaningOf(entry, name) ?? '',
    }));
  } finally {
    db.close();
  }
}

/** The value of a column in a row; SQLite's 0 and 1 become booleans where that is what they mean. */
export function valueIn(row: QueryRow, { name, type }: ExportColumn): Value {
  const value = row[name] ?? null;
  return type === 'boolean' && value !== null ? value === 1 : value;
}
