import type { Cell } from '../../../model/layout.ts';
import { alignRows, gridWidth } from './align.ts';
import { toCells } from './assemble.ts';
import { isHeaderGhost, withoutScraps } from './ghosts.ts';
import { greatest } from './greatest.ts';
import { alignHomeless } from './homeless.ts';
import { isNoiseRow } from './noise.ts';
import { alignPages } from './pages.ts';
import { spanLabels } from './spans.ts';
import type { Section } from './split.ts';
import { stubColumns } from './stubs.ts';
import { contentsCells, isContents } from './toc.ts';
import { wrapRows } from './wrap.ts';

/** The grid of one table: its cells and how many rows of them are header. */
export interface Grid {
  readonly headerRows: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
}

/** Mends one table: rows back under their columns, wrapped rows together, merged labels over their rows. */
export function buildGrid(section: Section): Grid {
  if (isContents(section)) return gridOf(0, contentsCells(section.body));
  const { levels } = section.header;
  const sound = withoutScraps(section.body.filter((row) => !isNoiseRow(row)));
  const width = gridWidth(levels, sound);
  const [top] = sound;
  const ghost = top !== undefined && levels.length > 0 && isHeaderGhost(top, sound.slice(1), width);
  const lines = ghost ? sound.slice(1) : sound;
  const indicators = new Map<number, 'first' | 'second'>();
  for (const { column, kind } of stubColumns(levels, [], width)) {
    if (kind === 'first-level') indicators.set(column, 'first');
    if (kind === 'second-level') indicators.set(column, 'second');
  }
  const aligned = alignRows(alignHomeless(alignPages(lines, width), levels), width, indicators);
  const wide = greatest(
    aligned.map((row) => row.cells.length),
    width,
  );
  const stubs = stubColumns(levels, aligned, width);
  const blocks = wrapRows(aligned, wide, new Set(stubs.map(({ column }) => column)));
  return gridOf(levels.length, toCells(levels, spanLabels(blocks, stubs)));
}

const gridOf = (headerRows: number, cells: readonly Cell[]): Grid => ({
  headerRows,
  rows: greatest(cells.map((cell) => cell.row + cell.rowSpan)),
  columns: greatest(cells.map((cell) => cell.column + cell.columnSpan)),
  cells,
});
