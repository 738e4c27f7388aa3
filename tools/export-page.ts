import type { SchemaElement } from 'hyparquet';
import { COLUMN_TYPES, type ColumnType } from '../db/dictionary.ts';
import type { ExportColumn } from '../db/export/column.ts';
import { FIELD_TYPES } from '../db/export/datapackage.ts';
import { EXPORT_NAMES, VIEW_NAMES } from '../db/export/names.ts';
import { ELEMENTS } from '../db/export/parquet.ts';
import { VIEWS, type View } from '../db/export/view.ts';

/** What the text forms and Excel make of each type. */
const IN_TEXT: Readonly<Record<ColumnType, readonly [csv: string, json: string, xlsx: string]>> = {
  text: ['text', 'string', 'text'],
  integer: ['number', 'number', 'number'],
  decimal: ['number', 'string', 'number'],
  money: ['number', 'string', 'number'],
  boolean: ['`true`, `false`', 'boolean', 'boolean'],
  json: ['JSON', 'string with JSON in it', 'text'],
};

function parquetType({
  type,
  converted_type: converted,
  precision,
  scale,
}: Omit<SchemaElement, 'name'>): string {
  if (converted === 'UTF8') return 'STRING';
  return converted === 'DECIMAL' ? `DECIMAL(${precision}, ${scale})` : (type ?? '');
}

const typesTable = (): string =>
  [
    '| type | csv | json, ndjson | xlsx | parquet | datapackage |',
    '| --- | --- | --- | --- | --- | --- |',
    ...COLUMN_TYPES.map((type) => {
      const cells = [type, ...IN_TEXT[type], parquetType(ELEMENTS[type]), FIELD_TYPES[type]];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');

const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const rowOf = ({ name, type, meaning }: ExportColumn): string => `| \`${name}\` | ${type} | ${meaning} |`;

const section = ({ name, summary, filters, columns }: View): string =>
  [
    `## ${name}`,
    '',
    summary,
    '',
    `Filters: ${list(filters.map((filter) => `--${filter === 'codes' ? 'code' : filter}`))}.`,
    '',
    '| column | type | meaning |',
    '| --- | --- | --- |',
    ...columns().map(rowOf),
  ].join('\n');

const introduction = () => `# Exports

Made by \`npm run docs\` from the schema, the dictionary and the list of headline amounts; do not edit.

\`\`\`sh
duizhang export --db FILE --to ${EXPORT_NAMES.join('|')} [--view ${VIEW_NAMES.join('|')}] [--out PATH] [--force]
\`\`\`

\`--out\` names a file, or a folder for \`datapackage\`. Text forms (\`csv\`, \`json\`, \`ndjson\`) go to the standard output where
no file is named. Files are written beside their final name and renamed when they are whole; what is there already is
replaced only with \`--force\`. Rows flow from the database to the file, so memory does not grow with their number.

| form | what it is |
| --- | --- |
| \`csv\` | UTF-8, comma, the names of the columns first (RFC 4180, lines end with a line feed); absent values are empty |
| \`json\` | one array, an object a row |
| \`ndjson\` | one object a line |
| \`parquet\` | snappy, in row groups; the meaning of the columns is in the metadata of the file |
| \`xlsx\` | Excel; more rows than a sheet holds go on to further sheets, the last sheet explains the columns |
| \`datapackage\` | Data Package (Frictionless): the CSV, and \`datapackage.json\` with types, meanings, size and hash |

## Types

${typesTable()}

Decimals are exact and in plain notation everywhere. Excel keeps numbers as binary floats, so numbers of more than 15
digits are written as text there. A cell of Excel holds 32,767 characters; longer texts are cut, end with … and are
counted on the error stream. Characters that XML cannot hold stand as \`_xHHHH_\` in xlsx, as Excel itself writes them.

## Text that looks like a formula

A spreadsheet runs a cell of a CSV file that begins with \`=\`, \`+\`, \`-\` or \`@\` (their full-width forms too, and behind
blanks) or with a tab or a line break. In \`csv\` and \`datapackage\` such a text gets one single quote (\`'\`) before it, and
so does a text that begins with a single quote already. A number with its sign (\`-1.80\`, \`-37,364.61\`, \`-18.03%\`) is left
alone. To have the text as it was, take one leading quote away wherever there is one:

\`\`\`sql
UPDATE facts SET quote = substr(quote, 2) WHERE quote LIKE '''%';
\`\`\`

In \`xlsx\` all text is stored as text, which never runs; \`json\`, \`ndjson\` and \`parquet\` are unchanged.

## How the wide table chooses

An amount of the wide table is one metric of one fund in one year and phase. All prints of it in all documents of the
entity are held against each other; approximate figures, bounds and parts by function or economic item are not among
them. Prints that name their phase come first; where there are none, the kind of the report says it (a final account
tells what was spent, a budget what was first planned). If these prints agree within their rounding, the most exact one
is given; if not, the amount is left empty, counted in \`conflicts\` and named in \`conflicting\`. A report that does not say
whether it covers the department or the unit alone goes with the others of its entity where all of these are of one scope.`;

/** The page about exports: forms, types, how formulas are kept from running, and every column of every table. */
export function exportPage(): string {
  return `${[introduction(), ...VIEW_NAMES.map((name) => section(VIEWS[name]))].join('\n\n')}\n`;
}
