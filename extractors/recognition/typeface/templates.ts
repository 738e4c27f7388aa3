import type { PixelBox, Raster } from '../../../model/raster.ts';
import { type Advances, advanceOf, advancesOf } from './advances.ts';

/** A figure that is surely read, and its ink on the page. */
export interface SureFigure {
  readonly text: string;
  readonly ink: PixelBox;
}

/** How a character looks on this page: ink of 0 … 1, row after row, over its advance and the height of a line. */
export interface Template {
  readonly character: string;
  readonly width: number;
  readonly data: Float32Array;
  /** Σ data². */
  readonly energy: number;
}

/** The characters of the figures of a table as they are printed on its page. */
export interface Typeface {
  readonly advances: Advances;
  /** Height of a line in pixels; `rise` of them stand above the ink of a figure. */
  readonly height: number;
  readonly rise: number;
  readonly templates: readonly Template[];
}

const PLAIN = /^[\d.,]+%?$/u;
/** Digits of fewer pixels are too coarse to be told apart. */
const LOWEST = 8;
/** Ink of other heights is of another size, or has dirt about it. */
const OTHER_HEIGHT = 0.25;
/** White above and below the digits that belongs to a line, as parts of their height; below, commas hang. */
const RISE = 0.1;
const FALL = 0.3;
/** A character is shown by so many places at most. */
const MOST_PLACES = 16;
const ROUNDS = 2;
/** How far a character may stand from where its advances put it, as a part of a digit, and what a pixel of that costs. */
const DRIFT = 0.2;
const DRIFTING = 0.02;
/** Fewer different digits are no typeface. */
const FEWEST = 5;

/** The ink (0 … 1) of a part of a page; white outside of it. */
export function inkOf(page: Raster, { left, top, right, bottom }: PixelBox): Float32Array {
  const width = right - left;
  const ink = new Float32Array(width * (bottom - top));
  for (let y = Math.max(0, top); y < Math.min(page.height, bottom); y += 1)
    for (let x = Math.max(0, left); x < Math.min(page.width, right); x += 1)
      ink[(y - top) * width + x - left] = 1 - (page.data[y * page.width + x] ?? 255) / 255;
  return ink;
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

interface Corner {
  readonly left: number;
  readonly top: number;
}

/**
 * Learns how the characters of figures look from those of one table that are surely read; `null` where they are too few, or
 * not printed in one typeface with digits of one width.
 * @param page in gray, without rulings
 */
export function typefaceOf(page: Raster, figures: readonly SureFigure[]): Typeface | null {
  const alike = ofOneHeight(figures.filter(({ text }) => PLAIN.test(text)));
  const advances = advancesOf(alike.map(({ text, ink }) => ({ text, width: ink.right - ink.left })));
  const digitHeight = median(alike.map(heightOf));
  if (advances === null || digitHeight < LOWEST) return null;
  const rise = Math.ceil(RISE * digitHeight);
  const height = rise + Math.ceil((1 + FALL) * digitHeight);
  const drift = Math.max(1, Math.round(DRIFT * advances.digit));
  const templates = [...placesOf(alike, advances, rise)].map(([character, places]) => {
    const width = Math.max(1, Math.floor(advanceOf(character, advances)));
    return templateOf(page, character, places, { width, height, drift });
  });
  const digits = templates.filter(({ character }) => /\d/u.test(character));
  return digits.length < FEWEST ? null : { advances, height, rise, templates };
}

const heightOf = ({ ink }: SureFigure): number => ink.bottom - ink.top;

function ofOneHeight(figures: readonly SureFigure[]): readonly SureFigure[] {
  const digitHeight = median(figures.filter(({ text }) => !text.includes(',')).map(heightOf));
  return figures.filter((figure) => {
    const most = figure.text.includes(',') ? FALL + OTHER_HEIGHT : OTHER_HEIGHT;
    return Math.abs(heightOf(figure) - digitHeight) <= most * digitHeight;
  });
}

/** Where every character stands, by what the advances say. */
function placesOf(
  figures: readonly SureFigure[],
  advances: Advances,
  rise: number,
): ReadonlyMap<string, readonly Corner[]> {
  const places = new Map<string, Corner[]>();
  for (const { text, ink } of figures) {
    let x = startOf(text, ink, advances);
    for (const character of text) {
      const known = places.get(character) ?? [];
      if (known.length < MOST_PLACES) known.push({ left: Math.round(x), top: ink.top - rise });
      places.set(character, known);
      x += advanceOf(character, advances);
    }
  }
  return places;
}

/** Where a figure's first character begins: the ink of one that begins with a 1 tells less than its end or its middle. */
function startOf(text: string, ink: PixelBox, advances: Advances): number {
  const width = [...text].reduce((sum, character) => sum + advanceOf(character, advances), 0);
  if (!text.startsWith('1')) return ink.left - advances.bearing;
  return text.endsWith('1') ? (ink.left + ink.right - width) / 2 : ink.right + advances.bearing - width;
}

/** The mean of a character over its places, after every place has moved to where it is most like the mean. */
function templateOf(
  page: Raster,
  character: string,
  places: readonly Corner[],
  { width, height, drift }: { readonly width: number; readonly height: number; readonly drift: number },
): Template {
  const cut = ({ left, top }: Corner): Float32Array =>
    inkOf(page, { left, top, right: left + width, bottom: top + height });
  let current = places;
  let mean = meanOf(current.map(cut), width * height);
  for (let round = 0; round < ROUNDS && places.length > 1; round += 1) {
    const wanted = mean;
    current = current.map((corner) => {
      let best = { corner, likeness: Number.NEGATIVE_INFINITY };
      for (let dy = -1; dy <= 1; dy += 1)
        for (let dx = -drift; dx <= drift; dx += 1) {
          const moved = { left: corner.left + dx, top: corner.top + dy };
          const likeness = product(cut(moved), wanted) - DRIFTING * Math.abs(dx);
          if (likeness > best.likeness) best = { corner: moved, likeness };
        }
      return best.corner;
    });
    mean = meanOf(current.map(cut), width * height);
  }
  const template = { character, width, data: mean, energy: product(mean, mean) };
  return character === '%' ? withoutNeighbour(template, height) : template;
}

/** How much of a percent sign's advance may be the digit before it, and the ink of white columns, as a part of the mean. */
const NEIGHBOUR = 0.25;
const WHITE = 0.1;

/** How wide a percent sign is follows from few figures: what stands left of the white before it is the digit before it. */
function withoutNeighbour({ character, width, data }: Template, height: number): Template {
  const inks = Array.from({ length: width }, (_, x) =>
    Array.from({ length: height }, (_, y) => (data[y * width + x] ?? 0) ** 2).reduce((a, b) => a + b, 0),
  );
  const white = (WHITE * inks.reduce((a, b) => a + b, 0)) / width;
  const first = Math.max(
    0,
    inks.slice(0, Math.ceil(NEIGHBOUR * width)).findLastIndex((ink) => ink <= white),
  );
  const kept = width - first;
  const own = Float32Array.from(
    { length: kept * height },
    (_, i) => data[Math.floor(i / kept) * width + first + (i % kept)] ?? 0,
  );
  return { character, width: kept, data: own, energy: product(own, own) };
}

function meanOf(cuts: readonly Float32Array[], size: number): Float32Array {
  const mean = new Float32Array(size);
  for (const cut of cuts) for (const [i, ink] of cut.entries()) mean[i] = (mean[i] ?? 0) + ink / cuts.length;
  return mean;
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
