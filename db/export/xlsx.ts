import { PassThrough, Readable } from 'node:stream';
import yazl from 'yazl';
import type { QueryRow } from '../query.ts';
import { ROWS_AT_ONCE } from './batches.ts';
import { type ExportColumn, valueIn } from './column.ts';
import type { ExportFormat, ExportTable, Tell } from './format.ts';
import { MOST_ROWS, rowXml, SHEET_END, SHEET_START } from './sheet.ts';
import { sheetPath, workbookParts } from './workbook.ts';

/** The same rows make the same bytes, whenever and wherever they are written. */
const ENTRY = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true } as const;
const TEXT = 'text';

/** Rows of which one can ask whether there are more before taking them. */
class Rows {
  readonly #rows: Iterator<QueryRow>;
  #next: IteratorResult<QueryRow>;

  constructor(rows: Iterable<QueryRow>) {
    this.#rows = rows[Symbol.iterator]();
    this.#next = this.#rows.next();
  }

  get isEmpty(): boolean {
    return this.#next.done === true;
  }

  take(): QueryRow {
    const { value } = this.#next;
    this.#next = this.#rows.next();
    return value;
  }
}

function* sheetOf(rows: Rows, columns: readonly ExportColumn[], most: number, tell: Tell): Generator<string> {
  const onCut = () => tell('text-cut');
  const types = columns.map(({ type }) => type);
  const names = columns.map(({ name }) => name);
  let lines = [
    SHEET_START,
    rowXml(
      1,
      names,
      names.map(() => TEXT),
      onCut,
    ),
  ];
  for (let number = 2; number <= most && !rows.isEmpty; number++) {
    const row = rows.take();
    lines.push(
      rowXml(
        number,
        columns.map((column) => valueIn(row, column)),
        types,
        onCut,
      ),
    );
    if (lines.length < ROWS_AT_ONCE) continue;
    yield lines.join('');
    lines = [];
  }
  yield `${lines.join('')}${SHEET_END}`;
}

const CODEBOOK: readonly ExportColumn[] = ['column', 'type', 'meaning'].map((name) => ({
  name,
  type: TEXT,
  meaning: '',
}));

const codebookOf = (columns: readonly ExportColumn[], tell: Tell): string => {
  const rows = columns.map(({ name, type, meaning }): QueryRow => ({ column: name, type, meaning }));
  return [...sheetOf(new Rows(rows), CODEBOOK, MOST_ROWS, tell)].join('');
};

/**
 * An Excel workbook: the rows on one sheet or, where they are more than a sheet holds, on several, and the meaning of
 * the columns on the last one.
 * @param most rows of a sheet with the head
 */
export async function* workbook(
  table: ExportTable,
  tell: Tell,
  most = MOST_ROWS,
): AsyncGenerator<Uint8Array> {
  const { columns, name } = table;
  const rows = new Rows(table.rows);
  const zip = new yazl.ZipFile();
  const out = new PassThrough();
  const fail = (error: Error) => out.destroy(error);
  const names: string[] = [];

  const close = () => {
    names.push('columns');
    zip.addBuffer(Buffer.from(codebookOf(columns, tell)), sheetPath(names.length), ENTRY);
    for (const [path, xml] of Object.entries(workbookParts(names)))
      zip.addBuffer(Buffer.from(xml), path, ENTRY);
    zip.end();
  };
  const addSheet = () => {
    names.push(names.length === 0 ? name : `${name} ${names.length + 1}`);
    const stream = Readable.from(sheetOf(rows, columns, most, tell), { objectMode: false });
    stream.on('error', fail).on('end', () => (rows.isEmpty ? close() : addSheet()));
    zip.addReadStreamLazy(sheetPath(names.length), ENTRY, (opened) => opened(null, stream));
  };
  zip.on('error', fail);
  zip.outputStream.pipe(out);
  addSheet();
  yield* out;
}

export const xlsx = {
  name: 'xlsx',
  form: 'binary',
  encode: (table: ExportTable, tell: Tell) => workbook(table, tell),
} as const satisfies ExportFormat;
