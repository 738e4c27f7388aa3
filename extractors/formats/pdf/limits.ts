/** What is read of one page at most; a page with more is drawn to harm, or is a picture made of strokes. */
export interface PageLimits {
  readonly glyphs: number;
  /** Rulings, and coloured areas beside them. */
  readonly rulings: number;
  /** Forms and saved states inside each other. */
  readonly nesting: number;
}

/** Images of more pixels are not unpacked: three times those of A3 at 400 dots an inch. Unpacked, each may take seven bytes. */
export const MOST_IMAGE_PIXELS = 100_000_000;

/** A page of a printed report has a few thousand of each; a whole worksheet on one page has some ten thousand. */
export const PAGE_LIMITS: PageLimits = { glyphs: 100_000, rulings: 50_000, nesting: 1000 };
