import type { Glyph } from '../../../model/document.ts';
import { firstFrom } from './edges.ts';
import { least } from './extent.ts';
import type { Grid, Span } from './grid.ts';
import { centredGroups } from './groups.ts';
import { isAmount } from './header.ts';
import { type Line, linesOf, splitAtGaps, textOfLine } from './lines.ts';
import { bare } from './words.ts';

/** Wrapped lines of one text are at most this many characters apart, rows of a table mostly more. */
const WRAP = 1.4;

/** What stands further apart than this many characters on a line stands in different cells. */
const PIECE_GAP = 0.6;
/** Labels of the row of sums. */
const TOTAL = /^(?:合计|总计|金额合计)$/;

interface Column {
  readonly span: Span;
  readonly lines: readonly Line[];
}

/**
 * Parts drawn rows that hold many printed ones: columns are ruled, rows are not. The lines of the columns of figures
 * tell the rows; a text that wraps stays in one row, and one that stands beside several rows spans them.
 */
export function splitRows(grid: Grid, glyphs: readonly Glyph[]): Grid {
  const spansOf = Map.groupBy(grid.spans, (span) => span.row);
  const glyphsOf = Map.groupBy(glyphs, ({ y0, y1 }) => firstFrom(grid.ys, (y0 + y1) / 2) - 1);
  const parts = grid.ys
    .slice(0, -1)
    .map((_, row) => boundariesIn(grid, row, spansOf.get(row) ?? [], glyphsOf.get(row) ?? []));
  if (parts.every((part) => part === null)) return grid;
  const starts: number[] = [];
  const ys: number[] = [];
  for (const [row, part] of parts.entries()) {
    starts.push(ys.length);
    ys.push(grid.ys[row] ?? 0, ...(part?.inner ?? []));
  }
  const rowOf = (row: number): number => starts[row] ?? ys.length;
  const spans = grid.spans.flatMap((span) => {
    const part = span.rowSpan === 1 ? parts[span.row] : null;
    const column = part?.columns.find((c) => c.span === span);
    const top = rowOf(span.row);
    const bottom = rowOf(span.row + span.rowSpan);
    if (part == null || column === undefined) return [{ ...span, row: top, rowSpan: bottom - top }];
    return pieces(column, part).map(([from, to]) => ({ ...span, row: top + from, rowSpan: to - from }));
  });
  return { xs: grid.xs, ys: [...ys, grid.ys.at(-1) ?? 0], spans };
}

interface Split {
  readonly columns: readonly Column[];
  /** The boundaries between the printed rows, without the outer ones. */
  readonly inner: readonly number[];
  /** The middles of the lines that tell the rows. */
  readonly anchors: readonly number[];
  /** All boundaries, without that below a last row of sums: no text beside several rows spans it. */
  readonly edges: readonly number[];
}

const middle = (line: Line): number => (line.y0 + line.y1) / 2;
const height = (line: Line): number => line.y1 - line.y0;

function boundariesIn(
  grid: Grid,
  row: number,
  spans: readonly Span[],
  glyphs: readonly Glyph[],
): Split | null {
  const bottom = grid.ys[row + 1] ?? 0;
  const inRow = glyphs.filter(({ y0, y1 }) => (y0 + y1) / 2 < bottom);
  const columns = spans
    .filter((span) => span.rowSpan === 1)
    .map((span): Column => {
      const [x0 = 0, x1 = 0] = [grid.xs[span.column], grid.xs[span.column + span.columnSpan]];
      const inside = inRow.filter((glyph) => {
        const x = (glyph.x0 + glyph.x1) / 2;
        return x > x0 && x < x1;
      });
      return { span, lines: linesOf(inside) };
    });
  const figures = columns.filter(
    ({ lines }) =>
      lines.length >= 2 && lines.filter((line) => isAmount(textOfLine(line))).length >= 0.7 * lines.length,
  );
  if (!tellsRows(figures, columns)) return null;
  const rows = rowsOf(columns, figures);
  if (rows.length < 2) return null;
  const inner = rows.slice(1).map((next, i) => ((rows[i]?.bottom ?? 0) + next.top) / 2);
  const pad = Math.max(0, ((rows[1]?.top ?? 0) - (rows[0]?.bottom ?? 0)) / 2);
  const edges = [(rows[0]?.top ?? 0) - pad, ...inner, (rows.at(-1)?.bottom ?? 0) + pad];
  const [from = 0, to = 0] = edges.slice(-2);
  const hasTotal = linesOf(inRow)
    .filter((line) => middle(line) > from && middle(line) < to)
    .flatMap((line) => splitAtGaps(line, PIECE_GAP))
    .some((piece) => TOTAL.test(bare(textOfLine(piece))));
  return { columns, inner, anchors: rows.map((r) => r.anchor), edges: hasTotal ? edges.slice(0, -1) : edges };
}

/** Two columns of figures, or one whose lines have neighbours: a text that wraps has not. */
function tellsRows(figures: readonly Column[], columns: readonly Column[]): boolean {
  const [first] = figures;
  if (first === undefined || figures.length >= 2) return first !== undefined;
  const anchors = first.lines.map(middle);
  return (
    anchors.length >= 3 &&
    columns.some((c) => c !== first && c.lines.length >= 3 && aligned(c.lines, anchors))
  );
}

