import type { TextPage } from '../../../model/document.ts';
import type { Paragraph, Table, TableLine } from '../../../model/layout.ts';
import { buildGrid, type Grid } from './build.ts';
import { type Extent, isCaption, isOnlyUnit, surroundings } from './captions.ts';
import { findRuns } from './forms/registry.ts';
import { filled, type GridRow } from './grid.ts';
import { paragraphsOf } from './paragraphs.ts';
import { splitRun } from './split.ts';

const headingLine = (row: GridRow | null): TableLine | null => {
  const bit = row === null ? undefined : filled(row)[0]?.bit;
  return bit === undefined ? null : { text: bit.text, place: { line: bit.line, column: bit.column } };
};

/** A single row or column is no table: its lines stay prose. */
const isTable = (grid: Grid): boolean => grid.rows >= 2 && grid.columns >= 2;

/**
 * The tables and the prose of a text report. Every line with text is in a table's `parts`, in a title, caption or unit
 * line of a table, or in a paragraph.
 */
export function layoutText(page: TextPage): { tables: readonly Table[]; paragraphs: readonly Paragraph[] } {
  const found: { readonly grid: Grid; readonly extent: Extent }[] = [];
  for (const run of findRuns(page.lines)) {
    let sameRun = false;
    for (const section of splitRun(run)) {
      const grid = buildGrid(section);
      if (!isTable(grid)) continue;
      const { first, last } = section;
      found.push({
        grid,
        extent: { first, last, columns: grid.columns, heading: headingLine(section.heading), sameRun },
      });
      sameRun = true;
    }
  }
  const around = surroundings(
    page.lines,
    found.map(({ extent }) => extent),
  );
  const tables = found.map(
    ({ grid, extent }, index): Table => ({
      id: `t${index + 1}`,
      title: around[index]?.title ?? null,
      caption: around[index]?.caption ?? null,
      unitLines: around[index]?.unitLines ?? [],
      ...grid,
      parts: [{ lines: [extent.first, extent.last] }],
    }),
  );
  const taken = found.map(({ extent }, index) => ({
    id: `t${index + 1}`,
    first: extent.first,
    last: extent.last,
  }));
  return { tables, paragraphs: paragraphsOf(page.lines, taken, claimedLines(tables)) };
}

/** Lines that belong to a table without being prose: captions, and unit lines that say nothing else. */
function claimedLines(tables: readonly Table[]): ReadonlySet<number> {
  const lines = tables.flatMap(({ title, caption, unitLines }) => [
    ...[title, caption].flatMap((line) => (line !== null && isCaption(line.text) ? [line] : [])),
    ...unitLines.filter((line) => isOnlyUnit(line.text)),
  ]);
  return new Set(lines.flatMap(({ place }) => ('line' in place ? [place.line] : [])));
}
