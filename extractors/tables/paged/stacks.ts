import type { Box } from '../../../model/place.ts';
import { components } from './components.ts';
import type { Edge, Edges } from './edges.ts';
import { greatest, least } from './extent.ts';
import { isTabular } from './regions.ts';
import { type Row, sizeOf } from './rows.ts';
import { isCaption, isFormLine, namesTable } from './words.ts';

/** Lines that end within this many points of each other end together. */
const SAME_END = 4;
/** Shorter lines (points) underline something. */
const MIN_WIDTH = 120;
/** So many lines make a table, though cells merged down its side leave few of them whole. */
const MANY = 5;
/** This part of a table's width no text in one piece covers but prose. */
const PROSE = 0.85;

/** Horizontal lines of one extent, one below the other, with the shorter ones between them: a table without verticals. */
export interface Stack {
  readonly box: Box;
  /** Top to bottom; those over the whole width and those over a part of it. */
  readonly edges: readonly Edge[];
  /** The heights of the lines over the whole width. */
  readonly full: readonly number[];
  /** Rows go on below the last line: the page cut the table. */
  readonly open: boolean;
}

/** Wrapped lines are at most this many characters apart. */
const WRAP = 0.6;
/** The next row of an open stack stands at most this many characters below the one before. */
const MAX_PITCH = 4;

/** The stacks of a page, top to bottom: three lines over the whole width, or two and open below. Titles and prose part them. */
export function stacksOf(edges: Edges, rows: readonly Row[]): readonly Stack[] {
  const met = new Set(components(edges).flatMap((component) => component.horizontal));
  const free = edges.horizontal.filter((edge) => !met.has(edge)).toSorted((a, b) => a.at - b.at);
  const stacks: Edge[][] = [];
  for (const edge of free.filter((e) => e.to - e.from >= MIN_WIDTH)) {
    const stack = stacks.findLast((s) => goesOn(s, edge, rows));
    if (stack === undefined) stacks.push([edge]);
    else stack.push(edge);
  }
  return stacks
    .map((stack) => opened(stackOf(stack, free), rows, edges.horizontal))
    .filter(
      ({ full, open, edges: all }) => full.length >= 3 || (open && full.length === 2) || all.length >= MANY,
    );
}

/** The stack with the rows that go on below its last line. */
function opened(stack: Stack, rows: readonly Row[], lines: readonly Edge[]): Stack {
  const [x0, y0, x1, y1] = stack.box;
  const end = least(lines.filter((e) => e.at > y1 && e.from < x1 && e.to > x0).map((e) => e.at));
  const below = rows.filter(
    ({ line }) => middleOf(line) > y1 && middleOf(line) < end && line.x0 > x0 - 2 && line.x1 < x1 + 2,
  );
  const rest: Row[] = [];
  for (const row of below) {
    const bottom = rest.at(-1)?.line.y1 ?? y1;
    if (row.line.y0 - bottom > MAX_PITCH * sizeOf(row) || parts(row, { at: 0, from: x0, to: x1 })) break;
    rest.push(row);
  }
  const kept = rest.slice(0, 2).some(isTabular) ? withoutTail(rest) : [];
  const last = kept.at(-1);
  return last === undefined ? stack : { ...stack, box: [x0, y0, x1, last.line.y1 + 2], open: true };
}

/** Up to the last row with texts side by side, and what wraps below it. */
function withoutTail(rows: readonly Row[]): readonly Row[] {
  let end = rows.findLastIndex(isTabular);
  for (let next = rows[end + 1]; next !== undefined; next = rows[end + 1]) {
    if (next.line.y0 - (rows[end]?.line.y1 ?? 0) > WRAP * sizeOf(next)) break;
    end += 1;
  }
  return rows.slice(0, end + 1);
}

function goesOn(stack: readonly Edge[], edge: Edge, rows: readonly Row[]): boolean {
  const last = stack.at(-1);
  const [first] = stack;
  if (first === undefined || last === undefined) return false;
  if (!sameExtent(first, edge) && !isInside(edge, first)) return false;
  const between = rows.filter(({ line }) => middleOf(line) > last.at && middleOf(line) < edge.at);
  return between.length > 0 && !between.some((row) => parts(row, first));
}

const middleOf = ({ y0, y1 }: { readonly y0: number; readonly y1: number }): number => (y0 + y1) / 2;

const sameExtent = (a: Edge, b: Edge): boolean =>
  Math.abs(a.from - b.from) <= SAME_END && Math.abs(a.to - b.to) <= SAME_END;

const isInside = (edge: Edge, whole: Edge): boolean =>
  edge.from >= whole.from - SAME_END && edge.to <= whole.to + SAME_END;

/** Whether a line stands between two tables: a title, a caption, a unit line, a line of prose. */
function parts({ line, pieces, texts }: Row, whole: Edge): boolean {
  if (texts.some(isFormLine)) return true;
  if (pieces.length > 1) return false;
  return (
    texts.some((text) => namesTable(text) || isCaption(text)) ||
    line.x1 - line.x0 > PROSE * (whole.to - whole.from)
  );
}

function stackOf(long: readonly Edge[], free: readonly Edge[]): Stack {
  const from = least(long.map((edge) => edge.from));
  const to = greatest(long.map((edge) => edge.to));
  const [top = 0, bottom = 0] = [long[0]?.at, long.at(-1)?.at];
  const edges = free.filter(
    (edge) => edge.at >= top && edge.at <= bottom && edge.from >= from - SAME_END && edge.to <= to + SAME_END,
  );
  return {
    box: [from, top, to, bottom],
    edges,
    full: edges.filter((edge) => sameExtent(edge, { at: 0, from, to })).map((edge) => edge.at),
    open: false,
  };
}

/** The printed lines inside a stack. */
export const rowsInside = ({ box: [x0, y0, x1, y1] }: Stack, rows: readonly Row[]): readonly Row[] =>
  rows.filter(
    ({ line }) =>
      middleOf(line) > y0 &&
      middleOf(line) < y1 &&
      (line.x0 + line.x1) / 2 > x0 &&
      (line.x0 + line.x1) / 2 < x1,
  );
