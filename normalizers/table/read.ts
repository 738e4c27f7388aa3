import type { Table } from '../../model/layout.ts';
import type { CellValue } from '../../model/quantity.ts';
import type {
  ColumnReading,
  Fact,
  RowLabel,
  RowReading,
  TableReading,
  UnitBasis,
} from '../../model/reading.ts';
import { parseCell } from '../number/cell.ts';
import { parseUnit } from '../number/unit.ts';
import { squeeze } from '../text/flat.ts';
import { bracketedUnit, type ColumnUnit } from './column-unit.ts';
import { factOfCell, quoteOfRow } from './facts.ts';
import { cellAt, type Grid, isAnchor, resolveGrid, textAt } from './grid.ts';
import { inferUnit, looksLikeYuan } from './infer-unit.ts';
import { kindOfTable } from './kind.ts';
import { readRow } from './row.ts';
import { NO_LABEL } from './row-label.ts';
import { isNumeric, readSections, type Section, unitInHead, unitOfLines } from './section.ts';

export interface TableContext {
  /** The unit of the section or the document that a table without one inherits; null where units disagree or none is stated. */
  readonly fallbackUnit: string | null;
  readonly fallbackBasis?: 'section' | 'document';
  /** The year that the report is about. */
  readonly documentYear?: number | null;
  /** True where the report is a budget. */
  readonly planned?: boolean;
  /** Facts of the prose, by which the unit of a table without one can be inferred. */
  readonly anchors?: readonly Fact[];
}

/** No report prints money finer than this; more decimals are two figures run together. */
const MOST_DECIMALS = 6;
/** What `readTable` found, kept for `sectionsOf`: sections follow from the table, only not for free. */
const sectionsRead = new WeakMap<TableReading, readonly Section[]>();
const UNKNOWN: ColumnUnit = { unit: null, basis: 'unknown' };
const TEXT: CellValue = { kind: 'text' };
const BLANK: CellValue = { kind: 'blank' };

function amountTexts(grid: Grid, sections: readonly Section[]): readonly string[] {
  return sections.flatMap((section) =>
    section.columns
      .filter((column) => column.role === 'amount' && column.unit === null)
      .flatMap((column) => section.body.map((row) => textAt(grid, row, column.index))),
  );
}

/** Unit of a table that states none: inferred by an anchor or inherited; unknown where the figures speak against it. */
function foundUnit(grid: Grid, sections: readonly Section[], context: TableContext): ColumnUnit {
  const texts = amountTexts(grid, sections);
  if (texts.length === 0) return UNKNOWN;
  const inferred = inferUnit(texts, context.anchors ?? []);
  if (inferred !== null) return { unit: inferred, basis: 'inferred' };
  if (context.fallbackUnit === null || (context.fallbackUnit !== '元' && looksLikeYuan(texts)))
    return UNKNOWN;
  return { unit: context.fallbackUnit, basis: context.fallbackBasis ?? 'document' };
}

/** The same sections, their amounts without a unit read in the unit that was found for the table. */
const inUnit = (sections: readonly Section[], { unit, basis }: ColumnUnit): readonly Section[] =>
  sections.map((section) => ({
    ...section,
    columns: section.columns.map((column) =>
      column.role === 'amount' && column.unit === null ? { ...column, unit, unitBasis: basis } : column,
    ),
  }));

/** "公务用车保有量(辆)": a row of counts among amounts says so at the end of its label. */
function countedUnit({ text }: RowLabel): string | null {
  const unit = bracketedUnit(/\([^()]*\)$/u.exec(squeeze(text))?.[0] ?? '');
  return unit !== null && parseUnit(unit)?.family === 'count' ? unit : null;
}

function cellValue(
  grid: Grid,
  row: number,
  column: ColumnReading,
  rowUnit: string,
  label: RowLabel,
): CellValue {
  const cell = cellAt(grid, row, column.index);
  if (cell === null || cell.text.trim() === '') return BLANK;
  if (!isNumeric(column.role) || !isAnchor(cell, row, column.index)) return TEXT;
  const plain = (column.role === 'amount' ? countedUnit(label) : null) ?? column.unit ?? '';
  const inherited = column.role === 'target' || column.role === 'actual' ? rowUnit : plain;
  const value = parseCell(cell.text, inherited);
  const garbled =
    value.kind === 'number' && column.role === 'amount' && value.quantity.decimals > MOST_DECIMALS;
  return garbled ? { kind: 'unreadable', reason: 'malformed-figure' } : value;
}

