import { createHash } from 'node:crypto';
import type { ColumnType } from '../dictionary.ts';
import { csv } from './csv.ts';
import type { ExportFile, ExportFormat, ExportTable } from './format.ts';
import type { ViewName } from './names.ts';

/** Types of Table Schema (https://specs.frictionlessdata.io/table-schema/). */
export const FIELD_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  json: 'object',
  decimal: 'number',
  money: 'number',
  integer: 'integer',
  boolean: 'boolean',
};

const DESCRIPTOR = 'datapackage.json';
const dataOf = (table: ViewName): string => `${table}.csv`;

const NEUTRAL =
  'A text that a spreadsheet might take for a formula, or that begins with a single quote, has a single quote put before it: take one leading quote away to have it back.';

/** What is known of a file once it is written. */
interface Measure {
  bytes: number;
  hash: string;
}

function* measured(chunks: Iterable<string>, measure: Measure): Generator<string> {
  const hash = createHash('sha256');
  for (const chunk of chunks) {
    hash.update(chunk);
    measure.bytes += Buffer.byteLength(chunk);
    yield chunk;
  }
  measure.hash = hash.digest('hex');
}

const describe = (table: ExportTable, path: string, { bytes, hash }: Measure) => ({
  profile: 'tabular-data-package',
  name: `duizhang-${table.name}`,
  title: `duizhang: ${table.name}`,
  description: table.summary,
  resources: [
    {
      profile: 'tabular-data-resource',
      name: table.name,
      description: `${table.summary} ${NEUTRAL}`,
      path,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes,
      hash: `sha256:${hash}`,
      dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        fields: table.columns.map(({ name, type, meaning }) => ({
          name,
          type: FIELD_TYPES[type],
          description: meaning,
        })),
        missingValues: [''],
        ...(table.key.length > 0 && { primaryKey: table.key }),
      },
    },
  ],
});

/** The descriptor tells size and hash of the rows, so it comes after them. */
function* files(table: ExportTable): Generator<ExportFile> {
  const path = dataOf(table.name);
  const measure: Measure = { bytes: 0, hash: '' };
  yield { name: path, chunks: measured(csv.encode(table), measure) };
  yield { name: DESCRIPTOR, chunks: descriptor(table, path, measure) };
}

function* descriptor(table: ExportTable, path: string, measure: Measure): Generator<string> {
  yield `${JSON.stringify(describe(table, path, measure), null, 2)}\n`;
}

/** A Data Package (https://specs.frictionlessdata.io/data-package/): CSV with its schema beside it. */
export const datapackage = {
  name: 'datapackage',
  form: 'folder',
  names: (table: ViewName) => [dataOf(table), DESCRIPTOR],
  files,
} as const satisfies ExportFormat;
