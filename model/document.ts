import type { Box } from './place.ts';
import type { RecognizedFigure } from './recognition.ts';
import type { SourceInfo } from './source.ts';
import type { Reason, Status } from './status.ts';
import type { Frame, Turn } from './turn.ts';

/** One printed character of a paged document; coordinates in points from the page's top left. */
export interface Glyph {
  readonly text: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** The y of the baseline, which holds a line together better than boxes of mixed fonts do. */
  readonly baseline: number;
  readonly size: number;
  readonly font: string;
  /** Only where it does not stand upright in a line from left to right. */
  readonly turn?: Turn;
}

/**
 * A straight line, horizontal (y0 = y1) or vertical (x0 = x1), in points. `width` 0 is the side of a coloured area, which
 * no pen drew: zebra stripes and shaded heads are known by it, and whoever wants drawn lines only asks for `width > 0`.
 */
export interface Ruling {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly width: number;
}

export interface ImageBox {
  readonly box: Box;
}

/**
 * A page that was laid out: glyphs, rulings and images as the producer drew them, in drawing order. All coordinates are
 * those of the page turned so that its text stands upright; `turn`, `skew` and `frame` say how it is shown (see `turn.ts`).
 */
export interface GlyphPage {
  readonly kind: 'glyphs';
  readonly number: number;
  readonly turn?: Turn;
  readonly skew?: number;
  readonly frame?: Frame;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  readonly images: readonly ImageBox[];
  /** Only where the page was recognized: what is to be said of every figure on it. */
  readonly figures?: readonly RecognizedFigure[];
}

/** A page that waits for its turn, its ink in typed arrays (see `packed.ts`). */
export interface PackedPage extends Omit<GlyphPage, 'kind' | 'glyphs' | 'rulings'> {
  readonly kind: 'packed';
  /** The texts of all glyphs, one after the other, and how many UTF-16 units each has. */
  readonly text: string;
  readonly lengths: Uint16Array;
  /** Left and right edge of every glyph. */
  readonly edges: Float64Array;
  /** For every glyph the run that it stands in: neighbours of one height, baseline, size and font. */
  readonly runOf: Uint32Array;
  readonly runs: Float64Array;
  readonly fonts: readonly string[];
  /** Index into `fonts` for every run. */
  readonly fontOfRun: Uint16Array;
  /** Degrees clockwise by which the glyphs of every run are turned. */
  readonly turnOfRun: Uint16Array;
  readonly lines: Float64Array;
}

/** One line of a text report, exactly as it stands in the file (no line break). `number` starts at 1. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}

/** A text report is one long page of lines. */
export interface TextPage {
  readonly kind: 'lines';
  readonly number: 1;
  readonly lines: readonly TextLine[];
}

export type Page = PackedPage | TextPage;

/** What `read` hands over: pages as printed, nothing interpreted. */
export interface Document {
  readonly source: SourceInfo;
  readonly status: Status;
  readonly reasons: readonly Reason[];
  readonly pages: readonly Page[];
}
