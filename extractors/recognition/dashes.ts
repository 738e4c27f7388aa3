import type { PixelBox, Raster } from '../../model/raster.ts';
import { componentsOf } from './image/components.ts';
import { cutOut } from './image/mosaic.ts';

/** Inches: a hyphen of small print is as wide, a dash of large print no wider, and neither is thicker. */
const NARROWEST = 0.03;
const WIDEST = 0.25;
const THICKEST = 0.035;
/** How many times as wide as high, and how far from the middle of its cell as a part of the cell's height. */
const FLAT = 2.5;
const OFF_MIDDLE = 0.2;
/** From this part of the height of a line on it is a dash and no hyphen. */
const LONG = 0.7;
/** Without lines of text on its page a dash stands in one of so many inches. */
const USUAL_LINE = 0.12;

/**
 * Whether the ink of a cell is one flat stroke in its middle: what stands for a figure that there is not. Engines take it for
 * nothing, for a digit or for the ideograph of one.
 * @param ink the box of the cell's ink on `page`, black on white without rules
 */
export function isDash(ink: PixelBox, frame: PixelBox, page: Raster): boolean {
  const [width, height] = [ink.right - ink.left, ink.bottom - ink.top];
  if (width < NARROWEST * page.dpi || width > WIDEST * page.dpi) return false;
  if (height > THICKEST * page.dpi || width < FLAT * height) return false;
  const off = Math.abs((ink.top + ink.bottom) / 2 - (frame.top + frame.bottom) / 2);
  return off <= OFF_MIDDLE * (frame.bottom - frame.top) && componentsOf(cutOut(page, ink)).length === 1;
}

/**
 * The character of a dash, and the box of a line of text about it, in pixels.
 * @param usual height of most lines of the page in pixels
 */
export function printedDash(
  { left, top, right, bottom }: PixelBox,
  usual: number | null,
  dpi: number,
): { readonly text: string; readonly box: PixelBox } {
  const line = usual ?? USUAL_LINE * dpi;
  const middle = (top + bottom) / 2;
  return {
    text: right - left >= LONG * line ? '—' : '-',
    box: { left, right, top: middle - line / 2, bottom: middle + line / 2 },
  };
}
