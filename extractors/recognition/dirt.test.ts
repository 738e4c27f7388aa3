import { describe, expect, it } from 'vitest';
import { withoutDirt } from './dirt.ts';
import { wordsOf } from './testing.ts';

const left = (...lines: readonly string[]) =>
  withoutDirt(lines.map((line, index) => wordsOf(line, 20, 40 * index))).map((line) =>
    line.map(({ symbols }) => symbols.map(({ text }) => text).join('')).join(' '),
  );

describe('withoutDirt', () => {
  it('drops lone marks, and no dash, digit or character', () => {
    expect(left('“', '。', '-', '7', '无', '支出合计。')).toEqual(['-', '7', '无', '支出合计。']);
    const far = [...wordsOf('支出', 20, 0), ...wordsOf('_', 300, 0)];
    expect(withoutDirt([far])[0]).toHaveLength(1);
  });

  it('drops a mark before all others of a line', () => {
    expect(left('．12．公共安全', '· 9．教育', '.50', '（一）总计', '，占收入')).toEqual([
      '12．公共安全',
      '9．教育',
      '.50',
      '（一）总计',
      '，占收入',
    ]);
  });

  it('drops a quote before a figure that has no partner', () => {
    expect(left('支出“10,883.36万元')).toEqual(['支出10,883.36万元']);
    expect(left('“三公”经费”36.58%')).toEqual(['“三公”经费36.58%']);
    expect(left('“十四五”和“2035”规划')).toEqual(['“十四五”和“2035”规划']);
  });
});
