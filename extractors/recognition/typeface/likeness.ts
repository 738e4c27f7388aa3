import { figureOf } from '../../../normalizers/number/recognized.ts';
import type { Match } from './match.ts';

/** What the print of a figure itself says of its digits, however engines read it. */
export interface Likeness {
  /** The figure that it is most like. */
  readonly text: string;
  /** Its digits and percent sign. */
  readonly digits: string;
  /** Whether it is a well-formed figure, every digit much more like this one than like any other, and all ink explained. */
  readonly isPlain: boolean;
  /** Whether nothing stands left of its digits: no minus can have been lost there. */
  readonly isBare: boolean;
}

/** Digits are told apart by so much of their ink at least, and plainly by so much. */
const TOLD = 0.05;
const PLAIN = 0.15;
/** What no character explains: dirt and broken strokes within a figure, ink beside it, and less than any minus has. */
const BROKEN = 0.2;
const CLEAN = 0.13;
const BESIDE = 0.06;
const BARE = 0.004;

/** The digits of a figure as it is printed, for comparing readings that differ in separators and signs. */
export const digitsOf = (figure: string): string => figure.replace(/[^\d%]/gu, '');

/** What a match says of a figure; `null` where its ink is like nothing enough. A sign may stand left of the digits. */
export function likenessOf(match: Match | null): Likeness | null {
  if (match === null) return null;
  const { text, margin, strange } = match;
  const digits = digitsOf(text);
  if (digits === '' || margin < TOLD || strange.inside > BROKEN || strange.right > BESIDE) return null;
  return {
    text,
    digits,
    isPlain: figureOf(text) !== null && margin >= PLAIN && strange.inside <= CLEAN && strange.left <= BESIDE,
    isBare: strange.left <= BARE,
  };
}
