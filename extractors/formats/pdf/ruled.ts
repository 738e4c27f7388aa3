import type { GlyphPage, Ruling } from '../../../model/document.ts';
import type { ColorRaster } from '../../../model/raster.ts';
import { binarized } from '../../recognition/image/binarize.ts';
import { deskewed, skewOf } from '../../recognition/image/deskew.ts';
import { despeckled } from '../../recognition/image/despeckle.ts';
import { flattened } from '../../recognition/image/flatten.ts';
import { type Rule, rulesOf } from '../../recognition/image/rulings.ts';
import { withoutSeal } from '../../recognition/image/seal.ts';

const POINTS_AN_INCH = 72;

/** The rulings of a page image, as a page without text: an older recognition gives characters, but no lines. */
export function ruledPage(image: ColorRaster, number: number): GlyphPage {
  const { width, height, dpi } = image;
  const flat = flattened(withoutSeal(image));
  const first = binarized(flat);
  const skew = skewOf(first);
  const gray = deskewed(flat, skew);
  const black = skew === 0 ? first : binarized(gray);
  const { horizontal, vertical } = rulesOf(despeckled(black, gray));
  const points = (pixels: number): number => (pixels * POINTS_AN_INCH) / dpi;
  const across = ({ at, from, to, thickness }: Rule): Ruling => {
    const y = points(at);
    return { x0: points(from), y0: y, x1: points(to), y1: y, width: points(thickness) };
  };
  const down = ({ at, from, to, thickness }: Rule): Ruling => {
    const x = points(at);
    return { x0: x, y0: points(from), x1: x, y1: points(to), width: points(thickness) };
  };
  return {
    kind: 'glyphs',
    number,
    ...(skew !== 0 && { skew }),
    width: points(width),
    height: points(height),
    glyphs: [],
    rulings: [...horizontal.map(across), ...vertical.map(down)],
    images: [],
  };
}
