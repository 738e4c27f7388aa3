import { greatest } from './greatest.ts';
import { type Bit, filled, type GridRow, widthOf } from './grid.ts';
import { joinBits, printedWidth } from './join.ts';
import type { CellKind } from './kind.ts';

import { type ColumnProfile, profileColumns, shapeOf, share } from './profile.ts';
import { isIndicatorLabel, isOtherLevel, isTotalWord } from './vocabulary.ts';

/** The columns of indicator labels, by level. */
export type Levels = ReadonlyMap<number, 'first' | 'second'>;

const KINDS = 8;
/** What moving a cell against its left neighbour costs: less than one clear mismatch of kinds. */
const SHIFT = 0.9;
/** What it costs to read two neighbouring cells as pieces of one. */
const SHARED = 3;
/** How much better (in nats) another placing must be before a row that fits the grid is touched. */
const GAIN = 2.5;
const WIDEST_ALIGNED = 60;

/**
 * How badly a text fits a column: the surprise of its kind there, and of its length among texts. `own` is 1 where the
 * text itself was counted in the profile.
 */
function misfit(text: string, profile: ColumnProfile | undefined, level: 'first' | 'second' | null, own = 0): number {
  if (profile === undefined) return 6;
  const stray = level === null && isIndicatorLabel(text) && share(profile, 'label') < 0.3 ? 1.5 : 0;
  const wrong = level !== null && isOtherLevel(text, level) ? 2.5 : stray;
  const kind: CellKind = shapeOf(text);
  const surprise = -Math.log(((profile.counts[kind] ?? 0) - own + 0.5) / (profile.total - own + 0.5 * KINDS));
  const both = kind === 'text' && share(profile, 'text') > 0.3;
  return wrong + surprise + (both ? Math.min(1.5, Math.abs(Math.log((printedWidth(text) + 1) / (profile.width + 1)))) : 0);
}

interface Placing {
  readonly columns: readonly number[];
  readonly cost: number;
}

/** Places cells from left to right into columns so that kinds agree and shifts are few. */
function place(cells: readonly { readonly column: number; readonly bit: Bit }[], profiles: readonly ColumnProfile[], levels: Levels): Placing | null {
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
  for (const path of paths.values()) if (best === null || path.cost < best.cost) best = path;
  return best;
}

const stay = (cells: readonly { readonly column: number; readonly bit: Bit }[], profiles: readonly ColumnProfile[], levels: Levels): number =>
  cells.reduce((sum, { column, bit }) => sum + misfit(bit.text, profiles[column], levels.get(column) ?? null, 1), 0);

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

/** Rows between blank lines: what stands on one page. */
function stretches<R extends GridRow & { readonly gap: boolean }>(rows: readonly R[]): readonly (readonly R[])[] {
  const found: R[][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last === undefined || row.gap) found.push([row]);
    else last.push(row);
  }
  return found;
}

const shifted = (row: GridRow, by: number): readonly (Bit | null)[] => [...Array.from({ length: by }, () => null), ...row.cells];

/** A sum at the end of a form: its word stays in front, its figures go to the right edge. */
function alignTotal(row: GridRow, width: number): readonly (Bit | null)[] | null {
  const [first, ...rest] = filled(row);
  if (first === undefined || rest.length === 0 || !isTotalWord(first.bit.text) || widthOf(row) >= width - 1) return null;
  const cells: (Bit | null)[] = Array.from({ length: width }, () => null);
  cells[first.column] = first.bit;
  for (const [index, { bit }] of rest.entries()) cells[width - rest.length + index] = bit;
  return cells;
}

/** A page on which columns at the left vanished: all its rows go right, as far as they fit best. */
function alignPage<R extends GridRow>(rows: readonly R[], above: readonly GridRow[], width: number): readonly R[] {
  const room = width - greatest(rows.map(widthOf));
  if (room <= 0 || above.length === 0) return rows;
  const profiles = profileColumns(above, width);
  const cost = (by: number): number =>
    rows.reduce((sum, row) => sum + filled(row).reduce((all, { column, bit }) => all + misfit(bit.text, profiles[column + by], null), 0), 0);
  let best = 0;
  for (let by = 1; by <= room; by++) if (cost(by) < cost(best) - 0.5 * rows.length) best = by;
  return best === 0 ? rows : rows.map((row) => ({ ...row, cells: shifted(row, best) }));
}

/** Puts the rows after a page break back under the columns of those before it, where columns at the left vanished. */
export function alignPages<R extends GridRow & { readonly gap: boolean }>(rows: readonly R[], width: number): readonly R[] {
  const done: R[] = [];
  for (const page of stretches(rows)) {
    const [first] = page;
    const total = page.length === 1 && first !== undefined && done.length > 0 ? alignTotal(first, width) : null;
    if (total !== null && first !== undefined) done.push({ ...first, cells: total });
    else for (const row of page.length > 1 ? alignPage(page, done, width) : page) done.push(row);
  }
  return done;
}

/** Texts in a column that has no head and that hardly any row uses go to the next column on the right or left that has one. */
export function alignHomeless<R extends GridRow>(rows: readonly R[], header: readonly GridRow[]): readonly R[] {
  const width = Math.max(0, ...header.map(widthOf));
  const headed = (column: number) => header.some((row) => (row.cells[column] ?? null) !== null);
  const uses = (column: number) => rows.filter((row) => (row.cells[column] ?? null) !== null).length;
  const homeless = Array.from({ length: width }, (_, column) => column).filter(
    (column) => column > 0 && !headed(column) && uses(column) > 0 && uses(column) <= Math.max(1, 0.34 * rows.length),
  );
  if (homeless.length === 0) return rows;
  return rows.map((row) => {
    const cells = [...row.cells];
    for (const column of homeless) {
      const bit = cells[column] ?? null;
      const home = [1, 2, 3, -1].map((step) => column + step).find((to) => to < width && headed(to) && (cells[to] ?? null) === null);
      if (bit === null || home === undefined || shapeOf(bit.text) !== 'text') continue;
      cells[home] = bit;
      cells[column] = null;
    }
    return { ...row, cells };
  });
}

/**
 * Puts rows that lost or gained cells back under their columns. Rows that reach beyond the grid are always
 * placed anew; in an indicator grid (`levels` names its label columns) rows inside the grid too, where another placing
 * fits far better. Cells that find no
 * column stay to the right of the grid, so that nothing is lost.
 */
export function alignRows<R extends GridRow>(rows: readonly R[], width: number, levels: Levels): readonly R[] {
  const profiles = profileColumns(
    rows.filter((row) => widthOf(row) <= width),
    width,
  );
  return rows.map((row) => {
    const cells = filled(row);
    const over = widthOf(row) > width;
    if (!(over || levels.size > 0) || cells.length === 0 || width > WIDEST_ALIGNED) return row;
    const best = place(cells, profiles, levels);
    if (best === null || (!over && stay(cells, profiles, levels) - best.cost < GAIN)) return row;
    return { ...row, ...moved(row, best.columns, width) };
  });
}
