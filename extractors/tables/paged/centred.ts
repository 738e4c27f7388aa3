import type { Glyph } from '../../../model/document.ts';
import type { Grid, Span } from './grid.ts';
import { linesOf, splitAtGaps, textOfLine } from './lines.ts';
import { bare } from './words.ts';

/** What stands further apart than this many characters on a line stands in different cells. */
const PIECE_GAP = 0.9;
/** A text this far (points) off the middle of its cell is still centred. */
const CENTRED = 2.5;
/** A text this near (points) to a side of its cell is set against it. */
const PADDING = 7;
/** A text covers a cell of which it covers more than this (points). */
const COVERED = 1.5;
/** Labels of sums are set in the middle of all label columns. */
const TOTAL = /(?:合计|总计|总分)$/;

interface Extent {
  readonly from: number;
  readonly to: number;
}

interface Text extends Extent {
  readonly isTotal: boolean;
}

type Range = readonly [number, number];

/**
 * Joins neighbouring cells of one height between which no side is drawn where a text stands centred over them all, or
 * runs over the edge between them, or the cell above spans the same columns. Texts that fit one column stay there.
 */
export function joinedOverText(grid: Grid, glyphs: readonly Glyph[]): Grid {
  const blocks = [...Map.groupBy(grid.spans, (span) => `${span.row},${span.rowSpan}`).values()].toSorted(
    (a, b) => (a[0]?.row ?? 0) - (b[0]?.row ?? 0),
  );
  const spans: Span[] = [];
  for (const block of blocks) {
    const [first] = block;
    const above = spans.filter((span) => span.row + span.rowSpan === first?.row && span.columnSpan > 1);
    spans.push(...joined(block, grid, glyphs, above));
  }
  return { ...grid, spans };
}

/** Joins only the cells under labels of sums. */
export function joinedUnderTotals(grid: Grid, glyphs: readonly Glyph[]): Grid {
  const blocks = Map.groupBy(grid.spans, (span) => `${span.row},${span.rowSpan}`);
  return {
    ...grid,
    spans: [...blocks.values()].flatMap((block) => {
      const { spans, cells, texts } = contentOf(block, grid, glyphs);
      const totals = texts.map((text) => ({ ...text, fixed: !text.isTotal }));
      return merged(spans, rangesOf(totals, cells));
    }),
  };
}

interface Content {
  readonly spans: readonly Span[];
  readonly cells: readonly Extent[];
  readonly texts: readonly Text[];
}

function contentOf(block: readonly Span[], { xs, ys }: Grid, glyphs: readonly Glyph[]): Content {
  const spans = block.toSorted((a, b) => a.column - b.column);
  const [first] = spans;
  const [top = 0, bottom = 0] = first === undefined ? [] : [ys[first.row], ys[first.row + first.rowSpan]];
  const cells = spans.map((span) => ({
    from: xs[span.column] ?? 0,
    to: xs[span.column + span.columnSpan] ?? 0,
  }));
  const inside = glyphs.filter((glyph) => {
    const x = (glyph.x0 + glyph.x1) / 2;
    const y = (glyph.y0 + glyph.y1) / 2;
    return y > top && y < bottom && cells.some((cell) => x >= cell.from && x < cell.to);
  });
  return { spans, cells, texts: united(inside) };
}

function joined(
  block: readonly Span[],
  grid: Grid,
  glyphs: readonly Glyph[],
  above: readonly Span[],
): readonly Span[] {
  if (block.length === 1) return block;
  const { spans, cells, texts } = contentOf(block, grid, glyphs);
  const ranges = rangesOf(
    texts.map((text) => ({ ...text, fixed: false })),
    cells,
  );
  return merged(spans, likeAbove(ranges, spans, cells, texts, above));
}

