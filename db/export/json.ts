import { batches, ROWS_AT_ONCE } from './batches.ts';
import { type Value, valueIn } from './column.ts';
import type { ExportFormat, ExportTable } from './format.ts';

/** Rows as objects, decimals as strings as everywhere in the JSON of this program. */
function* objects({ columns, rows }: ExportTable): Generator<readonly string[]> {
  for (const batch of batches(rows, ROWS_AT_ONCE))
    yield batch.map((row) =>
      JSON.stringify(
        Object.fromEntries(columns.map((column): [string, Value] => [column.name, valueIn(row, column)])),
      ),
    );
}

function* array(table: ExportTable): Generator<string> {
  let before = '[\n';
  for (const lines of objects(table)) {
    yield `${before}${lines.join(',\n')}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function* lines(table: ExportTable): Generator<string> {
  for (const batch of objects(table)) yield `${batch.join('\n')}\n`;
}

/** One array, a row a line. */
export const json = { name: 'json', form: 'text', encode: array } as const satisfies ExportFormat;

/** One object a line. */
export const ndjson = { name: 'ndjson', form: 'text', encode: lines } as const satisfies ExportFormat;
