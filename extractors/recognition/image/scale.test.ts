import { describe, expect, it } from 'vitest';
import { fitted, fittingSize, shrinkage } from './scale.ts';

describe('shrinkage', () => {
  it('keeps what is small and coarse and bounds what is fine or large', () => {
    expect(shrinkage(1654, 2339, 200)).toBe(1);
    expect(shrinkage(4961, 7016, 600)).toBe(0.5);
    expect(shrinkage(10_000, 14_000, 300)).toBeCloseTo(5000 / 14_000, 9);
  });
});

describe('fittingSize', () => {
  it('makes the pixels of a fax as high as wide', () => {
    expect(fittingSize(1728, 1145, 204, 98)).toEqual({ width: 1728, height: 2383, dpi: 204 });
    expect(fittingSize(1145, 1728, 98, 204)).toEqual({ width: 2383, height: 1728, dpi: 204 });
  });

  it('leaves alone what is nearly square', () => {
    expect(fittingSize(1654, 2339, 200, 199)).toEqual({ width: 1654, height: 2339, dpi: 200 });
  });
});

describe('fitted', () => {
  it('gives a smaller image with fewer dots an inch', async () => {
    const data = new Uint8Array(60 * 40 * 3).fill(200);
    const smaller = await fitted({ width: 60, height: 40, data }, 600, 600);
    expect(smaller).toMatchObject({ width: 30, height: 20, dpi: 300 });
    expect(smaller.data).toHaveLength(30 * 20 * 3);
    expect(smaller.data.every((value) => value === 200)).toBe(true);
  });
});
