import { describe, expect, it } from 'vitest';
import { edgesOf } from './edges.ts';

const h = (x0: number, x1: number, y: number) => ({ x0, y0: y, x1, y1: y, width: 1 });

describe('edgesOf', () => {
  it('joins pieces with small gaps and the two strokes of a double line', () => {
    const { horizontal } = edgesOf([h(0, 50, 100), h(52, 100, 100.4), h(0, 100, 102)]);
    expect(horizontal).toHaveLength(1);
    expect(horizontal[0]).toMatchObject({ from: 0, to: 100 });
  });
  it('keeps lines of neighbouring rows apart, and drops ticks', () => {
    expect(edgesOf([h(0, 50, 100), h(0, 50, 108), h(0, 3, 130)]).horizontal).toHaveLength(2);
  });
  it('does not join over a wide gap', () => {
    expect(edgesOf([h(0, 50, 100), h(70, 100, 100)]).horizontal).toHaveLength(2);
  });
});
