import { type Bit, filled, type GridRow, widthOf } from './grid.ts';
import { joinBits, printedWidth } from './join.ts';
import type { CellKind } from './kind.ts';

import { type ColumnProfile, profileColumns, shapeOf, share } from './profile.ts';
import { isIndicatorLabel, isOtherLevel } from './vocabulary.ts';

/** The columns of indicator labels, by level. */
export type Levels = ReadonlyMap<number, 'first' | 'second'>;

const KINDS = 8;
/** What moving a cell against its left neighbour costs: less than one clear mismatch of kinds. */
const SHIFT = 0.9;
/** What it costs to read two neighbouring cells as pieces of one. */
const SHARED = 3;
/** What it costs to leave a column at the right edge blank that nearly every row fills: scores stand there. */
const TAIL = 1.5;
const NEARLY_ALL = 0.8;
/** How much better (in nats) another placing must be before a row that fits the grid is touched. */
const GAIN = 2.5;
const WIDEST_ALIGNED = 60;

/**
 * How badly a text fits a column: the surprise of its kind there, and of its length among texts. `own` is 1 where the
 * text itself was counted in the profile.
 */
export function misfit(
  text: string,
  profile: ColumnProfile | undefined,
  level: 'first' | 'second' | null,
  own = 0,
): number {
  if (profile === undefined) return 6;
  const stray = level === null && isIndicatorLabel(text) && share(profile, 'label') < 0.3 ? 1.5 : 0;
  const wrong = level !== null && isOtherLevel(text, level) ? 2.5 : stray;
  const kind: CellKind = shapeOf(text);
  const surprise = -Math.log(((profile.counts[kind] ?? 0) - own + 0.5) / (profile.total - own + 0.5 * KINDS));
  const both = kind === 'text' && share(profile, 'text') > 0.3;
  return (
    wrong +
    surprise +
    (both ? Math.min(1.5, Math.abs(Math.log((printedWidth(text) + 1) / (profile.width + 1)))) : 0)
  );
}

interface Placing {
  readonly columns: readonly number[];
  readonly cost: number;
}

/** The cost of the columns behind the last filled one. */
const blankTail = (last: number, profiles: readonly ColumnProfile[], rows: number): number =>
  profiles.reduce(
    (cost, { total }, column) => cost + (column > last && total >= NEARLY_ALL * rows ? TAIL : 0),
    0,
  );

/** Places cells from left to right into columns so that kinds agree and shifts are few. */
function place(
  cells: readonly { readonly column: number; readonly bit: Bit }[],
  profiles: readonly ColumnProfile[],
  levels: Levels,
  rows: number,
): Placing | null {
  const width = profiles.length;
  let paths = new Map<number, Placing>();
  for (const [index, { column, bit }] of cells.entries()) {
    const next = new Map<number, Placing>();
    const before = index === 0 ? 0 : (cells[index - 1]?.column ?? 0);
    for (let target = 0; target < width; target++) {
      const fit = misfit(bit.text, profiles[target], levels.get(target) ?? null);
      const starts: readonly (readonly [number, Placing])[] =
        index === 0 ? [[0, { columns: [], cost: 0 }]] : [...paths].filter(([last]) => last <= target);
      for (const [last, path] of starts) {
        const moved = Math.abs(target - column - (last - before));
        const shared = index > 0 && last === target;
        const cost = path.cost + fit + (shared ? SHARED : moved === 0 ? 0 : SHIFT + 0.1 * Math.min(moved, 5));
        if (cost < (next.get(target)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(target, { columns: [...path.columns, target], cost });
      }
    }
    paths = next;
  }
  let best: Placing | null = null;
  for (const path of paths.values()) {
    const cost = path.cost + blankTail(path.columns.at(-1) ?? 0, profiles, rows);
    if (best === null || cost < best.cost) best = { columns: path.columns, cost };
  }
  return best;
}

const stay = (
  cells: readonly { readonly column: number; readonly bit: Bit }[],
  profiles: readonly ColumnProfile[],
  levels: Levels,
): number =>
  cells.reduce(
    (sum, { column, bit }) => sum + misfit(bit.text, profiles[column], levels.get(column) ?? null, 1),
    0,
  );

function moved(row: GridRow, columns: readonly number[], width: number): GridRow {
  const cells: (Bit | null)[] = Array.from({ length: width }, () => null);
  for (const [index, { bit }] of filled(row).entries()) {
    const column = columns[index];
    if (column !== undefined) cells[column] = joinBits([...(cells[column] ? [cells[column]] : []), bit]);
  }
  return { ...row, cells };
}

/** The grid's width: that of the header, or more where many rows reach further. */
export function gridWidth(header: readonly GridRow[], body: readonly GridRow[]): number {
  const head = Math.max(0, ...header.map(widthOf));
  const widths = body.map(widthOf).toSorted((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)] ?? 0;
  if (head === 0) return Math.max(usual, 1);
  return Math.max(head, usual);
}

/**
 * Puts rows that lost or gained cells back under their columns. Rows that reach beyond the grid are always
 * placed anew; in an indicator grid (`levels` names its label columns) rows inside the grid too, where another placing
 * fits far better. Cells that find no
 * column stay to the right of the grid, so that nothing is lost.
 */
export function alignRows<R extends GridRow>(
  rows: readonly R[],
  width: number,
  levels: Levels,
): readonly R[] {
  const profiles = profileColumns(
    rows.filter((row) => widthOf(row) <= width),
    width,
  );
  return rows.map((row) => {
    const cells = filled(row);
    const over = widthOf(row) > width;
    if (!(over || levels.size > 0) || cells.length === 0 || width > WIDEST_ALIGNED) return row;
    const best = place(cells, profiles, levels, rows.length);
    if (
      best === null ||
      (!over &&
        stay(cells, profiles, levels) +
          blankTail(cells.at(-1)?.column ?? 0, profiles, rows.length) -
          best.cost <
          GAIN)
    )
      return row;
    return { ...row, ...moved(row, best.columns, width) };
  });
}
