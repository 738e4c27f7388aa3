import type { Span } from './assemble.ts';
import { borders, type Mark, type Slot } from './borders.ts';
import { greatest } from './greatest.ts';
import { filled, type GridRow } from './grid.ts';
import { groupLabels } from './group-labels.ts';
import { indicatorLabels } from './indicator-labels.ts';
import { joinBits, piecesOf, printedWidth } from './join.ts';
import { isFigure } from './kind.ts';
import { isStrokes } from './noise.ts';
import type { Label, Piece } from './pieces.ts';
import type { Stub } from './stubs.ts';
import { firstLevelOf, isTotalWord, parentOf } from './vocabulary.ts';
import type { Block } from './wrap.ts';

/** A label and the rows (blocks) that it covers, `[start, end)`. */
interface Cover {
  readonly label: Label;
  readonly start: number;
  readonly end: number;
}

/** The body on the page: its lines, the block of each, and the blocks as slots for labels. */
interface Scene {
  readonly lines: readonly GridRow[];
  readonly blockOf: readonly number[];
  readonly slots: readonly Slot[];
  /** Top and bottom of each line. */
  readonly extents: readonly (readonly [number, number])[];
}

/** Where the texts of each column break: the width of the widest piece before a break. */
function wrapWidths(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (const block of blocks)
    for (const { column, bit } of filled(block))
      for (const piece of piecesOf(bit.text).slice(0, -1))
        widths.set(column, Math.max(widths.get(column) ?? 0, printedWidth(piece)));
  return widths;
}

/** How many printed lines a cell's text took up; a column that never breaks has one. */
const printedLines = (text: string, width: number): number =>
  piecesOf(text).reduce(
    (sum, piece) => sum + (width < 4 ? 1 : Math.max(1, Math.round(printedWidth(piece) / width))),
    0,
  );

