import { stringify } from 'csv-stringify/sync';
import { batches, ROWS_AT_ONCE } from './batches.ts';
import { type Value, valueIn } from './column.ts';
import type { ExportFormat, ExportTable } from './format.ts';
import { neutralise } from './neutral.ts';

const OPTIONS = {
  record_delimiter: '\n',
  // The library quotes line feeds only, but readers end a line at a bare carriage return too.
  quoted_match: /\r/u,
  cast: { boolean: (value: boolean) => String(value) },
};

/** Lines of CSV (RFC 4180, but with a bare line feed); text that a spreadsheet might run is made harmless. */
export const csvLines = (rows: readonly (readonly Value[])[]): string =>
  stringify(
    rows.map((row) => row.map((value) => (typeof value === 'string' ? neutralise(value) : value))),
    OPTIONS,
  );

function* encode({ columns, rows }: ExportTable): Generator<string> {
  yield csvLines([columns.map(({ name }) => name)]);
  for (const batch of batches(rows, ROWS_AT_ONCE))
    yield csvLines(batch.map((row) => columns.map((column) => valueIn(row, column))));
}

/** Comma-separated values in UTF-8, the names of the columns first. */
export const csv = { name: 'csv', form: 'text', encode } as const satisfies ExportFormat;
