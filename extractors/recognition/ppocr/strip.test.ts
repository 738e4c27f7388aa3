import { describe, expect, it } from 'vitest';
import { drawn } from '../image/testing.ts';
import { STRIP_HEIGHT, stripOf } from './strip.ts';

describe('stripOf', () => {
  it('brings the ink to the height that the model reads, with white about it', () => {
    const page = drawn(200, 100, [[40, 40, 100, 64]]);
    const { data, width, left, scale } = stripOf(page, { left: 40, top: 40, right: 100, bottom: 64 });
    expect(data).toHaveLength(3 * STRIP_HEIGHT * width);
    expect(left + width * scale).toBeGreaterThanOrEqual(100);
    const at = (x: number, y: number) => data[y * width + x] ?? 0;
    const middle = Math.round((70 - left) / scale);
    expect(at(middle, STRIP_HEIGHT / 2)).toBeCloseTo(-1, 5);
    expect(at(middle, 1)).toBeCloseTo(1, 5);
    expect(at(0, STRIP_HEIGHT / 2)).toBeCloseTo(1, 5);
  });

  it('shows a dash as small as it is, and what is off the page as white', () => {
    const page = drawn(60, 10, [[0, 4, 10, 6]]);
    const { data, scale } = stripOf(page, { left: 0, top: 4, right: 10, bottom: 6 });
    expect(scale).toBeGreaterThan(0.5);
    expect(data.every((value) => value >= -1 && value <= 1)).toBe(true);
    expect(data[0]).toBeCloseTo(1, 5);
  });
});
