import { describe, expect, it } from 'vitest';
import { groupLabels } from './group-labels.ts';

const piecesOf = (...texts: readonly string[]) =>
  texts.flatMap((text, at) => (text === '' ? [] : [{ at, bit: { text, line: at + 1, column: 1 } }]));
const summary = (labels: ReturnType<typeof groupLabels>) =>
  labels.map(({ bit, from, to }) => [bit.text, from, to]);

describe('groupLabels', () => {
  it('joins a label wrapped onto the next row', () => {
    expect(summary(groupLabels(piecesOf('供水企业安全检查工作', '小组', '汛期值班经费')))).toEqual([
      ['供水企业安全检查工作小组', 0, 1],
      ['汛期值班经费', 2, 2],
    ]);
    expect(summary(groupLabels(piecesOf('办好居民放心', '的"清泉', '之家"')))).toEqual([
      ['办好居民放心的"清泉之家"', 0, 2],
    ]);
  });
  it('keeps whole labels and figures apart', () => {
    expect(groupLabels(piecesOf('水源地修复专项资金', '管护员服务资金')).length).toBe(2);
    expect(summary(groupLabels(piecesOf('甲项目', '12.50')))).toEqual([
      ['甲项目', 0, 0],
      ['12.50', 1, 1],
    ]);
  });
});
