import { describe, expect, it } from 'vitest';
import { IDENTITY } from '../../../model/matrix.ts';
import { OP } from './operators.ts';
import { inkOf, subpaths } from './paths.ts';

const PAGE = [0, 0, 600, 800] as const;
const rectangle = (x0: number, y0: number, x1: number, y1: number): readonly number[] => [
  0,
  x0,
  y0,
  1,
  x1,
  y0,
  1,
  x1,
  y1,
  1,
  x0,
  y1,
  4,
];
const ink = (data: readonly number[], paint: number, width = 1) =>
  inkOf(subpaths(data, IDENTITY), paint, width, PAGE);

describe('inkOf', () => {
  it('takes a thin fill as a line along its middle', () => {
    expect(ink(rectangle(10, 20, 110, 21), OP.fill)).toEqual({
      rulings: [{ x0: 10, y0: 20.5, x1: 110, y1: 20.5, width: 1 }],
      areas: [],
    });
  });
  it('takes a thick fill as a background', () => {
    expect(ink(rectangle(10, 20, 110, 60), OP.eoFill)).toEqual({ rulings: [], areas: [[10, 20, 110, 60]] });
  });
  it('gives all four sides of a stroked rectangle', () => {
    expect(ink(rectangle(10, 20, 110, 60), OP.stroke).rulings).toHaveLength(4);
  });
  it('leaves nothing of a clip path, of slanted lines and of dots', () => {
    expect(ink(rectangle(10, 20, 110, 60), 28).rulings).toEqual([]);
    expect(ink([0, 0, 0, 1, 50, 50], OP.stroke).rulings).toEqual([]);
    expect(ink(rectangle(10, 20, 11, 21), OP.fill).rulings).toEqual([]);
  });
  it('cuts lines at the clip', () => {
    const cut = inkOf(subpaths([0, -50, 10, 1, 900, 10], IDENTITY), OP.stroke, 1, PAGE);
    expect(cut.rulings).toEqual([{ x0: 0, y0: 10, x1: 600, y1: 10, width: 1 }]);
  });
});
