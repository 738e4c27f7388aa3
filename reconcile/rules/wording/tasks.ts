import type { Cell, Table } from '../../../model/layout.ts';
import type { Reading } from '../../../model/reading.ts';
import { dice } from '../../../normalizers/text/dice.ts';
import { squeeze } from '../../../normalizers/text/flat.ts';
import type { Remark } from '../../rule.ts';

const NUMBERED = /^任务([一二三四五六七八九十]+)[:、](.{4,})$/u;
const ALIKE = 0.25;

interface Task {
  readonly number: string;
  readonly name: string;
  readonly cell: Cell;
  readonly table: Table;
}

/** Tasks as the stub columns of tables number them: 任务二:健全社会保障体系. */
function tasksOf(reading: Reading): readonly Task[] {
  return reading.tables.flatMap(({ table }) =>
    table.cells.flatMap((cell): readonly Task[] => {
      const match = cell.column === 0 ? NUMBERED.exec(squeeze(cell.text)) : null;
      return match === null ? [] : [{ number: match[1] ?? '', name: match[2] ?? '', cell, table }];
    }),
  );
}

/** One number for two tasks with unlike names, in two tables with the same header (part of R-80-05). */
export function repeatedTasks(reading: Reading): readonly Remark[] {
  const tasks = tasksOf(reading);
  const header = (table: Table) =>
    squeeze(
      table.cells
        .filter((cell) => cell.row < table.headerRows)
        .map((cell) => cell.text)
        .join('|'),
    );
  const again = tasks.find((task, i) =>
    tasks
      .slice(0, i)
      .some(
        (before) =>
          before.number === task.number &&
          before.table !== task.table &&
          header(before.table) === header(task.table) &&
          dice(before.name, task.name) < ALIKE,
      ),
  );
  if (again === undefined) return [];
  const sequence = tasks
    .filter((task) => header(task.table) === header(again.table))
    .map((task) => `任务${task.number}`);
  return [
    {
      rule: 'R-80-05',
      severity: 'warning',
      place: again.cell.place,
      quote: again.cell.text,
      template: 'numbering',
      parameters: { number: `任务${again.number}`, sequence: sequence.join('、') },
      subject: `task${again.number}${again.name}`,
      facts: [],
    },
  ];
}
