import Database from 'better-sqlite3';
import { COMMON, DICTIONARY, type Entry } from './dictionary.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations/registry.ts';
import type { Connection } from './open.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

interface Reference {
  readonly from: string;
  readonly table: string;
}

/** A database in memory with the schema of this program and no rows. */
export function emptyDatabase(): Connection {
  const db = new Database(':memory:');
  for (const { sql } of MIGRATIONS) db.exec(sql);
  return db;
}

/** Tables and views by name, without what belongs to the text indexes. */
export const relationsOf = (db: Connection): readonly string[] =>
  db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')
       AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_search%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all();

export const columnsOf = (db: Connection, relation: string): readonly Column[] =>
  db.prepare<[string], Column>('SELECT name, type, "notnull", pk FROM pragma_table_xinfo(?)').all(relation);

const referencesOf = (db: Connection, relation: string): readonly Reference[] =>
  db.prepare<[string], Reference>('SELECT "from", "table" FROM pragma_foreign_key_list(?)').all(relation);

/** What a column means, or undefined where nobody has written it down. */
export const meaningOf = (entry: Entry, column: string): string | undefined =>
  entry.columns[column] ?? COMMON[column];

function section(db: Connection, name: string, entry: Entry): string {
  const references = new Map(referencesOf(db, name).map(({ from, table }) => [from, table]));
  const rows = columnsOf(db, name).map((column) => {
    const target = references.get(column.name);
    const marks = [
      column.pk > 0 ? 'key' : '',
      column.notnull === 1 && column.pk === 0 ? 'never empty' : '',
      target === undefined ? '' : `→ \`${target}\``,
    ].filter((mark) => mark !== '');
    const type = name.startsWith('v_') ? '' : column.type;
    return `| \`${column.name}\` | ${type} | ${marks.join(', ')} | ${meaningOf(entry, column.name) ?? ''} |`;
  });
  return [
    `## ${name}`,
    '',
    entry.summary,
    '',
    '| column | type | | meaning |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const INTRODUCTION = `# The database

Made by \`npm run docs\` from the schema in \`db/migrations\` and the words in \`db/dictionary.ts\`; do not edit.

\`duizhang ingest\` writes one SQLite file. Schema version ${SCHEMA_VERSION} (\`PRAGMA user_version\`). All tables are strict, and
every row below a document goes with it. Exact decimals are text, because SQLite has no decimal type; to compute with money
inside SQL use \`value_fen\`. Start with the views.

## Searching text

SQLite's own trigram index finds no word of two characters, so texts are indexed as pairs of neighbouring characters in
\`paragraphs_search\`, \`cells_search\` and \`facts_search\` (label and quote), whose \`rowid\` is the \`id\` in \`paragraphs\`,
\`cells\` and \`facts\`. 住房公积金 is indexed as \`住房 房公 公积 积金 金\`, so search for the pairs as a phrase, and for a single
character as a prefix:

\`\`\`sql
SELECT * FROM v_facts WHERE fact_id IN (SELECT rowid FROM facts_search WHERE facts_search MATCH '"公积 积金"');
SELECT * FROM v_facts WHERE fact_id IN (SELECT rowid FROM facts_search WHERE facts_search MATCH '"金" *');
\`\`\`

\`duizhang facts --text 公积金\` and \`duizhang tables --text 合计\` do this for you.`;

/** The page that documents the schema. */
export function schemaPage(): string {
  const db = emptyDatabase();
  try {
    const sections = Object.entries(DICTIONARY).map(([name, entry]) => section(db, name, entry));
    return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
  } finally {
    db.close();
  }
}
