import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Glyph, GlyphPage } from '../../model/document.ts';
import { figuresOf, isPoor, isScant, qualityOf, readable } from './quality.ts';

/** Words one behind the other, on lines of their own where there is a line break. */
const set = (text: string): readonly Glyph[] => {
  const glyphs: Glyph[] = [];
  let [x, y] = [0, 0];
  for (const character of text) {
    const width = /[\x20-\x7e]/u.test(character) ? 5 : 10;
    if (character === '\n') [x, y] = [0, y + 20];
    else if (character !== ' ')
      glyphs.push({
        text: character,
        x0: x,
        y0: y,
        x1: x + width,
        y1: y + 10,
        baseline: y + 9,
        size: 10,
        font: 'f',
      });
    if (character !== '\n') x += character === ' ' ? 10 : width;
  }
  return glyphs;
};

const poor = (text: string): boolean => isPoor(qualityOf(set(text)));

describe('the quality of a layer of text', () => {
  it('is good for what reports print', () => {
    for (const text of [
      '2024年度本年支出合计1,301.19万元，比上年增加10.00万元，增长0.77%。\n一般公共预算财政拨款支出（类）2080501 12.50',
      '（一）“三公”经费①②≥95% A4纸 GB/T 2260—2007 2024-12-31 0731-2345678 第1.2.3条 10:30',
      '项目 预算数 决算数\n基本支出 1,204.50 1,198.36\n项目支出 -86.20 90.75\n合计 24,934.03 100.00%',
    ])
      expect([text, poor(text)]).toEqual([text, false]);
  });

  it('is poor where figures are broken, signs are strewn in, or characters are none that texts are written with', () => {
    expect(poor('收入合计 1,2O4.5O 支出合计 86..20 结余 24.934.03')).toBe(true);
    expect(poor('收|入~合^计 支\\出')).toBe(true);
    expect(poor('鏀跺叆鏀嚭鍐崇畻鎬昏〃')).toBe(true);
    expect(poor('ÊÕÈëÖ§³ö¾öËã')).toBe(true);
  });

  it('of one broken figure is not poor yet', () => {
    expect(poor('收入合计 1,204.50 支出合计 86..20')).toBe(false);
  });

  it('says nothing where there is hardly any text', () => {
    expect(isScant(qualityOf(set('第3页')))).toBe(true);
    expect(isScant(qualityOf(set('收入支出决算总表'.repeat(5))))).toBe(false);
  });
});

describe('readable', () => {
  const page = (text: string): GlyphPage => ({
    kind: 'glyphs',
    number: 4,
    width: 600,
    height: 800,
    glyphs: set(text),
    rulings: [],
    images: [],
  });

  it('takes what a pattern is read as for no text, but a blank page and a poor one for what they are', () => {
    expect(readable(page('|| M eh x ITE ^ n7 EIIT ~'))).toMatchObject({
      ok: false,
      reason: { code: 'unrecognized', message: expect.stringContaining('page 4') },
    });
    for (const text of ['', '1,204.50 86.20', '收入|合计 1,2O4.5O 支出 86..20'])
      expect(readable(page(text))).toEqual({ ok: true, value: page(text) });
  });
});

describe('figuresOf', () => {
  it('finds every figure with its box, and nothing else', () => {
    expect(figuresOf(set('支出合计1,301.19万元8月 －8%'), 'read', 0.9)).toEqual([
      { text: '1,301.19', box: [40, 0, 80, 10], how: 'read', confidence: 0.9, readings: ['1,301.19'] },
      { text: '8', box: [100, 0, 105, 10], how: 'read', confidence: 0.9, readings: ['8'] },
      { text: '－8%', box: [125, 0, 145, 10], how: 'read', confidence: 0.9, readings: ['－8%'] },
    ]);
  });

  it('loses no digit', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('8', '1,204.50', '万元', '收入', '\n', ' ', '%')), (parts) => {
        const text = parts.join('');
        const digits = (found: string): string => found.replace(/\D/gu, '');
        const found = figuresOf(set(text), 'text', 1);
        expect(digits(found.map((figure) => figure.text).join(''))).toBe(digits(text));
      }),
    );
  });
});
