import type { PixelBox, Raster } from '../../../model/raster.ts';
import { cutOut } from './mosaic.ts';

/** A triangle is about as wide as high, and as high as the digits behind it. */
const NARROWEST = 0.8;
const WIDEST = 1.5;
const LOWEST = 0.55;
/** Its sides stray from straight ones by this part of its width on average. */
const STRAY = 0.08;
/** A row near its foot is black over this part of its width. */
const FOOT = 0.75;
/** More of it is black where it is filled. */
const FILLED = 0.75;

/** A triangle before a figure, which stands for a minus, and where the figure begins. */
export interface Triangle {
  readonly text: '△' | '▲';
  readonly end: number;
}

/**
 * The triangle that the ink of a figure begins with; `null` where it begins with anything else. Engines take it for a digit
 * or a letter.
 * @param page in black and white
 * @param ink of the figure
 */
export function triangleAt(page: Raster, ink: PixelBox): Triangle | null {
  const first = firstBlock(cutOut(page, ink));
  if (first === null) return null;
  const { rows, width, area } = first;
  const height = rows.length;
  const [top] = rows;
  if (top === undefined || height < LOWEST * (ink.bottom - ink.top)) return null;
  if (width < NARROWEST * height || width > WIDEST * height || width < MOST_COARSE) return null;
  let stray = 0;
  for (const [y, row] of rows.entries()) {
    const half = (width * (1 - (y + 1) / height)) / 2;
    stray += Math.abs(row.from - half) + Math.abs(width - row.to - half);
  }
  const hasFoot = rows.slice(-Math.ceil(height / 4)).some(({ count }) => count >= FOOT * width);
  if (stray / (2 * height) > STRAY * width || !hasFoot) return null;
  return { text: area >= (FILLED * width * height) / 2 ? '▲' : '△', end: ink.left + first.end };
}

/** A shape of fewer pixels a side could be anything. */
const MOST_COARSE = 8;

interface Row {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

interface Block {
  readonly rows: readonly Row[];
  readonly width: number;
  readonly area: number;
  /** The first column behind it. */
  readonly end: number;
}

/** What stands before the first white column, row by row from its first to its last with ink. */
function firstBlock({ width, height, data }: Raster): Block | null {
  const isInked = (x: number): boolean => {
    for (let y = 0; y < height; y += 1) if (data[y * width + x] === 0) return true;
    return false;
  };
  let end = 0;
  while (end < width && isInked(end)) end += 1;
  if (end === width || end === 0) return null;
  const rows: Row[] = [];
  let area = 0;
  for (let y = 0; y < height; y += 1) {
    const inked = [...data.subarray(y * width, y * width + end).entries()].filter(([, value]) => value === 0);
    const [first, last] = [inked.at(0)?.[0], inked.at(-1)?.[0]];
    if (first === undefined || last === undefined) continue;
    rows.push({ from: first, to: last + 1, count: inked.length });
    area += inked.length;
  }
  return { rows, width: end, area, end };
}
