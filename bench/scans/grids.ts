import type { CellReport, Report } from '../../model/report.ts';

/** How the figures of tables were read from pictures. */
export interface CellTally {
  readonly cells: number;
  /** With its digits, sign, point and % where it belongs. */
  readonly exact: number;
  /** Of these those of which it is said that nothing vouches for them. */
  readonly unproved: number;
  /** Another well-formed figure, and nothing says so: the worst kind. */
  readonly silent: number;
  /** Another figure or no figure, and that is said or can be seen. */
  readonly doubted: number;
  readonly missing: number;
}

export const NO_CELLS: CellTally = { cells: 0, exact: 0, unproved: 0, silent: 0, doubted: 0, missing: 0 };

export const added = (a: CellTally, b: CellTally): CellTally => ({
  cells: a.cells + b.cells,
  exact: a.exact + b.exact,
  unproved: a.unproved + b.unproved,
  silent: a.silent + b.silent,
  doubted: a.doubted + b.doubted,
  missing: a.missing + b.missing,
});

/** A cell that a truth says should be there. */
export interface TrueCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A wrong cell: what should be read there and what was. */
export interface Miss {
  readonly wanted: TrueCell;
  readonly read: CellReport | null;
}

type Grid = ReadonlyMap<string, CellReport>;

const bare = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/gu, '').replace(/[−–—]/gu, '-').replace(/[△▲]/gu, '-');

/** A cell's text as a figure without the marks of grouping, brackets as a minus; `null` where it is none. */
export function plainFigure(text: string): string | null {
  const plain = bare(text)
    .replaceAll(',', '')
    .replace(/^\((.*)\)$/u, '-$1');
  return /^-?\d+(?:\.\d+)?%?$/u.test(plain) ? plain : null;
}

/** Rows and columns that a table has too many or too few at its beginning. */
const DOWN = [0, -1, 1, -2, 2, -3, 3] as const;
const RIGHT = [0, -1, 1] as const;

const firstRow = (cells: readonly { readonly row: number }[]): number =>
  Math.min(...cells.map(({ row }) => row));

/** Of some tables the one that agrees best with the truth, moved by as many rows and columns as fit best. */
function bestGrid(truth: readonly TrueCell[], tables: readonly (readonly CellReport[])[]): Grid {
  const top = firstRow(truth);
  let best: { readonly grid: Grid; readonly score: number } = { grid: new Map(), score: -1 };
  for (const cells of tables)
    for (const down of DOWN)
      for (const right of RIGHT) {
        const grid = gridOf(cells, top - firstRow(cells) + down, right);
        const score = truth.filter(
          (cell) => bare(grid.get(keyOf(cell))?.text ?? '') === bare(cell.text),
        ).length;
        if (score > best.score) best = { grid, score };
      }
  return best.grid;
}

const keyOf = ({ row, column }: { readonly row: number; readonly column: number }): string =>
  `${row},${column}`;

const gridOf = (cells: readonly CellReport[], down: number, right: number): Grid =>
  new Map(cells.map((cell) => [keyOf({ row: cell.row + down, column: cell.column + right }), cell]));

/**
 * How the figures of a table, or of what stands of it on one page, were read: by the table of ours that fits best.
 * @param onMiss is told every figure that is not exact
 */
export function tallyOf(
  truth: readonly TrueCell[],
  tables: readonly (readonly CellReport[])[],
  onMiss: (miss: Miss) => void = () => undefined,
): CellTally {
  const grid = bestGrid(truth, tables);
  return truth.reduce((tally, cell) => {
    const want = plainFigure(cell.text);
    if (want === null) return tally;
    const read = grid.get(keyOf(cell)) ?? null;
    const kind = judged(want, read);
    if (kind !== 'exact') onMiss({ wanted: cell, read });
    const unproved = kind === 'exact' && read?.how === 'unproved' ? 1 : 0;
    return added(tally, { ...NO_CELLS, cells: 1, unproved, [kind]: 1 });
  }, NO_CELLS);
}

function judged(want: string, read: CellReport | null): 'exact' | 'silent' | 'doubted' | 'missing' {
  if (read === null || bare(read.text) === '') return 'missing';
  const figure = plainFigure(read.text);
  if (figure === want) return 'exact';
  return figure !== null && read.how !== 'unproved' ? 'silent' : 'doubted';
}

/** The cells of every table of a report, by the page that they stand on. */
export function cellsByPage({ tables }: Report): ReadonlyMap<number, readonly (readonly CellReport[])[]> {
  const found = tables.flatMap(({ cells }) => [
    ...Map.groupBy(cells, ({ place }) => ('page' in place ? place.page : 0)),
  ]);
  return new Map(
    [...Map.groupBy(found, ([page]) => page)].map(([page, all]) => [page, all.map(([, cells]) => cells)]),
  );
}