/** The unit that a row's own unit column states for its target and actual value; 人数 counts people. */
function unitOfRow(grid: Grid, row: number, section: Section): string {
  const column = section.columns.find(({ role }) => role === 'unit');
  const text = column === undefined ? '' : textAt(grid, row, column.index);
  if (text === '人数') return '人';
  return parseUnit(text) === null ? '' : text;
}

function tableUnit(
  sections: readonly Section[],
  around: ColumnUnit,
): { unit: string | null; unitBasis: UnitBasis } {
  if (around.unit !== null) return { unit: around.unit, unitBasis: around.basis };
  const amounts = sections.flatMap((section) => section.columns.filter((column) => column.role === 'amount'));
  const units = new Set(amounts.map((column) => column.unit));
  const [only] = units;
  return units.size === 1 && only !== undefined && only !== null
    ? { unit: only, unitBasis: 'header' }
    : { unit: null, unitBasis: 'unknown' };
}

/** Resolves what a table's cells mean: sections, columns, units, periods, row labels, kind, values and facts. */
export function readTable(table: Table, context: TableContext): TableReading {
  const grid = resolveGrid(table);
  const documentYear = context.documentYear ?? null;
  const planned = context.planned ?? false;
  const stated = unitOfLines(table) ?? unitInHead(table, grid);
  const unit: ColumnUnit = stated === null ? UNKNOWN : { unit: stated, basis: 'table-line' };
  const bare = readSections(table, grid, { unit, documentYear });
  const around = stated === null ? foundUnit(grid, bare, context) : unit;
  const sections = inUnit(bare, around);
  const values: CellValue[][] = grid.map((cells) =>
    cells.map((cell) => (cell === null || cell.text.trim() === '' ? BLANK : TEXT)),
  );
  const labels: (readonly RowLabel[])[] = grid.map(() => [NO_LABEL]);
  const facts = new Map<string, Fact>();
  for (const section of sections) {
    let codes: readonly (string | null)[] = [];
    for (const row of section.body) {
      const rowLabels = readRow(grid, row, section, codes);
      codes = rowLabels.map((label, block) => label.code ?? codes[block] ?? null);
      const rowUnit = unitOfRow(grid, row, section);
      const quote = quoteOfRow(grid, row);
      labels[row] = rowLabels;
      for (const column of section.columns) {
        const label = rowLabels[column.block] ?? NO_LABEL;
        const value = cellValue(grid, row, column, rowUnit, label);
        const cell = cellAt(grid, row, column.index);
        const line = values[row];
        if (line !== undefined) line[column.index] = value;
        if (value.kind !== 'number' || cell === null) continue;
        facts.set(
          `${row},${column.index}`,
          factOfCell({ table, grid, cell, column, label, quote, quantity: value.quantity, planned }),
        );
      }
    }
  }
  const rows: readonly RowReading[] = labels.map((rowLabels, index) => ({ index, labels: rowLabels }));
  const kind = kindOfTable(table, sections, rows);
  // Page numbers of a table of contents look like figures.
  if (kind === 'contents') facts.clear();
  const widest = sections.toSorted((a, b) => b.body.length - a.body.length)[0];
  const reading: TableReading = {
    table,
    kind,
    title: table.title?.text ?? null,
    ...tableUnit(sections, around),
    columns: widest?.columns ?? [],
    rows,
    values,
    grid,
    facts,
  };
  sectionsRead.set(reading, sections);
  return reading;
}

/** The sections of a table that was read (forms have several), for those who compare columns within one. */
export const sectionsOf = (reading: TableReading): readonly Section[] =>
  sectionsRead.get(reading) ??
  readSections(reading.table, reading.grid, {
    unit: { unit: reading.unit, basis: reading.unitBasis },
    documentYear: null,
  });
