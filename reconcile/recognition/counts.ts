import type { Cell, Table } from '../../model/layout.ts';
import type { CellRepair } from './repairs.ts';

/** Columns are numbered in one of the first rows. */
const LAST_ROW = 6;
/** Fewer numbers do not count. */
const FEWEST = 3;
/** So many of the numbers of a count are read right. */
const RIGHT = 0.6;
const NAMES = { rows: '行次', columns: '栏次' } as const;

const bare = ({ text }: Cell): string => text.normalize('NFKC').replace(/\s+/gu, '');
/** 行次 or 栏次 as engines read them: 行避次, 次. */
const isName = (text: string): boolean =>
  /^\P{L}*[行栏]?\p{L}?次\P{L}*$/u.test(text) && !/[人批]次/u.test(text);
const isSure = ({ how }: Cell): boolean => how === undefined || how === 'text' || how === 'voted';

/**
 * What recognized cells must say where a table numbers its columns (栏次 1 2 3 …) or its rows (行次): the count goes on by
 * one, so a number that was misread is known, and so is the head of the count. Read as amounts they would contradict
 * everything.
 */
export const repairsOfCounts = (tables: readonly Table[]): readonly CellRepair[] =>
  tables.flatMap((table) => {
    const isRead = table.cells.some(({ how }) => how !== undefined && how !== 'text');
    return isRead ? [...numberedColumns(table), ...numberedRows(table)] : [];
  });

function numberedColumns(table: Table): readonly CellRepair[] {
  const rows = [...Map.groupBy(table.cells, ({ row }) => row)].filter(([row]) => row <= LAST_ROW);
  for (const [, cells] of rows) {
    const filled = cells.filter((cell) => bare(cell) !== '').toSorted((a, b) => a.column - b.column);
    const numbers = filled.filter((cell) => !isName(bare(cell)));
    for (const from of [0, 1]) {
      const count = numbers.slice(from);
      const head = from === 0 ? null : numbers[0];
      if (!isCount(count) || (head !== null && (head === undefined || isSure(head)))) continue;
      const named = head === null ? [] : [repairOf(table, head, NAMES.columns)];
      return [...named, ...count.flatMap((cell, index) => corrected(table, cell, index + 1))];
    }
  }
  return [];
}

/** Whether cells say 1, 2, 3 … but for some that are not sure of what they say. */
function isCount(cells: readonly Cell[]): boolean {
  const isRight = (cell: Cell, index: number): boolean => bare(cell) === String(index + 1);
  const right = cells.filter(isRight).length;
  const others = cells.filter((cell, index) => !isRight(cell, index));
  return (
    right >= FEWEST &&
    right >= RIGHT * cells.length &&
    others.every((cell) => bare(cell).length <= 3 && !(isSure(cell) && /^\d+$/u.test(bare(cell))))
  );
}

/** Heads of columns that count their rows, printed again on later pages too, where they were misread. */
function numberedRows(table: Table): readonly CellRepair[] {
  const columns = [...Map.groupBy(table.cells, ({ column }) => column).values()];
  return columns.flatMap((unsorted) => {
    const cells = unsorted.toSorted((a, b) => a.row - b.row);
    const heads = cells.filter((cell) => isName(bare(cell)));
    const named = heads.filter((head, index) => {
      const end = heads[index + 1]?.row ?? Number.POSITIVE_INFINITY;
      return countsOn(cells.filter(({ row }) => row > head.row && row < end));
    });
    return named.flatMap((head) => (bare(head) === NAMES.rows ? [] : [repairOf(table, head, NAMES.rows)]));
  });
}

function countsOn(cells: readonly Cell[]): boolean {
  const numbers = cells.flatMap((cell) => (/^\d{1,3}$/u.test(bare(cell)) ? [Number(bare(cell))] : []));
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
  const counts = steps.filter((step) => step === 1).length;
  return counts >= FEWEST && counts >= RIGHT * steps.length;
}

const repairOf = ({ id }: Table, { row, column }: Cell, text: string): CellRepair => ({
  table: id,
  row,
  column,
  text,
});

const corrected = (table: Table, cell: Cell, number: number): readonly CellRepair[] =>
  bare(cell) === String(number) ? [] : [repairOf(table, cell, String(number))];
