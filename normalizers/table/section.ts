import type { Table } from '../../model/layout.ts';
import type { ColumnReading, ColumnRole } from '../../model/reading.ts';
import { squeeze } from '../text/flat.ts';
import { type ColumnContent, contentOf, roleOfColumn } from './column-role.ts';
import { bracketedUnit, type ColumnUnit, statedUnit, unitOfColumn } from './column-unit.ts';
import { cellAt, type Grid, isAnchor, textAt, textOf } from './grid.ts';
import { headerPath, type RowRange, rowRanges, sideLabels } from './header.ts';
import { periodOf } from './period.ts';
import { LABEL_HEAD } from './words.ts';

/** A header with its body: the whole of a plain table, or one block of a form. */
export interface Section extends RowRange {
  readonly columns: readonly ColumnReading[];
}

export interface SectionContext {
  /** Unit of the table as its lines state it or as the caller found it. */
  readonly unit: ColumnUnit;
  readonly documentYear: number | null;
}

const NUMERIC: ReadonlySet<ColumnRole> = new Set([
  'amount',
  'rate',
  'count',
  'score',
  'weight',
  'target',
  'actual',
]);

/** True for roles whose cells are figures. */
export const isNumeric = (role: ColumnRole): boolean => NUMERIC.has(role);

function bodyTexts(grid: Grid, rows: readonly number[], column: number): readonly string[] {
  const texts: string[] = [];
  for (const row of rows) {
    const cell = cellAt(grid, row, column);
    if (cell === null) texts.push('');
    else if (isAnchor(cell, row, column)) texts.push(textOf(cell));
  }
  return texts;
}

/** Recognition garbles a target's header more often than its cells: what stands left of the actual value is the target. */
function repairTargets(roles: ColumnRole[], contents: readonly ColumnContent[]): void {
  const actual = roles.indexOf('actual');
  if (actual < 1 || roles.includes('target')) return;
  const left = contents[actual - 1];
  const role = roles[actual - 1];
  if (
    left !== undefined &&
    (role === 'label' || role === 'rate' || role === 'amount' || role === 'text') &&
    left.numbers >= 2
  )
    roles[actual - 1] = 'target';
}

function readColumns(
  grid: Grid,
  range: RowRange,
  title: string,
  context: SectionContext,
): readonly ColumnReading[] {
  const width = grid[0]?.length ?? 0;
  const paths = Array.from({ length: width }, (_, column) => headerPath(grid, range.header, column));
  const contents = paths.map((_, column) => contentOf(bodyTexts(grid, range.body, column)));
  const roles: ColumnRole[] = [];
  const blocks: number[] = [];
  let block = 0;
  let seenNumeric = false;
  for (const [column, path] of paths.entries()) {
    const content = contents[column] ?? contentOf([]);
    const role = roleOfColumn(path, content, seenNumeric);
    const opens =
      (role === 'label' && LABEL_HEAD.test(path.at(-1) ?? '')) || role === 'code' || role === 'ordinal';
    if (seenNumeric && opens) {
      block += 1;
      seenNumeric = false;
    }
    seenNumeric ||= isNumeric(role);
    roles.push(role);
    blocks.push(block);
  }
  repairTargets(roles, contents);
  const side =
    sideLabels(grid, range)
      .map(bracketedUnit)
      .find((unit) => unit !== null) ?? null;
  const around: ColumnUnit = side === null ? context.unit : { unit: side, basis: 'header' };
  return paths.map((path, index) => {
    const role = roles[index] ?? 'text';
    const { unit, basis } = unitOfColumn(role, path, (contents[index]?.percents ?? 0) > 0, around);
    const { year, phase } = periodOf(role, path, title, context.documentYear);
    return { index, path, role, unit, unitBasis: basis, year, phase, block: blocks[index] ?? 0 };
  });
}

/** The unit that a table's title, unit lines or caption state, or null. */
export function unitOfLines(table: Table): string | null {
  const lines = [...table.unitLines, ...(table.title === null ? [] : [table.title])].map((line) =>
    squeeze(line.text),
  );
  for (const line of lines) {
    const unit = statedUnit(line) ?? (/元\)/u.test(line) ? bracketedUnit(line) : null);
    if (unit !== null) return unit;
  }
  return null;
}

/** The unit that a cell of the header or of a form's head states ("单位:万元" inside the grid), or null. */
export function unitInHead(table: Table, grid: Grid): string | null {
  for (let row = 0; row < Math.min(grid.length, table.headerRows + 2); row++) {
    for (let column = 0; column < table.columns; column++) {
      const unit = statedUnit(textAt(grid, row, column));
      if (unit !== null) return unit;
    }
  }
  return null;
}

/** The sections of a table: one for a plain table, one for each inner header of a form. */
export function readSections(table: Table, grid: Grid, context: SectionContext): readonly Section[] {
  const title = squeeze(table.title?.text ?? '');
  return rowRanges(grid, table.headerRows).map((range) => ({
    ...range,
    columns: readColumns(grid, range, title, context),
  }));
}
