import type { PixelBox, Raster } from '../../../model/raster.ts';
import type { Wall } from '../recognizer.ts';
import { componentsOf } from './components.ts';

/** Characters are at least and at most so high (inches). */
const LOW = 0.05;
const HIGH = 0.35;
/** The height of a character, as a part of all spots': most spots are strokes of one. */
const TALL = 0.8;
/** What follows is in heights of a character. Parts of one character lie this near above each other, and make one so high. */
const ABOVE = 0.2;
const WHOLE = 1.25;
/** The strokes of 二 and 三 stand further apart: so wide at least, so high at most. */
const APART = 0.6;
const STROKE_WIDTH = 0.4;
const STROKE_HEIGHT = 0.3;
/** Wider gaps part the columns of a table; punctuation leaves most of its own width white. */
const GAP = 0.9;
/** Spots of one line overlap by this part of the lower one's height. */
const OVERLAP = 0.4;
/** A segment higher than this has run together with the line above or below. */
const LINE = 2;
/** Smaller ones are dirt. */
const DIRT = 0.2;

const wide = ({ left, right }: PixelBox): number => right - left;
const high = ({ top, bottom }: PixelBox): number => bottom - top;
const overlap = (a0: number, a1: number, b0: number, b1: number): number =>
  Math.min(a1, b1) - Math.max(a0, b0);

/**
 * Where lines of text stand on a page without rulings: boxes of ink whose characters follow each other closely, apart from
 * what stands in the next column, from top to bottom.
 * @param page in black and white
 */
export function segmentsOf(page: Raster, walls: readonly Wall[] = []): readonly PixelBox[] {
  const spots = componentsOf(page).filter((box) => high(box) <= 4 * HIGH * page.dpi);
  const size = characterSize(spots, page.dpi);
  if (size === null) return [];
  const isStroke = (box: PixelBox): boolean =>
    wide(box) >= STROKE_WIDTH * size && high(box) <= STROKE_HEIGHT * size;
  const isAbove = (a: PixelBox, b: PixelBox): boolean =>
    overlap(a.left, a.right, b.left, b.right) >= 0.5 * Math.min(wide(a), wide(b)) &&
    overlap(a.top, a.bottom, b.top, b.bottom) >= -(isStroke(a) && isStroke(b) ? APART : ABOVE) * size &&
    Math.max(a.bottom, b.bottom) - Math.min(a.top, b.top) <= WHOLE * size;
  const isBeside = (a: PixelBox, b: PixelBox): boolean =>
    overlap(a.left, a.right, b.left, b.right) >= -GAP * size &&
    overlap(a.top, a.bottom, b.top, b.bottom) >= OVERLAP * Math.min(high(a), high(b)) &&
    !isParted(a, b, walls);
  const belongs = (a: PixelBox, b: PixelBox): boolean => isAbove(a, b) || isBeside(a, b);
  return settled(united(spots, size, isAbove), (boxes) => united(boxes, GAP * size, belongs))
    .flatMap((box) => (high(box) > LINE * size ? rowsOf(page, box, size) : [box]))
    .filter((box) => Math.max(wide(box), high(box)) >= DIRT * size)
    .toSorted((a, b) => a.top + a.bottom - b.top - b.bottom);
}

/** What comes of doing the same again and again until fewer boxes no longer come of it. */
function settled(
  boxes: readonly PixelBox[],
  step: (boxes: readonly PixelBox[]) => readonly PixelBox[],
): readonly PixelBox[] {
  const next = step(boxes);
  return next.length === boxes.length ? next : settled(next, step);
}

function characterSize(spots: readonly PixelBox[], dpi: number): number | null {
  const heights = spots.map(high).filter((height) => height >= LOW * dpi && height <= HIGH * dpi);
  return heights.toSorted((a, b) => a - b)[Math.floor(heights.length * TALL)] ?? null;
}

const isParted = (a: PixelBox, b: PixelBox, walls: readonly Wall[]): boolean => {
  const [from, to] =
    a.left < b.left
      ? [(a.left + a.right) / 2, (b.left + b.right) / 2]
      : [(b.left + b.right) / 2, (a.left + a.right) / 2];
  const y = (Math.max(a.top, b.top) + Math.min(a.bottom, b.bottom)) / 2;
  return walls.some((wall) => wall.at > from && wall.at < to && wall.from <= y && wall.to >= y);
};

/** The boxes with those made one that belong together, directly or by way of others; only near ones are compared. */
function united(
  boxes: readonly PixelBox[],
  reach: number,
  belongs: (a: PixelBox, b: PixelBox) => boolean,
): readonly PixelBox[] {
  const sorted = boxes.toSorted((a, b) => a.left - b.left);
  const groups = sorted.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (groups[at] !== at) at = groups[at] ?? at;
    groups[index] = at;
    return at;
  };
  let open: number[] = [];
  for (const [index, box] of sorted.entries()) {
    open = open.filter((other) => (sorted[other]?.right ?? 0) + reach >= box.left);
    for (const other of open) {
      const before = sorted[other];
      if (before === undefined || !belongs(before, box)) continue;
      const [a, b] = [rootOf(index), rootOf(other)];
      groups[Math.max(a, b)] = Math.min(a, b);
    }
    open.push(index);
  }
  const found = new Map<number, PixelBox>();
  for (const [index, box] of sorted.entries()) {
    const root = rootOf(index);
    const known = found.get(root) ?? box;
    found.set(root, {
      left: Math.min(known.left, box.left),
      top: Math.min(known.top, box.top),
      right: Math.max(known.right, box.right),
      bottom: Math.max(known.bottom, box.bottom),
    });
  }
  return [...found.values()];
}

/** The lines of a box in which several have run together: parted where the fewest pixels are black. */
function rowsOf({ width, data }: Raster, box: PixelBox, size: number): readonly PixelBox[] {
  const ink: number[] = [];
  for (let y = box.top; y < box.bottom; y += 1) {
    let count = 0;
    for (let x = box.left; x < box.right; x += 1) if (data[y * width + x] === 0) count += 1;
    ink.push(count);
  }
  const lines = Math.max(1, Math.round(high(box) / (1.4 * size)));
  const cuts = [0];
  for (let line = 1; line < lines; line += 1) {
    const about = (line * ink.length) / lines;
    const reach = Math.floor(size / 2);
    let best = Math.round(about);
    for (let y = Math.round(about - reach); y <= about + reach; y += 1)
      if ((ink[y] ?? Number.POSITIVE_INFINITY) < (ink[best] ?? 0)) best = y;
    cuts.push(best);
  }
  return cuts.map((cut, index) => ({
    ...box,
    top: box.top + cut,
    bottom: box.top + (cuts[index + 1] ?? ink.length),
  }));
}
