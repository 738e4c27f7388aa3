import type { Cell } from '../../model/layout.ts';
import type { Box } from '../../model/place.ts';
import type { PixelBox, Raster } from '../../model/raster.ts';
import { figureOf } from '../../normalizers/number/recognized.ts';
import type { Sheet } from '../tables/paged/sheet.ts';
import { isDash } from './dashes.ts';
import { componentsOf } from './image/components.ts';
import { cutOut, inkBox } from './image/mosaic.ts';
import { type Triangle, triangleAt } from './image/triangle.ts';

const POINTS_AN_INCH = 72;
/** What is left of a rule stands this near (inches) to the side of its cell. */
const RIM = 0.012;
/** A line of print is at least this high (inches), and such white parts two of them. */
const LINE = 0.06;
const BETWEEN = 0.012;
/** A column holds figures where this part of its filled cells do. */
const NUMERIC = 0.5;
/** Engines read so many characters in a dash at most. */
const LONGEST_DASH = 2;
const FIGURE_SIGNS = /[\d.,%:;'\-−–—()△▲]/gu;
/** A unit behind a figure or a bound before it, which the pass for digits would take for digits. */
const OTHER = /\d\s*[人次个套辆元万亿份项家户台件处场期名天月年日底前]+$|^\P{Script=Han}?[<>≤≥]/u;
const IDEOGRAPHS = /\p{Script=Han}/gu;

/** A cell that is read again on its own. */
export interface CellPart {
  readonly cell: Cell;
  /** Its ink on the page image, and that without a triangle before the figure. */
  readonly ink: PixelBox;
  readonly body: PixelBox;
  readonly triangle: Triangle | null;
  /** The box of the cell on the page image, and without what its rules left. */
  readonly frame: PixelBox;
  readonly inside: PixelBox;
}

/** The cells of a table that hold figures, and those whose text stands in several lines or was not found at all. */
export interface CellParts {
  readonly figures: readonly CellPart[];
  readonly texts: readonly CellPart[];
  /** Cells with a dash instead of a figure. */
  readonly dashes: readonly CellPart[];
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

const isFigure = (text: string): boolean => {
  if (OTHER.test(text)) return false;
  const bare = text.normalize('NFKC').replace(/\s+/gu, '');
  return figureOf(bare) !== null || (/\d/u.test(bare) && count(bare, FIGURE_SIGNS) >= 0.6 * bare.length);
};

/** Which cells of a table are read again, and as what. */
export function partsOf({ cells }: Sheet, ink: Raster): CellParts {
  const inked = cells.flatMap((cell) => {
    const frame = frameOf(cell, ink);
    const inside = frame === null ? null : within(frame, Math.ceil(RIM * ink.dpi));
    const box = inside === null ? null : inkBox(ink, inside);
    if (frame === null || inside === null || box === null) return [];
    const triangle = triangleAt(ink, box);
    const body = triangle === null ? box : (inkBox(ink, { ...box, left: triangle.end }) ?? box);
    return [{ cell, ink: box, body, triangle, frame, inside }];
  });
  const dashes = inked.filter(
    ({ cell, ink: box, frame }) => cell.text.length <= LONGEST_DASH && isDash(box, frame, ink),
  );
  const left = inked.filter((part) => !dashes.includes(part));
  const filled = left.filter(({ cell }) => cell.columnSpan === 1);
  const firstBody = Math.min(...filled.flatMap(({ cell }) => (isFigure(cell.text) ? [cell.row] : [])));
  const body = filled.filter(({ cell }) => cell.row >= firstBody);
  const columns = Map.groupBy(body, ({ cell }) => cell.column);
  const numeric = new Set(
    [...columns]
      .filter(([, all]) => all.filter(({ cell }) => isFigure(cell.text)).length >= NUMERIC * all.length)
      .map(([column]) => column),
  );
  const isRead = ({ cell }: CellPart): boolean =>
    isFigure(cell.text) ||
    (cell.row >= firstBody &&
      numeric.has(cell.column) &&
      !OTHER.test(cell.text) &&
      count(cell.text, IDEOGRAPHS) <= 2);
  const figures = left.filter(isRead);
  const texts = left.filter((part) => !isRead(part) && (part.cell.text === '' || lineCount(part, ink) > 1));
  return { figures, texts, dashes };
}

function frameOf({ place }: Cell, { width, height, dpi }: Raster): PixelBox | null {
  if (!('page' in place)) return null;
  const scale = dpi / POINTS_AN_INCH;
  const [x0, y0, x1, y1] = place.box;
  return {
    left: Math.max(0, Math.round(x0 * scale)),
    top: Math.max(0, Math.round(y0 * scale)),
    right: Math.min(width, Math.round(x1 * scale)),
    bottom: Math.min(height, Math.round(y1 * scale)),
  };
}

function within({ left, top, right, bottom }: PixelBox, rim: number): PixelBox | null {
  const box = { left: left + rim, top: top + rim, right: right - rim, bottom: bottom - rim };
  return box.right > box.left && box.bottom > box.top ? box : null;
}

/** Whether the ink of a cell is as high as print and no dirt. */
export const holdsPrint = ({ ink }: CellPart, page: Raster): boolean =>
  componentsOf(cutOut(page, ink)).some(({ top, bottom }) => bottom - top >= LINE * page.dpi);

/** How many lines of print stand one below the other in a cell. */
function lineCount({ ink: { left, top, right, bottom } }: CellPart, { width, data, dpi }: Raster): number {
  let [lines, high, white] = [0, 0, 0];
  for (let y = top; y <= bottom; y += 1) {
    const row = y < bottom && data.subarray(y * width + left, y * width + right).includes(0);
    if (row) {
      high += 1;
      white = 0;
      continue;
    }
    white += 1;
    if (white < BETWEEN * dpi && y < bottom) continue;
    if (high >= LINE * dpi) lines += 1;
    high = 0;
  }
  return lines;
}

/** Whether the middle of a box on the page image lies in a cell. */
export function isInside([x0, y0, x1, y1]: Box, { frame }: CellPart): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= frame.left && x < frame.right && y >= frame.top && y < frame.bottom;
}
