import type { Cell } from '../../../model/layout.ts';
import type { ColumnReading, Reading, TableReading } from '../../../model/reading.ts';
import { cellsOfRow, textOf } from '../../../normalizers/table/grid.ts';
import type { Remark } from '../../rule.ts';

/** How many digits a code has in a column of its own: 类 201, 款 05, 项 07. */
const DIGITS: Readonly<Record<string, number>> = { 类: 3, 款: 2, 项: 2 };
/** So many whole codes show that the column does not drop its zeros throughout. */
const FEWEST_WHOLE = 3;
const CODE = /^\d{1,3}$/u;

interface Printed {
  readonly cell: Cell;
  readonly text: string;
}

function codesIn(table: TableReading, column: ColumnReading): readonly Printed[] {
  const cells = table.rows.flatMap(({ index }): readonly Printed[] => {
    const cell = index < table.table.headerRows ? null : (table.grid[index]?.[column.index] ?? null);
    const text = cell === null ? '' : textOf(cell);
    return cell === null || !CODE.test(text) ? [] : [{ cell, text }];
  });
  // A code that spans the rows of its items is one print.
  return cells.filter(({ cell }, i) => cell !== cells[i - 1]?.cell);
}

function shortIn(table: TableReading, column: ColumnReading): readonly Remark[] {
  const level = column.path.at(-1) ?? '';
  const digits = DIGITS[level];
  if (digits === undefined || column.role !== 'code') return [];
  const [codes, whole] = [
    codesIn(table, column),
    codesIn(table, column).filter(({ text }) => text.length === digits),
  ];
  const short = codes.filter(({ text }) => text.length < digits);
  const [first] = short;
  if (first === undefined || whole.length < FEWEST_WHOLE || whole.length <= short.length) return [];
  return [
    {
      rule: 'R-70-05',
      severity: 'warning',
      place: first.cell.place,
      quote: cellsOfRow(table.grid, first.cell.row).map(textOf).filter(Boolean).slice(0, 4).join(' '),
      template: 'code-digits',
      parameters: {
        level,
        codes: short.map(({ text }) => text).join('、'),
        digits: String(digits),
      },
      subject: `${table.title ?? ''}${level}${short.map(({ text }) => text).join()}`,
      facts: [],
    },
  ];
}

/** Codes that lost a digit, in tables that give 类, 款 and 项 a column each (part of R-70-05). */
export const shortCodes = (reading: Reading): readonly Remark[] =>
  reading.tables.flatMap((table) => table.columns.flatMap((column) => shortIn(table, column)));
