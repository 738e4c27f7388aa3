import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../../model/document.ts';
import { setToPitch } from './pitch.ts';

const glyph = (text: string, x0: number, width: number, baseline = 100): Glyph => ({
  text,
  x0,
  y0: baseline - 14,
  x1: x0 + width,
  y1: baseline + 2,
  baseline,
  size: 16,
  font: 'F1',
});
const edges = (glyphs: readonly Glyph[]) => setToPitch(glyphs).map(({ x0, x1 }) => [x0, x1]);

describe('glyphs placed closer than their width', () => {
  it('end where the next one begins', () =>
    expect(edges([glyph('9', 89, 14), glyph('9', 97, 14), glyph('.', 105, 14), glyph('4', 113, 14)])).toEqual(
      [
        [89, 97],
        [97, 105],
        [105, 113],
        [113, 127],
      ],
    ));
  it('stay as they are where nothing overlaps', () =>
    expect(edges([glyph('9', 0, 8), glyph('4', 8, 8)])).toEqual([
      [0, 8],
      [8, 16],
    ]));
  it('stay as they are for a text on another line or printed over the same place', () =>
    expect(edges([glyph('9', 0, 8), glyph('4', 4, 8, 130), glyph('4', 4.5, 8, 130)])).toEqual([
      [0, 8],
      [4, 12],
      [4.5, 12.5],
    ]));
});
