import type { Glyph } from '../../../model/document.ts';
import type { Box } from '../../../model/place.ts';
import type { RecognizedFigure } from '../../../model/recognition.ts';
import { figuresOf, isPoor, isScant, qualityOf } from '../quality.ts';
import type { PageInk, Picture } from './walk.ts';

/** A page is looked at in so many cells across and down. */
const CELLS = 50;
/** A page whose pictures cover this part of it is a scan, and what is hidden behind them an older recognition. */
const SCAN = 0.5;
/** A picture is bare where fewer of its rows of cells than this part have text on them: a stamp, a page number. */
const BARE = 0.3;
/** Bare pictures of this part of the page are part of its text; smaller ones are where a table is drawn in them. */
const LARGE = 0.4;
const SMALL = 0.08;
/** Smaller ones are dots and lines. */
const TINY = 0.0005;

/**
 * What is to be had from the pictures of a page besides its layer of text: nothing; the text of those that are bare; the
 * same only if they show a table; all of it, for the layer is an older recognition of poor quality; or the rulings, for it
 * is one of good quality.
 */
export type Need =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'pictures' | 'tables'; readonly box: Box }
  | { readonly kind: 'poor' | 'rulings'; readonly box: Box };

export interface Layer {
  /** The text that is believed. */
  readonly glyphs: readonly Glyph[];
  /** Only where it is an older recognition. */
  readonly figures?: readonly RecognizedFigure[];
  readonly need: Need;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What of the text of a page is its layer, and whether it is all that the page shows. */
export function layerOf({ glyphs, hidden, images: all }: PageInk, size: Size): Layer {
  const images = all.filter(({ box }) => areaOf(box) >= TINY * size.width * size.height);
  if (images.length === 0) return { glyphs, need: { kind: 'nothing' } };
  const isScan = share(covered(images, size)) >= SCAN;
  const [seen, behind] = isScan ? parted(glyphs, hidden, images) : [glyphs, []];
  const quality = qualityOf(behind);
  const need = needOf(seen, images, size);
  if (isScant(quality)) return { glyphs: seen, need };
  const box = [0, 0, size.width, size.height] as const;
  if (isPoor(quality)) return { glyphs: seen, need: { kind: 'poor', box } };
  const figures = [...figuresOf(seen, 'text', 1), ...figuresOf(behind, 'read', 1 - quality.implausible)];
  return { glyphs: [...seen, ...behind], figures, need: { kind: 'rulings', box } };
}

/** The glyphs that can be seen, and those that are not drawn or lie under a picture. */
function parted(
  glyphs: readonly Glyph[],
  hidden: readonly Glyph[],
  images: readonly Picture[],
): readonly [readonly Glyph[], readonly Glyph[]] {
  const isUnder = (glyph: Glyph, index: number): boolean =>
    images.some(({ hides, box }) => index < hides && isOn(glyph, box));
  return [
    glyphs.filter((glyph, index) => !isUnder(glyph, index)),
    [...glyphs.filter(isUnder), ...hidden.filter((glyph) => images.some(({ box }) => isOn(glyph, box)))],
  ];
}

function needOf(glyphs: readonly Glyph[], images: readonly Picture[], size: Size): Need {
  const bare = images.filter((picture) => !isShared(picture) && isBare(picture, glyphs, size));
  const part = share(covered(bare, size));
  if (part < SMALL) return { kind: 'nothing' };
  return { kind: part < LARGE ? 'tables' : 'pictures', box: boxOf(bare) };
}

/** Pictures on several pages are backgrounds and letterheads; pdf.js keeps them with the document. */
export const isShared = ({ id }: Picture): boolean => id?.startsWith('g_') === true;

function isBare({ box }: Picture, glyphs: readonly Glyph[], { height }: Size): boolean {
  const rowOf = (y: number): number => Math.floor((y * CELLS) / height);
  const on = glyphs.filter((glyph) => isOn(glyph, box));
  const rows = new Set(on.map(({ y0, y1 }) => rowOf((y0 + y1) / 2)));
  return rows.size < BARE * (1 + rowOf(box[3]) - rowOf(box[1]));
}

const isOn = ({ x0, y0, x1, y1 }: Glyph, [left, top, right, bottom]: Box): boolean => {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= left && x <= right && y >= top && y <= bottom;
};

/** The cells of a page whose middles lie on pictures. */
function covered(images: readonly Picture[], { width, height }: Size): ReadonlySet<number> {
  const cells = new Set<number>();
  for (const { box } of images) {
    const [left, right] = [box[0], box[2]].map((x) => Math.round((x * CELLS) / width));
    const [top, bottom] = [box[1], box[3]].map((y) => Math.round((y * CELLS) / height));
    for (let y = top ?? 0; y < (bottom ?? 0); y += 1)
      for (let x = left ?? 0; x < (right ?? 0); x += 1) cells.add(y * CELLS + x);
  }
  return cells;
}

const areaOf = ([x0, y0, x1, y1]: Box): number => (x1 - x0) * (y1 - y0);

const share = (cells: ReadonlySet<number>): number => cells.size / CELLS ** 2;

const boxOf = (images: readonly Picture[]): Box => [
  Math.min(...images.map(({ box }) => box[0])),
  Math.min(...images.map(({ box }) => box[1])),
  Math.max(...images.map(({ box }) => box[2])),
  Math.max(...images.map(({ box }) => box[3])),
];
