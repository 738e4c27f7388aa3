import { describe, expect, it } from 'vitest';
import { fenOf } from './fen.ts';

describe('fenOf', () => {
  it.each([
    ['55287800', '元', 5_528_780_000n],
    ['-0.01', '元', -1n],
    ['0', '元', 0n],
    ['0.005', '元', null],
    ['66.25', '%', null],
    ['90071992547409.91', '元', 9_007_199_254_740_991n],
    ['90071992547409.92', '元', null],
    [undefined, '元', null],
  ])('%s%s is %s', (value, unit, fen) => {
    expect(fenOf(value, unit)).toBe(fen);
  });
});
