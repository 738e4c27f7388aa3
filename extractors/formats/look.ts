import type { GlyphPage } from '../../model/document.ts';
import type { ColorRaster, PixelBox, Raster } from '../../model/raster.ts';
import { binarized } from '../recognition/image/binarize.ts';
import { flattened } from '../recognition/image/flatten.ts';
import { type Rule, rulesOf } from '../recognition/image/rulings.ts';
import { withoutSeal } from '../recognition/image/seal.ts';

const POINTS_AN_INCH = 72;
/** Pages are looked at in cells of so many to an inch: a dot of print darkens one of them. */
const CELLS_AN_INCH = 50;
/** By how much a cell is darker than paper where something is printed (0 … 255). */
const INKED = 20;
/** Paper is brighter than this. */
const PAPER = 128;
/** So many cells may be grains of dust. */
const DUST = 3;
/** Of a picture with print on it this part at least is paper when its tint is taken off; of photographs less. */
const LEAST_PAPER = 0.75;
const WHITE = 215;
/** A table has at least so many rules each way that cross so many of the others; a chart has one axis. */
const RULES = 3;

/** Whether a page image shows nothing but paper. Uneven paper counts as something. */
export function isBlank(image: ColorRaster): boolean {
  const side = Math.max(1, Math.round(image.dpi / CELLS_AN_INCH));
  const levels = new Uint32Array(256);
  let paper = 0;
  for (let top = 0; top < image.height; top += side) {
    for (const cell of brightness(image, top, side)) {
      paper = Math.max(paper, cell);
      levels[cell] = (levels[cell] ?? 0) + 1;
    }
    const dark = levels.subarray(0, Math.max(0, paper - INKED)).reduce((sum, count) => sum + count, 0);
    // Most pages have print near their top, and need not be looked at further.
    if (dark > DUST) return false;
  }
  return paper > PAPER;
}

/** The mean brightness (0 … 255) of every cell in a row of cells. */
function brightness({ width, height, data }: ColorRaster, top: number, side: number): readonly number[] {
  const bottom = Math.min(height, top + side);
  return Array.from({ length: Math.ceil(width / side) }, (_, column) => {
    const [left, right] = [column * side, Math.min(width, (column + 1) * side)];
    let sum = 0;
    // Green alone is near enough to what the eye sees.
    for (let y = top; y < bottom; y += 1)
      for (let x = left; x < right; x += 1) sum += data[3 * (y * width + x) + 1] ?? 0;
    return Math.round(sum / ((bottom - top) * (right - left)));
  });
}

/** The page of a blank image: its size and nothing on it. */
export const blankPage = ({ width, height, dpi }: ColorRaster, number: number): GlyphPage => ({
  kind: 'glyphs',
  number,
  width: (width * POINTS_AN_INCH) / dpi,
  height: (height * POINTS_AN_INCH) / dpi,
  glyphs: [],
  rulings: [],
  images: [],
});

/** Whether a part of an image may show print: text is mostly paper, which no photograph is. */
export function looksPrinted(image: ColorRaster, part: PixelBox): boolean {
  const { data } = flattened(withoutSeal(cropped(image, part)));
  let paper = 0;
  for (const value of data) if (value > WHITE) paper += 1;
  return paper >= LEAST_PAPER * data.length;
}

/** Whether a part of an image shows a ruled table. */
export function showsTable(image: ColorRaster, part: PixelBox): boolean {
  if (!looksPrinted(image, part)) return false;
  const { horizontal, vertical } = rulesOf(binarized(flattened(withoutSeal(cropped(image, part)))));
  return countCrossing(horizontal, vertical) >= RULES && countCrossing(vertical, horizontal) >= RULES;
}

/** How many rules cross so many others as those of a table do. */
const countCrossing = (rules: readonly Rule[], others: readonly Rule[]): number =>
  rules.filter((rule) => others.filter((other) => cross(rule, other)).length >= RULES).length;

const cross = (a: Rule, b: Rule): boolean =>
  a.at >= b.from - 2 * b.thickness &&
  a.at <= b.to + 2 * b.thickness &&
  b.at >= a.from - 2 * a.thickness &&
  b.at <= a.to + 2 * a.thickness;

function cropped({ width, height, data, dpi }: ColorRaster, part: PixelBox): Raster {
  const left = Math.max(0, part.left);
  const [wide, high] = [
    Math.min(width, part.right) - left,
    Math.min(height, part.bottom) - Math.max(0, part.top),
  ];
  if (wide <= 0 || high <= 0) return { width: 0, height: 0, data: new Uint8Array(0), dpi };
  const out = new Uint8Array(3 * wide * high);
  for (let y = 0; y < high; y += 1) {
    const from = 3 * ((Math.max(0, part.top) + y) * width + left);
    out.set(data.subarray(from, from + 3 * wide), 3 * y * wide);
  }
  return { width: wide, height: high, data: out, dpi };
}
