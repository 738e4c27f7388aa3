import type { Ruling } from '../../../model/document.ts';
import { apply, type Matrix } from '../../../model/matrix.ts';
import { OP } from './operators.ts';
import { type Area, areaOf, intersect } from './state.ts';

/** A filled bar at most this thick (points) is a drawn line, a thicker one is a background. */
const MAX_LINE = 3;
/** Shorter than this (points) is a dot or a corner joint. */
const MIN_LENGTH = 2;
/** Hairlines are drawn as thin as the device can (points). */
const HAIRLINE = 0.1;
/** How far (points) the ends of a line may be off the axis. */
const MAX_SLANT = 0.6;

export type Point = readonly [number, number];
export interface Subpath {
  readonly points: readonly Point[];
  readonly closed: boolean;
  readonly curved: boolean;
}

/** What a path leaves on the page: lines, and areas filled as background. */
export interface Ink {
  readonly rulings: readonly Ruling[];
  readonly areas: readonly Area[];
}

/**
 * The subpaths of a path, on the page. `data` is the flat list of pdf.js: 0 x y move, 1 x y line,
 * 2 followed by six numbers a cubic and 3 followed by four a quadratic curve, 4 close.
 */
export function subpaths(data: ArrayLike<number>, ctm: Matrix): readonly Subpath[] {
  const found: Subpath[] = [];
  let points: Point[] = [];
  let curved = false;
  const finish = (closed: boolean): void => {
    if (points.length > 1) found.push({ points, closed, curved });
    points = [];
    curved = false;
  };
  const at = (index: number): Point => apply(ctm, data[index] ?? 0, data[index + 1] ?? 0);
  for (let i = 0; i < data.length; ) {
    const code = data[i];
    if (code === 0) {
      finish(false);
      points.push(at(i + 1));
      i += 3;
    } else if (code === 1) {
      points.push(at(i + 1));
      i += 3;
    } else if (code === 2 || code === 3) {
      curved = true;
      points.push(at(code === 2 ? i + 5 : i + 3));
      i += code === 2 ? 7 : 5;
    } else {
      const [start] = points;
      finish(true);
      if (start !== undefined) points.push(start);
      i += 1;
    }
  }
  finish(false);
  return found;
}

const STROKES: ReadonlySet<number> = new Set([OP.stroke, OP.fillStroke, OP.eoFillStroke]);
const CLOSING: ReadonlySet<number> = new Set([OP.closeStroke, OP.closeFillStroke, OP.closeEOFillStroke]);
const FILLS: ReadonlySet<number> = new Set([
  OP.fill,
  OP.eoFill,
  OP.fillStroke,
  OP.eoFillStroke,
  OP.closeFillStroke,
  OP.closeEOFillStroke,
]);

/** The ink of one painted path inside `clip`; `lineWidth` in points on the page. */
export function inkOf(path: readonly Subpath[], paint: number, lineWidth: number, clip: Area): Ink {
  const rulings: Ruling[] = [];
  const areas: Area[] = [];
  const add = (area: Area, width: number): void => {
    const ruling = asRuling(intersect(area, clip), width);
    if (ruling !== null) rulings.push(ruling);
  };
  for (const { points, closed, curved } of path) {
    const area = areaOf(points);
    if (FILLS.has(paint)) {
      const thickness = Math.min(area[2] - area[0], area[3] - area[1]);
      if (thickness <= MAX_LINE) add(area, thickness);
      else if (!curved && isBox(points)) areas.push(intersect(area, clip));
    }
    if (!STROKES.has(paint) && !CLOSING.has(paint)) continue;
    const [first] = points;
    const track = first !== undefined && (closed || CLOSING.has(paint)) ? [...points, first] : points;
    for (const [index, point] of track.entries()) {
      const before = track[index - 1];
      if (before === undefined) continue;
      const side = areaOf([before, point]);
      if (Math.min(side[2] - side[0], side[3] - side[1]) > MAX_SLANT) continue;
      if (lineWidth <= MAX_LINE) add(side, lineWidth);
      else areas.push(intersect(widened(side, lineWidth / 2), clip));
    }
  }
  return { rulings, areas };
}

const widened = ([x0, y0, x1, y1]: Area, by: number): Area =>
  x1 - x0 > y1 - y0 ? [x0, y0 - by, x1, y1 + by] : [x0 - by, y0, x1 + by, y1];

const isBox = (points: readonly Point[]): boolean => {
  const [x0, y0, x1, y1] = areaOf(points);
  return points.every(
    ([x, y]) =>
      Math.min(Math.abs(x - x0), Math.abs(x - x1)) < MAX_SLANT &&
      Math.min(Math.abs(y - y0), Math.abs(y - y1)) < MAX_SLANT,
  );
};

/** The centre line of a thin area, or `null` for a dot or for what the clip took away. */
export function asRuling([x0, y0, x1, y1]: Area, width: number): Ruling | null {
  const wide = x1 - x0;
  const high = y1 - y0;
  if (wide < -MAX_SLANT || high < -MAX_SLANT || Math.max(wide, high) < MIN_LENGTH) return null;
  const x = (x0 + x1) / 2;
  const y = (y0 + y1) / 2;
  const drawn = Math.max(HAIRLINE, width);
  return wide > high ? { x0, y0: y, x1, y1: y, width: drawn } : { x0: x, y0, x1: x, y1, width: drawn };
}