/** The number of a list item (1. 2. 3. …), or null. */
function ordinalOf(text: string): number | null {
  const found = /^[-\s]*[(（]?(\d{1,2})[)）.、．]/u.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

function sceneOf(blocks: readonly Block[], stubs: ReadonlySet<number>): Scene {
  const blockOf = blocks.flatMap((block, index) => block.lines.map(() => index));
  const widths = wrapWidths(blocks);
  let bottom = 0;
  const slots = blocks.map((block): Slot => {
    const own = filled(block).filter(({ column }) => !stubs.has(column));
    const tallest = greatest(
      own.map(({ column, bit }) => printedLines(bit.text, widths.get(column) ?? 0)),
      1,
    );
    const top = bottom;
    bottom += block.lines.length > 1 ? block.lines.length : tallest;
    const words = own.map(({ bit }) => bit.text).join(' ');
    const total = block.cells.some((bit) => bit !== null && isTotalWord(bit.text));
    return {
      top,
      bottom,
      words,
      name: own[0]?.bit.text ?? '',
      torn: block.lines.length > 1,
      group: null,
      ordinal: ordinalOf(own[0]?.bit.text ?? ''),
      total,
    };
  });
  const extents = blocks.flatMap((block, index) => {
    const { top, bottom } = slots[index] ?? { top: 0, bottom: 1 };
    const height = (bottom - top) / block.lines.length;
    return block.lines.map((_, at) => [top + at * height, top + (at + 1) * height] as const);
  });
  return { lines: blocks.flatMap((block) => block.lines), blockOf, slots, extents };
}

const piecesIn = (scene: Scene, column: number): readonly Piece[] =>
  scene.lines.flatMap((row, at) => {
    const bit = row.cells[column] ?? null;
    return bit === null ? [] : [{ at, bit }];
  });

/** Labels that stand in one and the same row are one label: a cell cannot hold two. */
function apart(labels: readonly Label[], blockOf: readonly number[]): readonly Label[] {
  const found: Label[] = [];
  for (const label of labels) {
    const above = found.at(-1);
    if (above !== undefined && (blockOf[above.to] ?? 0) >= (blockOf[label.from] ?? 0)) {
      const bit = joinBits([above.bit, label.bit]) ?? above.bit;
      found[found.length - 1] = { bit, from: above.from, to: label.to };
    } else found.push(label);
  }
  return found;
}

/** Where a label's middle lies on the page. In a row that is one printed line it may stand anywhere in its height. */
function middleOf(scene: Scene, label: Label): { readonly middle: number; readonly reach: number } {
  const [upper, lower] = [scene.extents[label.from], scene.extents[label.to]];
  const [top, bottom] = [upper?.[0] ?? 0, lower?.[1] ?? 0];
  return {
    middle: (top + bottom) / 2,
    reach: label.from === label.to ? Math.max(0.5, (bottom - top) / 2) : 0.5,
  };
}

/** Gives every label its rows. */
function cover(
  scene: Scene,
  labels: readonly Label[],
  all: readonly Slot[],
  group: (text: string) => string | null,
): readonly Cover[] {
  const single = apart(labels, scene.blockOf);
  const lastLabelled = scene.blockOf[single.at(-1)?.to ?? 0] ?? 0;
  let rows = all.length;
  while (rows - 1 > lastLabelled && (all[rows - 1]?.total ?? false)) rows -= 1;
  const slots = all.slice(0, rows);
  const marks = single.map(
    (label): Mark => ({
      from: scene.blockOf[label.from] ?? 0,
      to: scene.blockOf[label.to] ?? 0,
      ...middleOf(scene, label),
      words: label.bit.text,
      group: group(label.bit.text),
    }),
  );
  const starts = borders(slots, marks);
  return single.flatMap((label, index) => {
    const start = starts[index];
    return start === undefined
      ? []
      : [clip({ label, start, end: starts[index + 1] ?? slots.length }, slots, marks[index])];
  });
}

/** A label does not reach into rows at its ends that surely belong to another group (whose label was lost). */
function clip(cover: Cover, slots: readonly Slot[], mark: Mark | undefined): Cover {
  if (mark === undefined || mark.group === null) return cover;
  const foreign = (at: number) => {
    const group = slots[at]?.group ?? null;
    return group !== null && group !== mark.group;
  };
  let { start, end } = cover;
  while (end - 1 > mark.to && foreign(end - 1)) end -= 1;
  while (start < mark.from && foreign(start)) start += 1;
  return { ...cover, start, end };
}

const toSpan = (column: number, { label, start, end }: Cover): Span => ({
  row: start,
  column,
  rowSpan: end - start,
  bit: label.bit,
});

/** Where the indicators of a further project begin: 产出指标 again after the others. */
function projects(first: readonly Cover[], rows: number): readonly (readonly [number, number])[] {
  const starts = [0];
  let others = false;
  for (const { label, start } of first) {
    const name = firstLevelOf(label.bit.text);
    if (name === '产出指标' && others) starts.push(start);
    if (name !== null) others = name !== '产出指标';
  }
  return starts.map((start, index) => [start, starts[index + 1] ?? rows] as const);
}

/** A lone letter or mark: a speck beside vertical print. */
const isSpeck = (text: string): boolean => /^[a-z,.•·|'`]$/iu.test(text);

const firstFree = (start: number, taken: ReadonlySet<number>): number => {
  let row = start;
  while (taken.has(row)) row += 1;
  return row;
};

/** A label beside the rows, printed vertically: one cell in the first row of its project. */
function sideSpans(
  scene: Scene,
  column: number,
  parts: readonly (readonly [number, number])[],
): readonly Span[] {
  return parts.flatMap(([start, end]) => {
    const inside = piecesIn(scene, column).filter(
      ({ at, bit }) =>
        (scene.blockOf[at] ?? 0) >= start && (scene.blockOf[at] ?? 0) < end && !isSpeck(bit.text),
    );
    const rowOf = (piece: Piece): number => scene.blockOf[piece.at] ?? start;
    const sums = new Set(inside.filter(({ bit }) => isTotalWord(bit.text)).map(rowOf));
    const home = inside.map(rowOf).some((row) => !sums.has(row)) ? firstFree(start, sums) : null;
    const rows = new Map<number, Piece[]>();
    for (const piece of inside) {
      const row = sums.has(rowOf(piece)) || home === null ? rowOf(piece) : home;
      rows.set(row, [...(rows.get(row) ?? []), piece]);
    }
    return [...rows].flatMap(([row, pieces]): Span[] => {
      const bit = joinBits(pieces.map((piece) => piece.bit));
      return bit === null ? [] : [{ row, column, rowSpan: 1, bit }];
    });
  });
}

/** Figures that stand in a label column of a row that was not torn: they are no labels, and must not be lost. */
function strayFigures(blocks: readonly Block[], column: number): readonly Span[] {
  return blocks.flatMap((block, row): Span[] => {
    const bit = block.cells[column] ?? null;
    const stray = bit !== null && block.lines.length === 1 && isFigure(bit.text) && !isStrokes(bit.text);
    return stray ? [{ row, column, rowSpan: 1, bit }] : [];
  });
}

/** Labels and figures of one column: a label ends where a figure stands. */
function withFigures(labels: readonly Span[], figures: readonly Span[]): readonly Span[] {
  const cut = labels.map((label) => {
    const next = figures.find(({ row }) => row > label.row && row < label.row + label.rowSpan);
    return next === undefined ? label : { ...label, rowSpan: next.row - label.row };
  });
  return [...cut, ...figures.filter(({ row }) => !cut.some((label) => label.row === row))];
}

/** The cells of a table's body: merged labels with the rows they cover, and everything else where it stands. */
export function spanLabels(blocks: readonly Block[], stubs: readonly Stub[]): readonly Span[] {
  const columns = new Set(stubs.map((stub) => stub.column));
  const scene = sceneOf(blocks, columns);
  const of = (kind: Stub['kind']) => stubs.find((stub) => stub.kind === kind)?.column;
  const [firstColumn, secondColumn] = [of('first-level'), of('second-level')];
  const none = (): string | null => null;
  const second =
    secondColumn === undefined
      ? []
      : cover(scene, indicatorLabels(piecesIn(scene, secondColumn)), scene.slots, none);
  const groups: (string | null)[] = scene.slots.map(() => null);
  for (const { label, start, end } of second) groups.fill(parentOf(label.bit.text), start, end);
  const known = scene.slots.map((slot, index): Slot => ({ ...slot, group: groups[index] ?? null }));
  const first =
    firstColumn === undefined
      ? []
      : cover(scene, indicatorLabels(piecesIn(scene, firstColumn)), known, firstLevelOf);
  const parts = projects(first, blocks.length);
  const merged = stubs.flatMap(({ column, kind }): readonly Span[] => {
    if (kind === 'first-level' || kind === 'second-level') {
      const covers = kind === 'first-level' ? first : second;
      return withFigures(
        covers.map((one) => toSpan(column, one)),
        strayFigures(blocks, column),
      );
    }
    if (kind === 'side') return sideSpans(scene, column, parts);
    return cover(scene, groupLabels(piecesIn(scene, column)), scene.slots, none).map((one) =>
      toSpan(column, one),
    );
  });
  const plain = blocks.flatMap((block, row) =>
    filled(block).flatMap(({ column, bit }): Span[] =>
      columns.has(column) ? [] : [{ row, column, rowSpan: 1, bit }],
    ),
  );
  return [...merged, ...plain];
}
