import type { Raster } from '../../../model/raster.ts';
import { binarized } from './binarize.ts';
import { deskewed, skewOf } from './deskew.ts';
import { despeckled } from './despeckle.ts';
import { withoutRules } from './erase.ts';
import { flattened } from './flatten.ts';
import { uninverted } from './invert.ts';
import { without } from './mask.ts';
import { type Rules, rulesOf } from './rulings.ts';
import { isBilevel, softened } from './soften.ts';
import { withoutStamp } from './stamp.ts';

/** A page image that is ready to be read, and what stands on it besides text. */
export interface PreparedPage {
  /** In gray, without skew, specks and rulings: what engines read. */
  readonly clean: Raster;
  /** The same in black and white: where there is ink. */
  readonly ink: Raster;
  readonly rules: Rules;
}

/** Is shown every step of a preparation by its name. */
export type StepListener = (step: string, page: Raster) => void;

/**
 * Cleans a page image: paper, skew, specks, rulings. Engines read shades of gray far better than black and white,
 * so each step is found on the black and white page and carried over to the gray one.
 */
export function prepared(page: Raster, onStep: StepListener): PreparedPage {
  const flat = withoutStamp(flattened(uninverted(page)));
  onStep('flat', flat);
  const first = binarized(flat);
  const skew = skewOf(first);
  const gray = deskewed(flat, skew);
  const black = skew === 0 ? first : binarized(gray);
  onStep('black', black);
  const spotless = despeckled(black, gray);
  const rules = rulesOf(spotless);
  const ink = withoutRules(spotless, rules);
  onStep('ink', ink);
  const bare = without(gray, black, ink);
  const clean = isBilevel(page) ? softened(bare) : bare;
  onStep('clean', clean);
  return { clean, ink, rules };
}
