import { describe, expect, it } from 'vitest';
import {
  firstLevelOf,
  isHeaderWord,
  isLabelPiece,
  isOtherLevel,
  isTotalWord,
  labelInside,
  parentOf,
  speaksAgainst,
} from './vocabulary.ts';

describe('indicator vocabulary', () => {
  it('knows pieces of labels', () => {
    expect(['产出', '指标', '度指', '响指'].every(isLabelPiece)).toBe(true);
    expect(['产方', '收入', ''].some(isLabelPiece)).toBe(false);
    expect(labelInside('木目数量指标')).toBe('数量指标');
  });
  it('knows which level a label is of, garbled ones too', () => {
    expect(parentOf('可持 影响')).toBe('效益指标');
    expect(parentOf('经济成本 指标')).toBe('成本指标');
    expect(parentOf('成本指标')).toBeNull();
    expect(firstLevelOf('产出标')).toBe('产出指标');
    expect(isOtherLevel('时效', 'first')).toBe(true);
    expect(isOtherLevel('指标', 'first')).toBe(false);
  });
  it('lets the name of an indicator speak against a label', () => {
    expect(speaksAgainst('宣传次数', '质量指标')).toBe(true);
    expect(speaksAgainst('宣传次数', '数量 指标')).toBe(false);
    expect(speaksAgainst('宣传材料', '质量指标')).toBe(false);
  });
});

describe('header words', () => {
  it('takes column heads and leaves labels of rows', () => {
    expect(
      ['项目(按资金来源)', '年初 预算数', '2024 年度', '全年执行数（万元）', '增减%'].every(isHeaderWord),
    ).toBe(true);
    expect(['数量指标', '一、基本支出', '指标', '一般公共服务支出。'].some(isHeaderWord)).toBe(false);
  });
  it('knows totals', () => {
    expect(['合　计', '本年支出合计', '总分'].every(isTotalWord)).toBe(true);
    expect(isTotalWord('合计说明')).toBe(false);
  });
});
