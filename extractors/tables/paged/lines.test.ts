import { describe, expect, it } from 'vitest';
import { linesOf, splitAtGaps, textOfLine, textOfLines } from './lines.ts';
import { glyphsOf } from './testing.ts';

describe('linesOf', () => {
  it('keeps digits of another font on another baseline in their line', () => {
    const lines = linesOf([
      ...glyphsOf('收入', 0, 100),
      ...glyphsOf('80.5', 20, 97.5, 9),
      ...glyphsOf('万元', 40, 100),
      ...glyphsOf('次行', 0, 116),
    ]);
    expect(lines.map(textOfLine)).toEqual(['收入80.5万元', '次行']);
  });
  it('reads glyphs in the order of their places, not of drawing', () => {
    const [a, b, c] = glyphsOf('一、般', 0, 100);
    expect(linesOf([c, a, b].flatMap((g) => g ?? [])).map(textOfLine)).toEqual(['一、般']);
  });
});

describe('textOfLine', () => {
  it('has spaces only between ASCII characters with a gap', () => {
    expect(linesOf(glyphsOf('项  目 2024 年 GDP per', 0, 100)).map(textOfLine)).toEqual([
      '项目2024年GDP per',
    ]);
    expect(linesOf(glyphsOf('5528. 78', 0, 100)).map(textOfLine)).toEqual(['5528. 78']);
  });
});

describe('textOfLines', () => {
  it('joins wrapped ideographs and figures, and keeps wrapped words apart', () => {
    expect(textOfLines(linesOf([...glyphsOf('基本', 0, 10), ...glyphsOf('支出', 0, 25)]))).toBe('基本支出');
    expect(textOfLines(linesOf([...glyphsOf('156,211,', 0, 10), ...glyphsOf('123', 0, 25)]))).toBe(
      '156,211,123',
    );
    expect(textOfLines(linesOf([...glyphsOf('per', 0, 10), ...glyphsOf('year', 0, 25)]))).toBe('per year');
  });
});

describe('splitAtGaps', () => {
  it('parts what stands far apart on one line', () => {
    const [line] = linesOf([...glyphsOf('部门：某站', 0, 10), ...glyphsOf('单位：元', 300, 10)]);
    expect(line === undefined ? [] : splitAtGaps(line, 3).map(textOfLine)).toEqual([
      '部门：某站',
      '单位：元',
    ]);
  });
});
