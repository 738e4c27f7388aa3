import type { GlyphPage } from '../../../model/document.ts';
import { edgesOf } from './edges.ts';
import type { Grid } from './grid.ts';
import { STRATEGIES } from './registry.ts';
import { boxOfGrid, type Sheet, sheetOf } from './sheet.ts';

/** The tables of one page, top to bottom. */
export function sheetsOf(page: GlyphPage): readonly Sheet[] {
  const view = { page, edges: edgesOf(page.rulings) };
  const candidates = STRATEGIES.flatMap((strategy) => strategy.find(view)).toSorted(
    (a, b) => b.score - a.score,
  );
  const sheets: Sheet[] = [];
  const taken = new Set<Grid>();
  for (const { grid } of candidates) {
    if ([...taken].some((other) => overlap(grid, other))) continue;
    const used = new Set(sheets.flatMap((sheet) => [...sheet.glyphs]));
    const sheet = sheetOf(
      page,
      grid,
      page.glyphs.filter((glyph) => !used.has(glyph)),
    );
    if (!isTable(sheet)) continue;
    taken.add(grid);
    sheets.push(sheet);
  }
  return sheets.toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

/** Frames, charts and signature lines enclose at most one text. */
const isTable = (sheet: Sheet): boolean => sheet.cells.filter((cell) => cell.text !== '').length >= 2;

function overlap(a: Grid, b: Grid): boolean {
  const [ax0, ay0, ax1, ay1] = boxOfGrid(a);
  const [bx0, by0, bx1, by1] = boxOfGrid(b);
  const wide = Math.min(ax1, bx1) - Math.max(ax0, bx0);
  const high = Math.min(ay1, by1) - Math.max(ay0, by0);
  return wide > 2 && high > 2;
}
