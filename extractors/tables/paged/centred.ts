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

interface Extent {
  readonly from: number;
  readonly to: number;
}

interface Text extends Extent {
  readonly isTotal: boolean;
}

/** Labels of sums are set in the middle of all label columns. */
const TOTAL = /(?:合计|总计|总分)$/;

/**
 * Joins neighbouring cells of one height where no side is drawn and a text stands centred over them all, or runs over
 * the edge between them. Texts that fit one column stay there.
 */
export function joinedOverText(grid: Grid, glyphs: readonly Glyph[]): Grid {
  const blocks = Map.groupBy(grid.spans, (span) => `${span.row},${span.rowSpan}`);
  return { ...grid, spans: [...blocks.values()].flatMap((block) => joined(block, grid, glyphs)) };
}

function joined(block: readonly Span[], { xs, ys }: Grid, glyphs: readonly Glyph[]): readonly Span[] {
  const spans = block.toSorted((a, b) => a.column - b.column);
  const [first] = spans;
  if (first === undefined || spans.length === 1) return spans;
  const [top = 0, bottom = 0] = [ys[first.row], ys[first.row + first.rowSpan]];
  const inside = glyphs.filter((glyph) => {
    const y = (glyph.y0 + glyph.y1) / 2;
    return y > top && y < bottom;
  });
  const cellOf = (span: Span): Extent => ({
    from: xs[span.column] ?? 0,
    to: xs[span.column + span.columnSpan] ?? 0,
  });
  const cells = spans.map(cellOf);
  const texts = united(
    inside.filter((glyph) => {
      const x = (glyph.x0 + glyph.x1) / 2;
      return cells.some((cell) => x > cell.from && x < cell.to);
    }),
  );
  const ranges = rangesOf(texts, spans, cells);
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

type Range = readonly [number, number];

/** For each text that does not fit one cell the cells that it stands over. */
function rangesOf(
  texts: readonly Extent[],
  spans: readonly Span[],
  cells: readonly Extent[],
): readonly Range[] {
  const own = texts.map((text): Range | null => {
    const met = cells.flatMap((cell, i) =>
      Math.min(cell.to, text.to) - Math.max(cell.from, text.from) > 1.5 ? [i] : [],
    );
    const [from, to] = [met[0], met.at(-1)];
    return from === undefined || to === undefined ? null : [from, to];
  });
  const ranges: Range[] = [];
  for (const [index, text] of texts.entries()) {
    const range = own[index];
    if (range == null || (range[0] === range[1] && !text.isTotal && fits(text, cells[range[0]]))) continue;
    const before = own.slice(0, index).findLast((r) => r !== null)?.[1] ?? -1;
    const after = own.slice(index + 1).find((r) => r !== null)?.[0] ?? cells.length;
    const free = Math.max(before, ranges.at(-1)?.[1] ?? -1);
    if (range[0] <= free) continue;
    const best = widest(text, range, { low: free + 1, high: after - 1 }, spans, cells);
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

/** The cells around `range`, no other text's, over which the text stands centred: the most of them. */
function widest(
  text: Extent,
  range: Range,
  { low, high }: { readonly low: number; readonly high: number },
  spans: readonly Span[],
  cells: readonly Extent[],
): Range {
  const touching = (from: number, to: number): boolean =>
    spans.slice(from, to).every((span, i) => {
      const next = spans[from + i + 1];
      return next !== undefined && span.column + span.columnSpan === next.column;
    });
  let best: Range = range;
  let off = offCentre(text, cells[range[0]], cells[range[1]]);
  for (let from = range[0]; from >= low; from -= 1)
    for (let to = range[1]; to <= high; to += 1) {
      const distance = offCentre(text, cells[from], cells[to]);
      const wider = to - from > best[1] - best[0];
      if (
        distance <= CENTRED &&
        (distance < off - 1 || (wider && distance <= off + 1)) &&
        touching(from, to)
      ) {
        best = [from, to];
        off = distance;
      }
    }
  return best;
}
