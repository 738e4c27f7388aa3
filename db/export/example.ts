import type { QueryRow } from '../query.ts';
import type { ExportColumn } from './column.ts';
import type { Chunks, ExportTable } from './format.ts';

/** Columns of every type, for the tests of the formats. */
const COLUMNS: readonly ExportColumn[] = [
  { name: 'id', type: 'integer', meaning: 'number of the row' },
  { name: 'label', type: 'text', meaning: 'what it is' },
  { name: 'value', type: 'decimal', meaning: 'how much' },
  { name: 'amount', type: 'money', meaning: 'how much in 元' },
  { name: 'approximate', type: 'boolean', meaning: 'about' },
  { name: 'place', type: 'json', meaning: 'where' },
];

const place = '{"line":3,"column":5}';

/** Rows with what formats trip over: formulas, quotes, line ends, control characters, long numbers, nothing at all. */
export const EXAMPLE: readonly QueryRow[] = [
  { id: 1, label: '合计', value: '-1.80', amount: '-12.3', approximate: 0, place },
  { id: 2, label: '=HYPERLINK("x")', value: '0', amount: '0', approximate: 1, place },
  { id: 3, label: 'a "b",\r\nc\rd <&>', value: null, amount: '55287751.16', approximate: null, place },
  { id: 4, label: '', value: '123456789012345678.5', amount: null, approximate: 0, place },
  { id: 5, label: "'\u0007_x0041_\ud800", value: '100', amount: '-0.05', approximate: 1, place },
  { id: 9007199254740991, label: null, value: null, amount: '9007199254740.99', approximate: 0, place },
];

export const exampleTable = (rows: Iterable<QueryRow> = EXAMPLE): ExportTable => ({
  name: 'facts',
  summary: 'An example.',
  columns: COLUMNS,
  key: ['id'],
  rows,
});

/** All chunks as one run of bytes. */
export async function bytesOf(chunks: Chunks): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}

/** The cells of a sheet by their address: their type (`n` for numbers) and what is written, XML still escaped. */
export function cellsIn(xml: string): ReadonlyMap<string, string> {
  const cells = xml.matchAll(
    /<c r="([A-Z]+\d+)"(?: t="(\w+)")?>(?:<is><t[^>]*>)?(?:<v>)?([^<]*)(?:<\/v>|<\/t><\/is>)<\/c>/gu,
  );
  return new Map([...cells].map(([, at = '', type = 'n', text = '']) => [at, `${type} ${text}`]));
}
