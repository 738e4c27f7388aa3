import { describe, expect, it } from 'vitest';
import { isNoiseRow, isScattered, isSeparatorRow } from './noise.ts';
import { rowsOf } from './testing.ts';

const [strokes, figures, label, scraps, dashes] = rowsOf(
  '\t1\t\tI\t.',
  '12.50\t3.00',
  '合计\t1',
  '7X F W 70\tT',
  '----\t:---:',
);

describe('noise', () => {
  it('is ruling strokes and Latin scraps, never Chinese or a proper figure', () => {
    expect([strokes, scraps].map((row) => row !== undefined && isNoiseRow(row))).toEqual([true, true]);
    expect([figures, label].map((row) => row !== undefined && isNoiseRow(row))).toEqual([false, false]);
  });
  it('knows rows of dashes', () => {
    expect(dashes !== undefined && isSeparatorRow(dashes)).toBe(true);
    expect(figures !== undefined && isSeparatorRow(figures)).toBe(false);
  });
  it('knows strewn characters', () => {
    expect(isScattered('时 支 初 年 初 年 初 年')).toBe(true);
    expect(isScattered('社会 效益 指标')).toBe(false);
  });
});
