import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../../model/document.ts';
import { withoutDoubles } from './doubles.ts';

const glyph = (text: string, x0: number): Glyph => ({
  text,
  x0,
  y0: 0,
  x1: x0 + 5,
  y1: 10,
  baseline: 8.8,
  size: 10,
  font: 'f',
});

describe('withoutDoubles', () => {
  it('drops a second print of a character in the same place, whatever the order of drawing', () => {
    expect(withoutDoubles([glyph('1', 0), glyph('2', 5), glyph('1', 0.3), glyph('2', 5.3)])).toHaveLength(2);
  });
  it('keeps equal characters side by side', () => {
    expect(withoutDoubles([glyph('1', 0), glyph('1', 5), glyph('1', 10)])).toHaveLength(3);
  });
});
