import { z } from 'zod';
import type { Box } from './place.ts';

/**
 * How a figure was read: from a text layer, once from an image, twice alike, corrected by arithmetic, or so that nothing
 * vouches for it.
 */
export const HOW = ['text', 'read', 'voted', 'repaired', 'unproved'] as const;
export const How = z.enum(HOW);
export type How = z.infer<typeof How>;

/** What recognition says of a figure; `readings` are all that were had, as read. */
export interface FigureReading {
  readonly how: How;
  /** 0 … 1. */
  readonly confidence: number;
  readonly readings: readonly string[];
}

/** A figure on a recognized page; its box in points of the upright page. */
export interface RecognizedFigure extends FigureReading {
  readonly text: string;
  readonly box: Box;
}
