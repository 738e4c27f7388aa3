import { describe, expect, it } from 'vitest';
import { indicatorLabels } from './indicator-labels.ts';

const piecesOf = (...texts: readonly string[]) =>
  texts.flatMap((text, at) => (text === '' ? [] : [{ at, bit: { text, line: at + 1, column: 1 } }]));
const summary = (labels: ReturnType<typeof indicatorLabels>) =>
  labels.map(({ bit, from, to }) => [bit.text, from, to]);

describe('indicatorLabels', () => {
  it('joins pieces on neighbouring lines and ends at a whole label', () => {
    expect(summary(indicatorLabels(piecesOf('数量', '指标', '', '质量', '指标', '时效指标')))).toEqual([
      ['数量指标', 0, 1],
      ['质量指标', 3, 4],
      ['时效指标', 5, 5],
    ]);
  });
  it('leaves out scraps beside a piece, and keeps points with their label', () => {
    expect(summary(indicatorLabels(piecesOf('产方', '产出', '指标', '15 10')))).toEqual([['产出指标', 0, 2]]);
    expect(summary(indicatorLabels(piecesOf('效益指标', '', '(30分)')))).toEqual([['效益指标(30分)', 0, 2]]);
  });
});
