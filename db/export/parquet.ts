import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ColumnType } from '../dictionary.ts';
import type { QueryRow } from '../query.ts';
import { type ExportColumn, type Value, valueIn } from './column.ts';
import type { ExportFormat, ExportTable } from './format.ts';

/** A row group is closed at so many rows or characters of text, whichever comes first: it is what lies in memory. */
const MOST_ROWS = 20_000;
const MOST_CHARACTERS = 16 * 1024 * 1024;

const STRING = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
/** How each type is stored. */
export const ELEMENTS: Readonly<Record<ColumnType, Omit<SchemaElement, 'name'>>> = {
  text: STRING,
  json: STRING,
  // Of any scale: rates and counts stand beside money. `value_fen` holds the money among them as a number.
  decimal: STRING,
  integer: { type: 'INT64' },
  money: { type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 18 },
  boolean: { type: 'BOOLEAN' },
};

const schemaOf = (columns: readonly ExportColumn[]): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map(
    ({ name, type }): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...ELEMENTS[type] }),
  ),
];

/** 元 in plain notation as 分: `-12.3` is -1230n. */
function fen(money: string): bigint {
  const [whole = '0', part = ''] = money.split('.');
  return BigInt(`${whole}${part.padEnd(2, '0')}`);
}

type Stored = string | bigint | boolean | null;

function storedOf(value: Value, type: ColumnType): Stored {
  if (typeof value === 'number') return BigInt(value);
  return typeof value === 'string' && type === 'money' ? fen(value) : value;
}

/** Rows turned into columns, one row group after the other. */
function* groups(
  rows: Iterable<QueryRow>,
  columns: readonly ExportColumn[],
): Generator<readonly (readonly Stored[])[]> {
  let group: Stored[][] = columns.map(() => []);
  let count = 0;
  let characters = 0;
  for (const row of rows) {
    for (const [index, column] of columns.entries()) {
      const stored = storedOf(valueIn(row, column), column.type);
      if (typeof stored === 'string') characters += stored.length;
      group[index]?.push(stored);
    }
    count += 1;
    if (count < MOST_ROWS && characters < MOST_CHARACTERS) continue;
    yield group;
    group = columns.map(() => []);
    count = 0;
    characters = 0;
  }
  if (count > 0) yield group;
}

/** What was written since the last time; the writer begins anew behind it. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

function* encode({ columns, rows, summary }: ExportTable): Generator<Uint8Array> {
  const bytes = new ByteWriter();
  const meanings = Object.fromEntries(columns.map(({ name, meaning }) => [name, meaning]));
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns),
    createdBy: 'duizhang',
    kvMetadata: [
      { key: 'description', value: summary },
      { key: 'columns', value: JSON.stringify(meanings) },
    ],
  });
  for (const group of groups(rows, columns)) {
    writer.write({
      columnData: columns.map(({ name }, index) => ({ name, data: [...(group[index] ?? [])] })),
      rowGroupSize: MOST_ROWS,
    });
    yield taken(bytes);
  }
  writer.finish();
  yield taken(bytes);
}

/** Apache Parquet with snappy, in row groups; the meaning of the columns stands in the file's metadata. */
export const parquet = { name: 'parquet', form: 'binary', encode } as const satisfies ExportFormat;
