import { cellAt, isAnchor, textAt } from '../../../normalizers/table/grid.ts';
import type { Section } from '../../../normalizers/table/section.ts';
import { type Candidate, sumOf } from './claim.ts';
import { lawful, unlessRowsLack } from './law.ts';
import { additiveColumns, columnsOf, labelOf, type TableView } from './view.ts';

/** Columns of labels that make an outline: kind, project and article at least. */
const LEAST_LABELS = 3;

/** How deep a row stands in the outline: 0 for the total, else by the last label column that it fills itself. */
function depthOf({ reading }: TableView, section: Section, row: number): number | null {
  if (labelOf(reading, row, 0).role === 'total') return 0;
  const filled = columnsOf(section, ['label', 'text'], 0).findLast(({ index }) => {
    const cell = cellAt(reading.grid, row, index);
    return cell !== null && isAnchor(cell, row, index) && textAt(reading.grid, row, index).trim() !== '';
  });
  return filled === undefined ? null : filled.index + 1;
}

/** For each row, those just below it in the outline: the first depth under it, up to the next row that is no deeper. */
function below(depths: readonly (readonly [number, number])[]): readonly (readonly number[])[] {
  const found = depths.map(([, depth]) => ({
    depth,
    nearest: Number.POSITIVE_INFINITY,
    rows: [] as number[],
  }));
  const open: typeof found = [];
  for (const [at, [row, depth]] of depths.entries()) {
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const above = open.at(-1);
    if (above !== undefined && depth < above.nearest) [above.nearest, above.rows] = [depth, [row]];
    else if (above !== undefined && depth === above.nearest) above.rows.push(row);
    const own = found[at];
    if (own !== undefined) open.push(own);
  }
  return found.map(({ rows }) => rows);
}

/** R-11-03: in a table of purchases, each heading of the outline is the sum of what stands right below it. */
export function outlineSums(view: TableView): readonly Candidate[] {
  if (view.reading.kind !== 'procurement') return [];
  return view.sections.flatMap((section) => {
    if (columnsOf(section, ['label', 'text'], 0).length < LEAST_LABELS) return [];
    const depths = section.body.flatMap((row) => {
      const depth = depthOf(view, section, row);
      return depth === null ? [] : [[row, depth] as const];
    });
    const parted = below(depths);
    const columns = additiveColumns(section, 0);
    const candidates = depths.flatMap(([row], at) => {
      const parts = parted[at] ?? [];
      if (parts.length === 0) return [];
      return unlessRowsLack(
        columns.flatMap(
          ({ index }) =>
            sumOf(view.reading, {
              rule: 'R-11-03',
              stated: { row, column: index },
              terms: parts.map((part) => ({ row: part, column: index })),
            }) ?? [],
        ),
      );
    });
    return lawful([{ support: 'likely', candidates }]);
  });
}
