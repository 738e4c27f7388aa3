import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { z } from 'zod';
import { cellsIn } from '../db/export/example.ts';
import { restore } from '../db/export/neutral.ts';
import { columnName } from '../db/export/sheet.ts';

/** A row whose values are all told as text: what is absent and what is empty is the empty text. */
export type TextRow = Readonly<Record<string, string>>;

const Rows = z.array(z.record(z.string(), z.unknown()));

export const asText = (rows: unknown): readonly TextRow[] =>
  Rows.parse(rows).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])),
  );

const fromCsv = (path: string): readonly TextRow[] =>
  asText(parse(readFileSync(path), { columns: true })).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, text]) => [name, restore(text)])),
  );

const fromLines = (path: string): readonly TextRow[] => {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return asText(lines.filter((line) => line !== '').map((line): unknown => JSON.parse(line)));
};

const fromParquet = async (path: string): Promise<readonly TextRow[]> =>
  asText(await parquetReadObjects({ file: new Uint8Array(readFileSync(path)).buffer }));

const unescaped = (xml: string): string =>
  xml
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/_x([0-9A-F]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function fromWorkbook(path: string): readonly TextRow[] {
  const { 'xl/worksheets/sheet1.xml': sheet = new Uint8Array() } = unzipSync(readFileSync(path));
  const cells = cellsIn(strFromU8(sheet));
  const textAt = (column: number, row: number): string => {
    const cell = cells.get(`${columnName(column)}${row}`) ?? '';
    const text = unescaped(cell.slice(cell.indexOf(' ') + 1));
    return cell.startsWith('b ') ? String(text === '1') : text;
  };
  const columns = Array.from({ length: 1000 }, (_, i) => textAt(i, 1)).filter((name) => name !== '');
  const rows = Math.max(...[...cells.keys()].map((at) => Number(at.replace(/\D/gu, ''))));
  return Array.from({ length: rows - 1 }, (_, i) =>
    Object.fromEntries(columns.map((name, column) => [name, textAt(column, i + 2)])),
  );
}

/** Reads an export back with other code than wrote it, all values told as text. */
export const READERS: Readonly<
  Record<string, (path: string) => readonly TextRow[] | Promise<readonly TextRow[]>>
> = {
  csv: fromCsv,
  json: (path) => asText(JSON.parse(readFileSync(path, 'utf8'))),
  ndjson: fromLines,
  parquet: fromParquet,
  xlsx: fromWorkbook,
};
