import type { PixelBox, Raster } from '../../../model/raster.ts';
import { componentsOf } from './components.ts';

/** Between print and paper: the ink of a seal on a page without colours. */
const DARKEST = 90;
const LIGHTEST = 205;
/** Its strokes are at least this wide (inches), which the soft edges of print are not. */
const STROKE = 0.02;
/** Its star, or a part of its ring, is at least so large (inches), which no blurred stroke of print is; other parts are. */
const LARGE = 0.25;
const PART = 0.08;
/** They stand so near each other, and make a seal of such a size (inches) that is about as wide as high. */
const NEAR = 0.35;
const SMALLEST = 0.8;
const LARGEST = 2.4;
const OBLONG = 1.8;
/** The soft edges of a seal reach so far (inches). */
const RIM = 0.04;
/** Print is darker than the seal by this much; where it is not, a faint page would be taken for one. */
const DARKER = 60;
/** What is in between fades to white. */
const FADE = 30;

/**
 * A page without the gray seals that a scan without colours has made of red ones. Print under them, which is darker,
 * stays.
 * @param page in gray, its paper white
 */
export function withoutStamp(page: Raster): Raster {
  const { width, height, data, dpi } = page;
  const middle = data.map((value) => (value > DARKEST && value < LIGHTEST ? 1 : 0));
  const reach = Math.max(1, Math.floor((STROKE * dpi) / 2));
  const solid = { width, height, data: solidOf(middle, width, height, reach), dpi };
  const seals = sealsOf(solid);
  if (seals.length === 0) return page;
  const print = middleOf(data, (value) => value <= DARKEST);
  const faint = Uint8Array.from(data);
  for (const { left, top, right, bottom } of seals) {
    const level = middleOf(data, (_, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      return solid.data[at] === 0 && x >= left && x < right && y >= top && y < bottom;
    });
    if (level - print < DARKER) continue;
    const dark = level - 2 * FADE;
    for (let y = top; y < bottom; y += 1)
      for (let x = left; x < right; x += 1) {
        const value = data[y * width + x] ?? 255;
        faint[y * width + x] =
          value <= dark ? value : Math.min(255, dark + ((value - dark) * (255 - dark)) / FADE);
      }
  }
  return { width, height, data: faint, dpi };
}

/** Where seals stand: around every large spot, with all that is near. */
function sealsOf(solid: Raster): readonly PixelBox[] {
  const { width, height, dpi } = solid;
  const size = ({ left, top, right, bottom }: PixelBox) => Math.max(right - left, bottom - top) / dpi;
  const parts = componentsOf(solid).filter((box) => size(box) >= PART);
  const seals: PixelBox[] = [];
  for (const seed of parts.filter((box) => size(box) >= LARGE)) {
    if (seals.some((seal) => distance(seal, seed) === 0)) continue;
    let seal = seed;
    for (let next = seed; ; seal = next) {
      for (const part of parts) if (distance(next, part) <= NEAR * dpi) next = around(next, part);
      if (next === seal || size(next) > LARGEST) break;
    }
    const [wide, high] = [(seal.right - seal.left) / dpi, (seal.bottom - seal.top) / dpi];
    const isSeal = Math.min(wide, high) >= SMALLEST && wide <= OBLONG * high && high <= OBLONG * wide;
    const rim = Math.ceil(RIM * dpi);
    if (!isSeal || size(seal) > LARGEST) continue;
    seals.push({
      left: Math.max(0, seal.left - rim),
      top: Math.max(0, seal.top - rim),
      right: Math.min(width, seal.right + rim),
      bottom: Math.min(height, seal.bottom + rim),
    });
  }
  return seals;
}

const distance = (a: PixelBox, b: PixelBox): number =>
  Math.max(0, a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);

/** The smallest box about two; the very first where it holds the other. */
function around(a: PixelBox, b: PixelBox): PixelBox {
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)];
  const [right, bottom] = [Math.max(a.right, b.right), Math.max(a.bottom, b.bottom)];
  const isSame = left === a.left && top === a.top && right === a.right && bottom === a.bottom;
  return isSame ? a : { left, top, right, bottom };
}

/** The median of some pixels; 0 where there are none. */
function middleOf(data: Uint8Array, isMeant: (value: number, at: number) => boolean): number {
  const counts = new Int32Array(256);
  let total = 0;
  for (const [at, value] of data.entries()) {
    if (!isMeant(value, at)) continue;
    counts[value] = (counts[value] ?? 0) + 1;
    total += 1;
  }
  let seen = 0;
  return Math.max(
    0,
    counts.findIndex((one) => {
      seen += one;
      return seen * 2 >= total;
    }),
  );
}

/** What of a mask (1) stays where everything within `reach` across and down is of it, black (0) on white (255). */
function solidOf(mask: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  const across = new Uint8Array(mask.length);
  const both = new Uint8Array(mask.length);
  for (let y = 0; y < height; y += 1) erode(mask, across, y * width, 1, width, reach);
  for (let x = 0; x < width; x += 1) erode(across, both, x, width, height, reach);
  return both.map((one) => (one === 1 ? 0 : 255));
}

function erode(
  from: Uint8Array,
  to: Uint8Array,
  start: number,
  step: number,
  length: number,
  reach: number,
): void {
  let run = 0;
  for (let at = 0; at < length; at += 1) {
    run = from[start + at * step] === 1 ? run + 1 : 0;
    if (run > 2 * reach) to[start + (at - reach) * step] = 1;
  }
}
