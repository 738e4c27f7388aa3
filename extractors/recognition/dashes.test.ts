import { describe, expect, it } from 'vitest';
import type { PixelBox } from '../../model/raster.ts';
import { isDash, printedDash } from './dashes.ts';
import { drawn } from './image/testing.ts';

/** A cell of half an inch by a quarter. */
const FRAME: PixelBox = { left: 10, top: 10, right: 110, bottom: 60 };
const box = (left: number, top: number, width: number, height: number): PixelBox => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const page = (...strokes: readonly PixelBox[]) =>
  drawn(
    200,
    100,
    strokes.map(({ left, top, right, bottom }) => [left, top, right, bottom] as const),
  );

describe('a dash', () => {
  it.each([
    ['a hyphen', box(55, 34, 8, 2), true],
    ['a dash', box(50, 34, 20, 2), true],
    ['a digit', box(55, 25, 9, 16), false],
    ['a point', box(55, 34, 3, 3), false],
    ['what is left of a rule', box(12, 34, 90, 2), false],
    ['a stroke at the foot', box(50, 55, 20, 2), false],
  ])('is told from other ink: %s', (_, ink, is) => expect(isDash(ink, FRAME, page(ink))).toBe(is));

  it('is one stroke', () => {
    const [a, b] = [box(50, 34, 6, 2), box(60, 34, 6, 2)];
    expect(isDash(box(50, 34, 16, 2), FRAME, page(a, b))).toBe(false);
  });

  it('is a hyphen where it is short, and as high as a line', () => {
    expect(printedDash(box(55, 34, 8, 2), 24, 200)).toEqual({ text: '-', box: box(55, 23, 8, 24) });
    expect(printedDash(box(50, 34, 20, 2), 24, 200).text).toBe('—');
    expect(printedDash(box(50, 34, 20, 2), null, 200).text).toBe('—');
  });
});
