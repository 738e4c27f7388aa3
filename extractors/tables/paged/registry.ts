import type { GlyphPage } from '../../../model/document.ts';
import { aligned } from './aligned.ts';
import type { Edges } from './edges.ts';
import type { Grid } from './grid.ts';
import { lined } from './lined.ts';
import { ruled } from './ruled.ts';
import { shaded } from './shaded.ts';

/** What strategies look at: a page, the separators drawn on it, and those that the sides of coloured areas make. */
export interface PageView {
  readonly page: GlyphPage;
  readonly edges: Edges;
  readonly sides: Edges;
}

/** One way to find tables on a page. */
export interface Strategy {
  readonly id: string;
  find(view: PageView): readonly Grid[];
}

/** The most certain first: cells that are drawn, that are coloured, rows that are drawn, what only stands in line. */
export const STRATEGIES: readonly Strategy[] = [ruled, shaded, lined, aligned];
