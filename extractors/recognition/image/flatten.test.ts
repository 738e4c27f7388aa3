import { describe, expect, it } from 'vitest';
import { flattened } from './flatten.ts';

describe('flattened', () => {
  it('makes a tinted and shaded paper white and keeps the print dark', () => {
    const [width, height] = [200, 100];
    const paper = (x: number): number => 230 - x / 2;
    const isInk = (x: number, y: number): boolean => x % 40 > 36 && y % 30 > 20;
    const data = Uint8Array.from({ length: width * height }, (_, i) =>
      isInk(i % width, Math.floor(i / width)) ? 30 : paper(i % width),
    );
    const flat = flattened({ width, height, data, dpi: 200 });
    for (const [i, value] of flat.data.entries())
      if (isInk(i % width, Math.floor(i / width))) expect(value).toBeLessThan(80);
      else expect(value).toBeGreaterThan(225);
  });
});
