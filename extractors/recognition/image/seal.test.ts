import { describe, expect, it } from 'vitest';
import { withoutSeal } from './seal.ts';

const WHITE = [255, 255, 255];
const SEAL = [205, 60, 60];
const PRINT = [20, 20, 20];
/** Print under the ink of a seal is about as dark as elsewhere. */
const UNDER = [40, 10, 10];

describe('withoutSeal', () => {
  it('whitens the ink of a seal and keeps the print under it and beside it', () => {
    const pixels = [WHITE, SEAL, SEAL, UNDER, SEAL, SEAL, WHITE, WHITE, WHITE, PRINT];
    const { data } = withoutSeal({
      width: pixels.length,
      height: 1,
      data: Uint8Array.from(pixels.flat()),
      dpi: 200,
    });
    expect(data[1]).toBe(255);
    expect(data[3]).toBeLessThan(80);
    expect(data[9]).toBe(20);
    expect(data[0]).toBe(255);
  });
});
