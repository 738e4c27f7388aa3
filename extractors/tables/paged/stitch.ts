import type { Cell, Table } from '../../../model/layout.ts';
import { type Alignment, alignColumns, inColumns } from './columns.ts';
import { Growing, textKey } from './growing.ts';
import { headerRowsOf, isAmount } from './header.ts';
import type { Sheet } from './sheet.ts';
import type { Surroundings } from './surroundings.ts';
import { bare, withoutContinuation } from './words.ts';

/** Forms have at least this many column edges. */
const MIN_FORM = 6;
/** Pieces of a table stand less than this (points) apart, less than a line of text; those of a performance form less than two. */
const ADJOINING = 8;
const ADJOINING_FORM = 20;
/** Forms drawn in pieces, each with columns of its own, under one title. */
const FORM_TITLE = /绩效|自评|申报表/u;
/** Outer edges that differ by at most this many points are the same. */
const SAME_EDGE = 2;

/** A table on one page with what stands about it. */
export interface Piece {
  readonly sheet: Sheet;
  readonly about: Surroundings;
}

/** A table with its pieces, its rows under one header. */
export interface Chain {
  readonly pieces: readonly Piece[];
  readonly xs: readonly number[];
  readonly headerRows: number;
  readonly rows: number;
  readonly cells: readonly Cell[];
}

/** A table in the making. */
interface Open {
  readonly pieces: Piece[];
  readonly whole: Growing;
  xs: readonly number[];
}

/** Joins pieces (in reading order) that go on over page breaks. Empty columns stay, repeated headers are dropped. */
export function stitched(pieces: readonly Piece[]): readonly Chain[] {
  const open: Open[] = [];
  for (const piece of pieces) {
    const last = open.at(-1);
    if (last === undefined || !goesOn(last, piece)) open.push(openedBy(withTitleAbove(piece, last)));
  }
  return open.map(({ pieces: joined, whole, xs }) => ({
    pieces: joined,
    xs,
    headerRows: whole.headerRows,
    rows: whole.rows,
    cells: whole.cells(),
  }));
}

/** The title and the unit of the piece above, where a form is drawn in several that adjoin. */
function withTitleAbove(piece: Piece, last: Open | undefined): Piece {
  const { sheet, about } = piece;
  const above = last?.pieces.at(-1);
  const first = last?.pieces[0]?.about;
  if (above === undefined || first === undefined || about.title !== null) return piece;
  if (!adjoins(above, piece, FORM_TITLE.test(first.title?.text ?? ''))) return piece;
  const unitLines = about.unitLines.length > 0 ? about.unitLines : first.unitLines;
  return { sheet, about: { ...about, title: first.title, unitLines } };
}

/** Whether the piece follows the one above with nothing between them and the same outer edges; those of forms over pages too. */
function adjoins(above: Piece, piece: Piece, ofForm: boolean): boolean {
  const [ax0, , ax1, ay1] = above.sheet.box;
  const [x0, y0, x1] = piece.sheet.box;
  if (Math.max(Math.abs(x0 - ax0), Math.abs(x1 - ax1)) > SAME_EDGE) return false;
  const gap = y0 - ay1;
  if (above.sheet.page === piece.sheet.page)
    return gap > -SAME_EDGE && gap < (ofForm ? ADJOINING_FORM : ADJOINING);
  const follows = above.sheet.page + 1 === piece.sheet.page && above.about.closesPage;
  return ofForm && follows && piece.about.opensPage;
}

function openedBy(piece: Piece): Open {
  const { cells, rows, grid } = piece.sheet;
  return { pieces: [piece], xs: grid.xs, whole: new Growing({ cells, rows }, headerRowsOf(cells, rows)) };
}

/** Joins the piece to the end of the chain, unless it begins another table. */
function goesOn(chain: Open, piece: Piece): boolean {
  const { whole } = chain;
  const before = chain.pieces.at(-1);
  if (before === undefined || piece.sheet.page !== before.sheet.page + 1) return false;
  if (!piece.about.opensPage) return false;
  const { grid } = piece.sheet;
  const columns = alignColumns(chain.xs, grid.xs, grid.soft === true || before.sheet.grid.soft === true);
  if (columns === null || !isBlankBeside(whole, columns)) return false;
  const cells = piece.sheet.cells.map((cell) => inColumns(cell, columns.part));
  const repeated = repeatedHeader(whole, cells);
  const isSame = repeated > 0 || piece.about.marked;
  if (!before.about.closesPage && !(isSame && before.about.notesBelow)) return false;
  if (!titlesAgree(chain, piece, repeated > 0)) return false;
  if (!isSame && opensWithHeader(whole, columns, cells) && !isForm(whole, columns, piece)) return false;
  whole.widen(columns.whole);
  whole.append(
    {
      cells: [...cells, ...missing(piece.sheet, columns, repeated)]
        .filter((cell) => cell.row >= repeated)
        .map((cell) => ({ ...cell, row: cell.row - repeated })),
      rows: piece.sheet.rows - repeated,
    },
    ({ place }) => before.sheet.full.has(place),
  );
  chain.xs = columns.xs;
  chain.pieces.push(piece);
  return true;
}

