import { describe, expect, it } from 'vitest';
import { columnsOf, emptyDatabase, meaningOf, relationsOf } from './describe.ts';
import { DICTIONARY } from './dictionary.ts';

describe('the dictionary', () => {
  const db = emptyDatabase();

  it('has every table and view, and no other', () => {
    expect(Object.keys(DICTIONARY).sort()).toEqual([...relationsOf(db)].sort());
  });

  it.each(Object.entries(DICTIONARY))('says what every column of %s means', (name, entry) => {
    const columns = columnsOf(db, name).map((column) => column.name);
    expect(columns.filter((column) => meaningOf(entry, column) === undefined)).toEqual([]);
    expect(Object.keys(entry.columns).filter((column) => !columns.includes(column))).toEqual([]);
  });

  it('all tables are strict', () => {
    const loose = db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0
         AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_search%'`,
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });
});
