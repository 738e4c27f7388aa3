import { joinedUnderTotals } from './centred.ts';
import { components } from './components.ts';
import { gridsOf } from './grid.ts';
import type { Strategy } from './registry.ts';
import { splitRows } from './split.ts';

/**
 * Tables whose cells are drawn: every connected set of separators that encloses at least two columns. Rows that are
 * not drawn are told by their figures.
 */
export const ruled: Strategy = {
  id: 'ruled',
  find: ({ page, edges }) =>
    gridsOf(components(edges)).flatMap((grid) => {
      if (grid === null || grid.xs.length < 3) return [];
      const split = splitRows(grid, page.glyphs);
      return [split === grid ? grid : joinedUnderTotals(split, page.glyphs)];
    }),
};
