import type { GlyphPage } from '../../../model/document.ts';
import { edgesOf } from './edges.ts';
import type { Grid } from './grid.ts';
import { STRATEGIES } from './registry.ts';
import { boxOfGrid, type InkedSheet, type Sheet, sheetOf } from './sheet.ts';

/** The tables of one page, top to bottom. A strategy sees only what the ones before it left. */
export function sheetsOf(page: GlyphPage): readonly InkedSheet[] {
  const edges = edgesOf(page.rulings.filter((ruling) => ruling.width > 0));
  const sides = edgesOf(page.rulings.filter((ruling) => ruling.width === 0));
  const sheets: InkedSheet[] = [];
  for (const strategy of STRATEGIES) {
    const used = new Set(sheets.flatMap((sheet) => [...sheet.glyphs]));
    const free = { ...page, glyphs: page.glyphs.filter((glyph) => !used.has(glyph)) };
    for (const grid of strategy.find({ page: free, edges, sides })) {
      if (sheets.some((other) => overlap(grid, other.grid))) continue;
      const sheet = sheetOf(free, grid, free.glyphs);
      if (isTable(sheet)) sheets.push(sheet);
    }
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
