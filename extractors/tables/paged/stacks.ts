import type { Box } from '../../../model/place.ts';
import type { Edge, Edges } from './edges.ts';
import { components } from './components.ts';
import type { Row } from './regions.ts';
import { isCaption, isFormLine, namesTable } from './words.ts';

/** Lines that end within this many points of each other end together. */
const SAME_END = 4;
/** Shorter lines (points) underline something. */
const MIN_WIDTH = 120;
/** This part of a table's width no text in one piece covers but prose. */
const PROSE = 0.85;

/** Horizontal lines of one extent, one below the other, with the shorter ones between them: a table without verticals. */
export interface Stack {
  readonly box: Box;
  /** Top to bottom; those over the whole width and those over a part of it. */
  readonly edges: readonly Edge[];
  /** The heights of the lines over the whole width. */
  readonly full: readonly number[];
}

/** The stacks of a page of at least three lines over the whole width, top to bottom; titles and prose part them. */
export function stacksOf(edges: Edges, rows: readonly Row[]): readonly Stack[] {
  const met = new Set(components(edges).flatMap((component) => component.horizontal));
  const free = edges.horizontal.filter((edge) => !met.has(edge)).toSorted((a, b) => a.at - b.at);
  const stacks: Edge[][] = [];
  for (const edge of free.filter((e) => e.to - e.from >= MIN_WIDTH)) {
    const stack = stacks.findLast((s) => goesOn(s, edge, rows));
    if (stack === undefined) stacks.push([edge]);
    else stack.push(edge);
  }
  return stacks.map((stack) => stackOf(stack, free)).filter(({ full }) => full.length >= 3);
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
  const from = Math.min(...long.map((edge) => edge.from));
  const to = Math.max(...long.map((edge) => edge.to));
  const [top = 0, bottom = 0] = [long[0]?.at, long.at(-1)?.at];
  const edges = free.filter(
    (edge) =>
      edge.at >= top && edge.at <= bottom && edge.from >= from - SAME_END && edge.to <= to + SAME_END,
  );
  return {
    box: [from, top, to, bottom],
    edges,
    full: edges.filter((edge) => sameExtent(edge, { at: 0, from, to })).map((edge) => edge.at),
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
