import { describe, expect, it } from 'vitest';
import type { Glyph, GlyphPage } from '../../../model/document.ts';
import { packed } from '../../../model/packed.ts';
import { withoutGarbled } from './garbled.ts';

/** Glyphs of a run: ASCII half as wide as it is high, but for `wide` ones. */
const run = (text: string, font = 'f', wide = ''): readonly Glyph[] =>
  Array.from(text, (c, i) => {
    const width = /[\x20-\x7e]/.test(c) && !wide.includes(c) ? 5 : 10;
    return { text: c, x0: i * 10, y0: 0, x1: i * 10 + width, y1: 10, baseline: 9, size: 10, font };
  });

const pageOf = (glyphs: readonly Glyph[], number = 1): GlyphPage => ({
  kind: 'glyphs',
  number,
  width: 100,
  height: 100,
  glyphs,
  rulings: [],
  images: [],
});

const mended = (...pages: GlyphPage[]) => {
  const found = withoutGarbled(pages.map(packed));
  return { texts: found.pages.map(({ text }) => text), reasons: found.reasons };
};

describe('withoutGarbled', () => {
  it('leaves what a lying font tells wrongly unread, and says on which page', () => {
    const { texts, reasons } = mended(
      pageOf(run('收入合«违规行¼维æ当Ï人合法权益做好信À维稳')),
      pageOf(run('好', 'g'), 2),
    );
    expect(texts[0]).toBe('收入合�违规行�维�当�人合法权益做好信�维稳');
    expect(reasons).toMatchObject([{ code: 'garbled-text', place: { page: 1 } }]);
  });

  it('does not believe figures as wide as ideographs there', () => {
    const { texts } = mended(pageOf(run('收入80万元2支出Ï合«行¼维æ当Ï人事业单位工资', 'f', '2')));
    expect(texts[0]).toContain('收入80万元�支出');
  });

  it('believes nothing of a font that is mostly wrong, and all of the others', () => {
    const heading = run('ᆱ܎ໜ1ຽ', 'heading');
    const { texts, reasons } = mended(pageOf([...heading, ...run('收入１２３．４５万元', 'body')]));
    expect(texts[0]).toBe('�����收入１２３．４５万元');
    expect(reasons).toHaveLength(1);
  });

  const PROSE = '部门支出决算情况说明，本年收入合计与上年相比增加，主要原因是人员经费增加。';

  it('believes nothing of a font that gives one ideograph for another', () => {
    const shifted = Array.from(PROSE.repeat(4), (c) =>
      /\p{Script=Han}/u.test(c) ? String.fromCodePoint((c.codePointAt(0) ?? 0) + 29) : c,
    ).join('');
    const { texts, reasons } = mended(pageOf([...run(shifted, 'body'), ...run('收入合计', 'heading')]));
    expect(texts[0]).toBe(`${'\ufffd'.repeat(shifted.length)}收入合计`);
    expect(reasons).toMatchObject([{ code: 'garbled-text' }]);
  });

  it('believes a font in which a producer put the rare ideographs', () => {
    const rare = Array.from({ length: 120 }, (_, i) => String.fromCodePoint(0x7f00 + 3 * i)).join('');
    const { reasons } = mended(pageOf([...run(PROSE.repeat(20), 'first'), ...run(rare, 'second')]));
    expect(reasons).toEqual([]);
  });

  it('leaves figures, signs, bullets and full-width text alone', () => {
    for (const text of [
      '收入１２３．４５万元±5°×3·（一）“三公”经费①②≥95%△☑□Ⅲ㎡℃…—‟',
      '1,234.56',
      '\uf0b7\uf0b7\uf0b7\uf0b7\uf0b7\uf0b7\uf0d8',
      '云南省㑇县',
    ]) {
      const { texts, reasons } = mended(pageOf(run(text)));
      expect(texts).toEqual([text]);
      expect(reasons).toEqual([]);
    }
  });
});