/** Blank cells beside a text, or all blank, that the cell above spans together are one cell too. */
function likeAbove(
  ranges: readonly Range[],
  spans: readonly Span[],
  cells: readonly Extent[],
  texts: readonly Text[],
  above: readonly Span[],
): readonly Range[] {
  const added = above.flatMap((span): readonly Range[] => {
    const from = spans.findIndex((s) => s.column === span.column);
    const to = spans.findIndex((s) => s.column + s.columnSpan === span.column + span.columnSpan);
    const [left, right] = [cells[from], cells[to]];
    if (left === undefined || right === undefined || to <= from) return [];
    const within = texts.filter((text) => text.to > left.from + COVERED && text.from < right.to - COVERED);
    const [only] = within;
    const fills =
      only === undefined ||
      (only.from > left.from - COVERED && only.from < left.to && only.to < right.to + COVERED);
    return within.length <= 1 && fills ? [[from, to]] : [];
  });
  const kept = ranges.filter(([a, b]) => !added.some(([from, to]) => a <= to && b >= from));
  return [...kept, ...added];
}

function merged(spans: readonly Span[], ranges: readonly Range[]): readonly Span[] {
  return spans.flatMap((span, at): readonly Span[] => {
    const range = ranges.find(([from, to]) => at >= from && at <= to);
    if (range === undefined) return [span];
    const last = spans[range[1]];
    return range[0] === at && last !== undefined
      ? [{ ...span, columnSpan: last.column + last.columnSpan - span.column }]
      : [];
  });
}

/** The texts of a band of the page, wrapped lines as one. */
function united(glyphs: readonly Glyph[]): readonly Text[] {
  const pieces = linesOf(glyphs)
    .flatMap((line) => splitAtGaps(line, PIECE_GAP))
    .toSorted((a, b) => a.x0 - b.x0);
  const found: Text[] = [];
  for (const piece of pieces) {
    const { x0, x1 } = piece;
    const last = found.at(-1);
    if (last !== undefined && x0 < last.to) found[found.length - 1] = { ...last, to: Math.max(last.to, x1) };
    else found.push({ from: x0, to: x1, isTotal: TOTAL.test(bare(textOfLine(piece))) });
  }
  return found;
}

/** For each text that does not fit one cell the cells that it stands over; `fixed` ones stay where they are. */
function rangesOf(
  texts: readonly (Text & { readonly fixed: boolean })[],
  cells: readonly Extent[],
): readonly Range[] {
  const own = texts.map((text): Range | null => {
    const met = cells.flatMap((cell, i) =>
      Math.min(cell.to, text.to) - Math.max(cell.from, text.from) > COVERED ? [i] : [],
    );
    const [from, to] = [met[0], met.at(-1)];
    return from === undefined || to === undefined ? null : [from, to];
  });
  const ranges: Range[] = [];
  for (const [index, text] of texts.entries()) {
    const range = own[index];
    if (range == null || text.fixed) continue;
    if (range[0] === range[1] && !text.isTotal && fits(text, cells[range[0]])) continue;
    const before = own.slice(0, index).findLast((r) => r !== null)?.[1] ?? -1;
    const after = own.slice(index + 1).find((r) => r !== null)?.[0] ?? cells.length;
    const free = Math.max(before, ranges.at(-1)?.[1] ?? -1);
    if (range[0] <= free) continue;
    const best = widest(text, range, [free + 1, after - 1], cells);
    if (best[1] > best[0]) ranges.push(best);
  }
  return ranges;
}

const offCentre = (text: Extent, from: Extent | undefined, to: Extent | undefined): number =>
  Math.abs((text.from + text.to) / 2 - ((from?.from ?? 0) + (to?.to ?? 0)) / 2);

const fits = (text: Extent, cell: Extent | undefined): boolean =>
  cell !== undefined &&
  (offCentre(text, cell, cell) <= CENTRED ||
    text.from - cell.from <= PADDING ||
    cell.to - text.to <= PADDING);

/** The cells around `range` and within `limits` over which the text stands centred: the most of them. */
function widest(text: Text, range: Range, limits: Range, cells: readonly Extent[]): Range {
  const touching = (from: number, to: number): boolean =>
    cells.slice(from, to).every((cell, i) => cell.to === cells[from + i + 1]?.from);
  let best = range;
  let off = offCentre(text, cells[range[0]], cells[range[1]]);
  for (let from = range[0]; from >= limits[0]; from -= 1)
    for (let to = range[1]; to <= limits[1]; to += 1) {
      const distance = offCentre(text, cells[from], cells[to]);
      const wider = to - from > best[1] - best[0];
      const better = distance < off - 1 || (wider && distance <= off + 1);
      if (distance > CENTRED || !better || !touching(from, to)) continue;
      best = [from, to];
      off = distance;
    }
  return best;
}