interface Row {
  readonly anchor: number;
  readonly top: number;
  readonly bottom: number;
}

/** Rows by the lines with figures; lines of words that are too far from any make rows of their own. */
function rowsOf(columns: readonly Column[], figures: readonly Column[]): readonly Row[] {
  const anchors = supported(clustered(figures.flatMap(({ lines }) => lines)), figures);
  const size = height(anchors[0] ?? { glyphs: [], x0: 0, x1: 0, y0: 0, y1: 10 });
  const pitch = least(anchors.slice(1).map((line, i) => middle(line) - middle(anchors[i] ?? line)));
  const reach = Math.min(WRAP * size, 0.85 * pitch);
  const labels = columns.find((column) => tellsLabels(column, anchors))?.lines ?? [];
  const far = labels.filter((line) =>
    anchors.every((anchor) => Math.abs(middle(anchor) - middle(line)) > reach),
  );
  return clustered([...anchors, ...far]).map((line) => ({
    anchor: middle(line),
    top: line.y0,
    bottom: line.y1,
  }));
}

/** Without lines of one column only that stand close to a row of many: its figure wraps. */
function supported(anchors: readonly Line[], figures: readonly Column[]): readonly Line[] {
  const near = (a: Line, b: Line): boolean => Math.abs(middle(a) - middle(b)) <= 0.5 * height(a);
  const supports = anchors.map((a) => figures.filter(({ lines }) => lines.some((l) => near(a, l))).length);
  return anchors.filter(
    (anchor, i) =>
      figures.length < 3 ||
      supports[i] !== 1 ||
      !anchors.some(
        (other, k) =>
          (supports[k] ?? 0) >= 2 && Math.abs(middle(other) - middle(anchor)) < WRAP * height(anchor),
      ),
  );
}

/** Whether a column has words beside most figures; one with labels of whole groups of rows has not. */
function tellsLabels({ lines }: Column, anchors: readonly Line[]): boolean {
  if (!lines.some((line) => !isAmount(textOfLine(line)))) return false;
  const blocks = blocksOf(lines);
  const beside = anchors.filter((anchor) =>
    blocks.some(({ top, bottom }) => middle(anchor) > top && middle(anchor) < bottom),
  );
  return beside.length >= 0.7 * anchors.length;
}

/** One line for all lines at one height, top to bottom. */
function clustered(lines: readonly Line[]): readonly Line[] {
  const found: Line[] = [];
  for (const line of lines.toSorted((a, b) => middle(a) - middle(b))) {
    const last = found.at(-1);
    if (last === undefined || middle(line) - middle(last) > 0.5 * height(last)) found.push(line);
  }
  return found;
}

/** The cells of a column as ranges of printed rows. */
function pieces(
  column: Column,
  { inner, anchors, edges: above }: Split,
): readonly (readonly [number, number])[] {
  const count = anchors.length;
  const single = Array.from({ length: count }, (_, i) => [i, i + 1] as const);
  const rest = single.slice(above.length - 1);
  const end = above.at(-1) ?? 0;
  const lines = rest.length === 0 ? column.lines : column.lines.filter((line) => middle(line) < end);
  const blocks = blocksOf(lines);
  const between = blocks.some(({ top, bottom }) =>
    inner.some((y) => Math.abs(y - (top + bottom) / 2) < 0.2 * (bottom - top)),
  );
  const isLabel = !lines.some((line) => isAmount(textOfLine(line)));
  const groups = isLabel && (between || column.span.column === 0) ? centredGroups(blocks, above) : null;
  if (groups !== null) return [...groups, ...rest];
  const beside = blocks.filter((block) => {
    const inside = anchors.filter((y) => y > block.top - 2 && y < block.bottom + 2);
    return block.lines.length >= 2 && inside.length >= 2 && !aligned(block.lines, anchors);
  });
  if (beside.length === 0) return single;
  const cuts = blocks.slice(1).map((block, i) => {
    const middleOfGap = ((blocks[i]?.bottom ?? 0) + block.top) / 2;
    return (
      inner.reduce(
        (best, y, at) => (Math.abs(y - middleOfGap) < Math.abs((inner[best] ?? 0) - middleOfGap) ? at : best),
        0,
      ) + 1
    );
  });
  const edges = [...new Set([0, ...cuts, count - rest.length])].toSorted((a, b) => a - b);
  return [...edges.slice(1).map((to, i) => [edges[i] ?? 0, to] as const), ...rest];
}

/** Whether each line has a row of its own. */
const aligned = (lines: readonly Line[], anchors: readonly number[]): boolean =>
  lines.filter((line) => anchors.some((y) => Math.abs(y - middle(line)) < 0.25 * height(line))).length >=
  0.7 * lines.length;

interface Block {
  readonly lines: readonly Line[];
  readonly top: number;
  readonly bottom: number;
}

function blocksOf(lines: readonly Line[]): readonly Block[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && middle(line) - middle(last) <= WRAP * height(last))
      group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({
    lines: group,
    top: group[0]?.y0 ?? 0,
    bottom: group.at(-1)?.y1 ?? 0,
  }));
}
