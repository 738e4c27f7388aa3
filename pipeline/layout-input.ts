import { z } from 'zod';
import type { Paragraph, Segment, Table, TableLine } from '../model/layout.ts';
import { type Cell, Cell as CellSchema, type Layout, LinePart, PagePart } from '../model/layout.ts';
import { comparePlaces, Place } from '../model/place.ts';
import { SourceInfo } from '../model/source.ts';
import { fail, ok, Reason, type Result, Status } from '../model/status.ts';

const MOST_ROWS = 100_000;
const MOST_COLUMNS = 1_000;

const CellInput = z.object({
  row: z.number().int().min(0).max(MOST_ROWS),
  column: z.number().int().min(0).max(MOST_COLUMNS),
  text: z.string(),
  rowSpan: z.number().int().min(1).max(MOST_ROWS).optional(),
  columnSpan: z.number().int().min(1).max(MOST_COLUMNS).optional(),
  place: Place.optional(),
});

const TableInput = z.object({
  id: z.string().optional(),
  title: z.string().nullish(),
  caption: z.object({ text: z.string(), place: Place }).optional(),
  unit: z.string().nullish(),
  headerRows: z.number().int().min(0).optional(),
  cells: z.array(CellInput),
  parts: z.array(z.union([PagePart, LinePart])).optional(),
});
type TableInput = z.infer<typeof TableInput>;

const ParagraphInput = z.object({ text: z.string(), place: Place.optional() });

/** What `check --from layout` needs of a document; `extract` prints all of it and more. */
export const LayoutInput = z.object({
  source: z.object({
    name: z.string(),
    sha256: SourceInfo.unwrap().shape.sha256.optional(),
    mediaType: z.string().optional(),
    pages: z.number().int().min(0).optional(),
  }),
  status: Status.optional(),
  reasons: z.array(Reason).optional(),
  tables: z.array(TableInput),
  paragraphs: z.array(ParagraphInput).optional(),
});
export type LayoutInput = z.infer<typeof LayoutInput>;

/** "A", "B" … "Z", "AA": the letters that spreadsheets give their columns. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** Without a printed place, a cell stands at its address in the grid. */
const gridPlace = (table: string, row: number, column: number): Place => ({
  sheet: table,
  cell: `${columnLetters(column)}${row + 1}`,
});

const FIGURE = /^[-−(（]?\s*\d[\d,，]*(?:\.\s?\d+)?\s*[%％)）]?$/u;

/** Rows before the first one that has a figure beyond its first column. */
function guessedHeaderRows(cells: readonly Cell[]): number {
  const rows = cells
    .filter((cell) => cell.column > 0 && FIGURE.test(cell.text.trim()))
    .map((cell) => cell.row);
  return rows.length === 0 ? 0 : Math.min(...rows);
}

function tableOf(input: TableInput, index: number): Table {
  const id = input.id ?? `t${index + 1}`;
  const cells = input.cells.map(
    (cell): Cell =>
      CellSchema.parse({ rowSpan: 1, columnSpan: 1, place: gridPlace(id, cell.row, cell.column), ...cell }),
  );
  const place = cells[0]?.place ?? gridPlace(id, 0, 0);
  const line = (text: string): TableLine => ({ text, place });
  const extent = (ends: readonly number[]) => ends.reduce((most, end) => Math.max(most, end), 0);
  return {
    id,
    title: input.title ? line(input.title) : null,
    caption: input.caption ?? null,
    unitLines: input.unit ? [line(`单位：${input.unit}`)] : [],
    headerRows: input.headerRows ?? guessedHeaderRows(cells),
    rows: extent(cells.map((cell) => cell.row + cell.rowSpan)),
    columns: extent(cells.map((cell) => cell.column + cell.columnSpan)),
    cells,
    parts: input.parts ?? [],
  };
}

function segmentOf(text: string, place: Place | undefined, index: number): Segment {
  const { length } = text;
  if (place === undefined || 'sheet' in place) return { start: 0, length, line: index + 1, column: 1 };
  if ('line' in place) return { start: 0, length, line: place.line, column: place.column };
  const [x0, top, x1, bottom] = place.box;
  const step = (x1 - x0) / Math.max(1, length);
  const edges = Array.from({ length: length + 1 }, (_, i) => x0 + i * step);
  return { start: 0, length, page: place.page, top, bottom, edges };
}

const comparable = (a: Place, b: Place): boolean =>
  ('line' in a && 'line' in b) || ('page' in a && 'page' in b);

/** The table that a paragraph stands directly before, known only where both have a printed place. */
function tableAfter(place: Place | undefined, tables: readonly Table[]): string | null {
  if (place === undefined) return null;
  const after = tables.find((table) => {
    const first = table.cells[0]?.place;
    return first !== undefined && comparable(place, first) && comparePlaces(place, first) < 0;
  });
  return after?.id ?? null;
}

function layoutOf(input: LayoutInput): Layout {
  const { name, sha256 = '', mediaType = 'application/json', pages = 0 } = input.source;
  const tables = input.tables.map(tableOf);
  const paragraphs = (input.paragraphs ?? []).map(
    ({ text, place }, index): Paragraph => ({
      text,
      segments: [segmentOf(text, place, index)],
      before: tableAfter(place, tables),
    }),
  );
  return {
    source: { name, sha256, mediaType, pages },
    status: input.status ?? 'ok',
    reasons: input.reasons ?? [],
    tables,
    paragraphs,
  };
}

function whereOf(issue: z.core.$ZodIssue | undefined): string {
  const path = (issue?.path ?? []).map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return path.join('').replace(/^\./u, '') || 'the document';
}

/** One document's layout from parsed JSON, or where the JSON is not what is asked for. */
export function layoutFrom(value: unknown): Result<Layout> {
  const parsed = LayoutInput.safeParse(value);
  if (parsed.success) return ok(layoutOf(parsed.data));
  const [issue] = parsed.error.issues;
  return fail(
    'invalid-layout',
    `the layout is not valid at ${whereOf(issue)}: ${issue?.message ?? 'unknown'}`,
  );
}

/** The layouts in a JSON text: one object, or an array of them (as `extract` prints several documents). */
export function layoutsFrom(text: string): readonly Result<Layout>[] {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    return Array.isArray(value) ? value.map(layoutFrom) : [layoutFrom(value)];
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [fail('invalid-layout', `the file is not JSON: ${detail}`)];
  }
}
