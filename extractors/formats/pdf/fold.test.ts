import { describe, expect, it } from 'vitest';
import { foldIdeographs } from './fold.ts';

describe('foldIdeographs', () => {
  it('gives radicals and compatibility ideographs as ordinary characters', () => {
    expect(foldIdeographs('项⽬⽀出⼊⽼')).toBe('项目支出入老');
    expect(foldIdeographs('⻋辆⻚\uf907账⼾')).toBe('车辆页龜账户');
  });
  it('leaves widths and punctuation as printed', () => {
    expect(foldIdeographs('（１２３．４％）')).toBe('（１２３．４％）');
  });
});
