import type { FlowLine } from './flow.ts';
import type { Margins } from './paragraphs.ts';

/** Lines with fewer characters say nothing about the margins. */
const MIN_GLYPHS = 12;

/**
 * Left and right margin of every page's prose: the outermost edges of its long lines; a page without long lines
 * takes the margins of the whole report.
 */
export function marginsOf(lines: readonly FlowLine[]): (page: number) => Margins {
  const long = lines.filter((line) => line.glyphCount >= MIN_GLYPHS);
  const all = extent(long) ?? extent(lines) ?? { left: 0, right: 0 };
  const byPage = new Map<number, Margins>();
  for (const [page, own] of Map.groupBy(long, (line) => line.page)) byPage.set(page, extent(own) ?? all);
  return (page) => byPage.get(page) ?? all;
}

const extent = (lines: readonly FlowLine[]): Margins | null =>
  lines.length === 0
    ? null
    : {
        left: lines.reduce((left, { box }) => Math.min(left, box[0]), Number.POSITIVE_INFINITY),
        right: lines.reduce((right, { box }) => Math.max(right, box[2]), Number.NEGATIVE_INFINITY),
      };
