import { describe, expect, it } from 'vitest';
import { Decimal } from '../interval.ts';
import { slipBetween } from './slip.ts';

describe('the slip between what is printed and what would be right', () => {
  it.each([
    ['66.25', '66.52', 2, 'transposed'],
    ['4906.42', '9406.42', 2, 'transposed'],
    ['523.4', '52.34', 1, 'scale'],
    ['81229829.25', '8122.982925', 2, 'scale'],
    ['-139.11', '139.11', 2, 'sign'],
    ['1234.5', '12345.5', 1, 'dropped-digit'],
    ['96.78', '95.78', 2, 'one-cell'],
    ['96.78', '12.34', 2, null],
    ['1', '4', 0, null],
  ])('%s for %s', (printed, right, decimals, slip) =>
    expect(slipBetween(new Decimal(printed), new Decimal(right), decimals)).toBe(slip),
  );
});
