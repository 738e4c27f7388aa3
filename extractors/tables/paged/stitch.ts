import type { Cell, Table } from '../../../model/layout.ts';
import { inColumns, matchColumns } from './columns.ts';
import { headerRowsOf, isAmount } from './header.ts';
import type { Sheet } from './sheet.ts';
import type { Surroundings } from './surroundings.ts';
import { bare, withoutContinuation } from './words.ts';

/** A table on one page with what stands about it. */
export interface Piece {
  readonly sheet: Sheet;
  readonly about: Surroundings;
}

/** A table in the making: its pieces so far, its rows under one header. */
export interface Chain {
  readonly pieces: readonly Piece[];
  readonly xs: readonly number[];
  readonly headerRows: number;
  readonly rows: number;
  readonly cells: readonly Cell[];
}

/** Joins pieces (in reading order) that go on over page breaks. Empty columns stay, repeated headers are dropped. */
export function stitched(pieces: readonly Piece[]): readonly Chain[] {
  const chains: Chain[] = [];
  for (const piece of pieces) {
    const last = chains.at(-1);
    const longer = last === undefined ? null : continued(last, piece);
    if (longer === null) chains.push(chainOf(piece));
    else chains[chains.length - 1] = longer;
  }
  return chains;
}

function chainOf(piece: Piece): Chain {
  const { cells, rows, grid } = piece.sheet;
  return { pieces: [piece], xs: grid.xs, headerRows: headerRowsOf(cells, rows), rows, cells };
}

/** The chain with the piece joined to its end, or `null` where the piece begins another table. */
export function continued(chain: Chain, piece: Piece): Chain | null {
  const before = chain.pieces.at(-1);
  if (before === undefined || piece.sheet.page !== before.sheet.page + 1) return null;
  if (!before.about.closesPage || !piece.about.opensPage) return null;
  const matched = matchColumns(chain.xs, piece.sheet.grid.xs);
  const reverse = matched === null ? matchColumns(piece.sheet.grid.xs, chain.xs) : null;
  if (matched === null && reverse === null) return null;
  const whole =
    reverse === null
      ? chain
      : { ...chain, xs: piece.sheet.grid.xs, cells: chain.cells.map((cell) => inColumns(cell, reverse)) };
  const cells =
    matched === null ? piece.sheet.cells : piece.sheet.cells.map((cell) => inColumns(cell, matched));
  const repeated = repeatedHeader(whole, cells);
  if (!titlesAgree(chain, piece, repeated > 0)) return null;
  if (repeated === 0 && !piece.about.marked && opensWithHeader(whole, cells)) return null;
  const shift = whole.rows - repeated;
  return {
    ...whole,
    pieces: [...chain.pieces, piece],
    rows: shift + piece.sheet.rows,
    cells: [
      ...whole.cells,
      ...cells.filter((cell) => cell.row >= repeated).map((cell) => ({ ...cell, row: cell.row + shift })),
    ],
  };
}

/** No title, or the same one again above the same header. */
function titlesAgree(chain: Chain, piece: Piece, headerRepeats: boolean): boolean {
  const { title, marked } = piece.about;
  if (title === null || marked) return true;
  const first = chain.pieces[0]?.about.title;
  return (
    headerRepeats && first != null && withoutContinuation(first.text) === withoutContinuation(title.text)
  );
}

const textKey = (cells: readonly Cell[], rows: number): string =>
  cells
    .filter((cell) => cell.row < rows && cell.text !== '')
    .map((cell) => `${cell.row},${cell.column}:${bare(cell.text)}`)
    .toSorted()
    .join('|');

/** How many rows at the top of the part repeat the chain's header: all of them or none. */
function repeatedHeader(chain: Chain, cells: readonly Cell[]): number {
  const { headerRows } = chain;
  if (headerRows === 0 || cells.some((cell) => cell.row < headerRows && cell.row + cell.rowSpan > headerRows))
    return 0;
  const header = textKey(chain.cells, headerRows);
  return header !== '' && header === textKey(cells, headerRows) ? headerRows : 0;
}

/** Whether the first row of the part has words, and no figure, where the chain has figures. */
function opensWithHeader(chain: Chain, cells: readonly Cell[]): boolean {
  const figures = new Set(
    chain.cells
      .filter((cell) => cell.row >= chain.headerRows && isAmount(cell.text))
      .map((cell) => cell.column),
  );
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
