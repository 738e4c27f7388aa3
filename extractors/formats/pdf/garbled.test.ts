import { describe, expect, it } from 'vitest';
import type { GlyphPage } from '../../../model/document.ts';
import { isGarbled } from './garbled.ts';

const pageOf = (text: string): GlyphPage => ({
  kind: 'glyphs',
  number: 1,
  width: 100,
  height: 100,
  glyphs: Array.from(text, (c) => ({ text: c, x0: 0, y0: 0, x1: 1, y1: 1, baseline: 1, size: 1, font: 'f' })),
  rulings: [],
  images: [],
});

describe('isGarbled', () => {
  it('finds odd characters amid ideographs', () => {
    expect(isGarbled(pageOf('q收入合«违规行¼维æ当Ï人合法权益做好信À维稳'))).toBe(true);
  });
  it('leaves figures, signs and full-width text alone', () => {
    expect(isGarbled(pageOf('收入１２３．４５万元±5°×3·（一）“三公”经费①②≥95%△'))).toBe(false);
    expect(isGarbled(pageOf('1,234.56'))).toBe(false);
  });
});
