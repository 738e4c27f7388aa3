import type { GridRow } from './grid.ts';
import { printedWidth } from './join.ts';
import { type CellKind, kindOf } from './kind.ts';
import { isGroupScore, isLabelPiece } from './vocabulary.ts';

/** What stands in a column over all rows: how often each kind, and how wide its texts run. */
export interface ColumnProfile {
  readonly counts: Readonly<Partial<Record<CellKind, number>>>;
  readonly total: number;
  /** Mean printed width of its texts, in full-width characters. */
  readonly width: number;
}

/** The kind used for telling columns apart: pieces of indicator labels and their points count as labels. */
export function shapeOf(text: string): CellKind {
  const kind = kindOf(text);
  return kind === 'text' && (isLabelPiece(text) || isGroupScore(text)) ? 'label' : kind;
}

/** Profiles of columns `0 … width − 1` over rows that keep to the grid. */
export function profileColumns(rows: readonly GridRow[], width: number): readonly ColumnProfile[] {
  return Array.from({ length: width }, (_, column) => {
    const counts: Partial<Record<CellKind, number>> = {};
    let total = 0;
    let wide = 0;
    for (const row of rows) {
      const bit = row.cells[column] ?? null;
      if (bit === null) continue;
      const kind = shapeOf(bit.text);
      counts[kind] = (counts[kind] ?? 0) + 1;
      total += 1;
      wide += printedWidth(bit.text);
    }
    return { counts, total, width: total === 0 ? 0 : wide / total };
  });
}

/** The share of a column's cells that are of one of these kinds. */
export const share = (profile: ColumnProfile | undefined, ...kinds: readonly CellKind[]): number =>
  profile === undefined || profile.total === 0
    ? 0
    : kinds.reduce((sum, kind) => sum + (profile.counts[kind] ?? 0), 0) / profile.total;