/** Columns of the table as the alignment counts them. */
const counted = (columns: readonly number[], { whole }: Alignment): ReadonlySet<number> =>
  new Set(columns.map((column) => whole[column] ?? column));

/** Whether the outer columns that the page does not show are ones of merged cells. */
function isBlankBeside(table: Growing, alignment: Alignment): boolean {
  const { xs, part } = alignment;
  const merged = counted(table.merged, alignment);
  return xs.slice(1).every((_, column) => {
    const shown = column >= (part[0] ?? 0) && column < (part.at(-1) ?? 0);
    return shown || merged.has(column);
  });
}

/** Blank cells for the outer columns of the whole table that a page does not show, from the row `from` on. */
function missing({ page, box, rows }: Sheet, { xs, part }: Alignment, from: number): readonly Cell[] {
  const columns = [
    ...Array.from({ length: part[0] ?? 0 }, (_, column) => column),
    ...Array.from({ length: xs.length - 1 - (part.at(-1) ?? 0) }, (_, i) => (part.at(-1) ?? 0) + i),
  ];
  return columns.map((column) => ({
    row: from,
    column,
    rowSpan: rows - from,
    columnSpan: 1,
    text: '',
    place: { page, box },
  }));
}

/** Rows that close a table. */
const CLOSING = /^(?:合计|总计|总分|总得分)/;

/**
 * Whether the piece goes on with a drawn form: the same edges, no sum above, and not the form's first row again. Forms
 * have heads anywhere.
 */
function isForm(table: Growing, { whole, part }: Alignment, piece: Piece): boolean {
  const { sheet } = piece;
  if (sheet.grid.soft === true || Math.min(whole.length, part.length) < MIN_FORM) return false;
  const first = (cells: readonly Cell[]): string =>
    cells
      .filter((cell) => cell.row === 0)
      .map((cell) => bare(cell.text))
      .join('|');
  const closing = table.lastRow.some((cell) => CLOSING.test(bare(cell.text)));
  const starts = first(table.firstRow);
  return (
    !closing && first(sheet.cells) !== starts && !starts.startsWith(bare(sheet.cells[0]?.text ?? '') || '|')
  );
}

/** No title, or the same one again above the same header. */
function titlesAgree(chain: Open, piece: Piece, headerRepeats: boolean): boolean {
  const { title, marked } = piece.about;
  if (title === null || marked) return true;
  const first = chain.pieces[0]?.about.title;
  return (
    headerRepeats && first != null && withoutContinuation(first.text) === withoutContinuation(title.text)
  );
}

/** How many rows at the top of the part repeat the chain's header: as many as hold all its texts, or none. */
function repeatedHeader({ headerKey: header, headerRows }: Growing, cells: readonly Cell[]): number {
  if (header === '') return 0;
  for (let rows = headerRows + 1; rows > 0; rows -= 1) {
    const crosses = cells.some((cell) => cell.row < rows && cell.row + cell.rowSpan > rows);
    if (!crosses && textKey(cells, rows) === header) return rows;
  }
  return 0;
}

/** Whether the first row of the part has words, and no figure, where the chain has figures. */
function opensWithHeader(table: Growing, alignment: Alignment, cells: readonly Cell[]): boolean {
  const figures = counted(table.bodyFigures, alignment);
  const first = cells.filter((cell) => cell.row === 0);
  return (
    !first.some((cell) => isAmount(cell.text)) &&
    first.some((cell) => figures.has(cell.column) && /\p{Script=Han}{2}/u.test(cell.text))
  );
}

/** The finished table; `id` is unique in its document. */
export function tableOf(chain: Chain, id: string): Table {
  const about = chain.pieces.map((piece) => piece.about);
  return {
    id,
    title: about[0]?.title ?? null,
    caption: about.findLast((a) => a.caption !== null)?.caption ?? null,
    unitLines: about.flatMap((a) => a.unitLines),
    headerRows: chain.headerRows,
    rows: chain.rows,
    columns: chain.xs.length - 1,
    cells: chain.cells,
    parts: chain.pieces.map(({ sheet: { page, box, cells } }) => ({ page, box, cells })),
  };
}
