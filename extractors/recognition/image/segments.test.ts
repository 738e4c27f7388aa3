import { describe, expect, it } from 'vitest';
import { segmentsOf } from './segments.ts';
import { drawn } from './testing.ts';

type Ink = readonly [number, number, number, number];

/** A line of characters 20 pixels wide and high, 4 pixels between them. */
const line = (count: number, left: number, top: number): readonly Ink[] =>
  Array.from({ length: count }, (_, i) => [left + 24 * i, top, left + 24 * i + 20, top + 20]);

const segments = (ink: readonly Ink[], walls = [] as const) =>
  segmentsOf(drawn(800, 300, ink), walls).map(({ left, top, right, bottom }) => [left, top, right, bottom]);

describe('segmentsOf', () => {
  it('takes characters that follow each other for one line, and the next column for another', () => {
    expect(segments([...line(5, 20, 20), ...line(3, 300, 20), ...line(4, 20, 56)])).toEqual([
      [20, 20, 136, 40],
      [300, 20, 368, 40],
      [20, 56, 112, 76],
    ]);
  });

  it('parts what stands close on both sides of a wall', () => {
    const page = drawn(400, 60, [...line(3, 20, 20), ...line(3, 100, 20)]);
    expect(segmentsOf(page)).toHaveLength(1);
    expect(segmentsOf(page, [{ at: 94, from: 0, to: 60 }])).toHaveLength(2);
    expect(segmentsOf(page, [{ at: 94, from: 45, to: 60 }])).toHaveLength(1);
  });

  it('keeps the strokes of a character and a thin minus with their line', () => {
    const three: readonly Ink[] = [
      [20, 20, 40, 22],
      [22, 28, 38, 30],
      [20, 38, 40, 40],
    ];
    expect(segments([...three, ...line(2, 44, 20)])).toEqual([[20, 20, 88, 40]]);
    expect(segments([[20, 29, 30, 31], ...line(4, 34, 20)])).toEqual([[20, 20, 126, 40]]);
  });

  it('parts lines that have run together, and leaves dirt out', () => {
    const touching = [...line(5, 20, 20), ...line(5, 20, 48), [60, 20, 62, 68] as const];
    const found = segments([...touching, [500, 150, 502, 152]]);
    expect(found).toHaveLength(2);
    expect(found.map(([, top]) => top)).toEqual([20, expect.any(Number)]);
    expect(segments([])).toEqual([]);
  });
});
