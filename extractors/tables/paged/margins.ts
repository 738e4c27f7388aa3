import type { FlowLine } from './flow.ts';
import type { Margins } from './paragraphs.ts';

/** Lines with fewer characters say nothing about the margins. */
const MIN_GLYPHS = 12;

/**
 * Left and right margin of every page's prose: the outermost edges of its long lines; a page without long lines
 * takes the margins of the whole report.
 */
export function marginsOf(lines: readonly FlowLine[]): (page: number) => Margins {
  const long = lines.filter((line) => line.line.glyphs.length >= MIN_GLYPHS);
  const all = extent(long) ?? extent(lines) ?? { left: 0, right: 0 };
  const byPage = new Map<number, Margins>();
  for (const page of new Set(long.map((line) => line.page)))
    byPage.set(page, extent(long.filter((line) => line.page === page)) ?? all);
  return (page) => byPage.get(page) ?? all;
}

const extent = (lines: readonly FlowLine[]): Margins | null =>
  lines.length === 0
    ? null
    : {
        left: Math.min(...lines.map((line) => line.box[0])),
        right: Math.max(...lines.map((line) => line.box[2])),
      };
