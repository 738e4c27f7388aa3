import type { GlyphPage } from '../../../model/document.ts';
import type { Edges } from './edges.ts';
import type { Grid } from './grid.ts';
import { ruled } from './ruled.ts';

/** What strategies look at: a page and the separators drawn on it. */
export interface PageView {
  readonly page: GlyphPage;
  readonly edges: Edges;
}

/** A grid that a strategy proposes; of grids that overlap, the one with the highest score (0 … 1) stays. */
export interface Candidate {
  readonly grid: Grid;
  readonly score: number;
}

/** One way to find tables on a page. */
export interface Strategy {
  readonly id: string;
  find(view: PageView): readonly Candidate[];
}

export const STRATEGIES: readonly Strategy[] = [ruled];
