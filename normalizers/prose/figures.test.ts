import { describe, expect, it } from 'vitest';
import { flatten } from '../text/flat.ts';
import { findFigures } from './figures.ts';

const figures = (text: string) =>
  findFigures(flatten(text).text).map(
    ({ quantity }) =>
      `${quantity.value.toFixed()}${quantity.unit}${quantity.approximate ? '~' : ''}${quantity.bound ?? ''}`,
  );

describe('figures in prose', () => {
  it.each([
    ['2024年度本年支出合计 5528. 78 万元,占73.09%', ['55287800元', '73.09%']],
    ['公务接待28批次287人次，人均95.72元/人次', ['28批次', '287人次', '95.72元/人次']],
    ['与上年相比增幅-18.03%', ['-18.03%']],
    ['近160万元，6000余个岗位，追发2445万余元', ['1600000元~', '6000个~', '24450000元~']],
    ['100 万以上项目1个，不低于5%，最高不超过12%', ['1000000元min', '1个', '5%min', '12%max']],
    ['实施近20年，每人一千二百万元', ['20年~', '12000000元']],
    ['提高2.1个百分点', ['2.1%']],
    ['结余率>0.1', ['0.1min']],
    ['24个项目共有32条指标', ['24个', '32条']],
  ])('%s', (text, expected) => expect(figures(text)).toEqual(expected));

  it.each([
    '2024年12月31日',
    '2020-2022年，2021至2023年度，2023届毕业生',
    '根据遂财预〔2024〕4号、株县政办法【2011】57号',
    '行政运行(项)(2080101)',
    '联系电话: 0751-5550890',
    '见图1、表 3-1和附件2，第6期',
    '12345热线、12345平台',
    '1. 2024年部门预算',
    '(1)经济性 (2)效率性',
    '实际缴费额的2/3',
    '2024.8.22',
  ])('%s holds no quantity', (text) => expect(figures(text)).toEqual([]));
});
