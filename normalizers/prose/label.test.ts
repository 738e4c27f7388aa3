import { describe, expect, it } from 'vitest';
import { flatten } from '../text/flat.ts';
import { findFigures } from './figures.ts';
import { labelOf, phaseOf, yearBefore, yearsNamed } from './label.ts';

function labels(text: string): readonly string[] {
  const flat = flatten(text).text;
  let from = 0;
  return findFigures(flat).map(({ start, end }) => {
    const label = labelOf(flat, from, start, end);
    from = end;
    return label;
  });
}

describe('what a figure is called', () => {
  it('is the words before it, without year, verb and 其中', () =>
    expect(labels('2024年度本年支出合计为500.00万元，其中：基本支出300.00万元')).toEqual([
      '支出合计',
      '基本支出',
    ]));
  it('is the noun behind it where nothing stands before', () =>
    expect(labels('有15个行政编制、13个参公编制')).toEqual(['行政编制', '参公编制']));
  it('keeps 其他, and the base of a comparison', () =>
    expect(labels('其他收入4.00万元；其中：其支出2.00万元。与上年相比增加1.00万元')).toEqual([
      '其他收入',
      '支出',
      '与上年相比增加',
    ]));
  it('is no part of a quotation', () =>
    expect(labels('“住房改革支出（款）住房公积金（项）”350.35万元')).toEqual([
      '住房改革支出(款)住房公积金(项)',
    ]));
  it('keeps a closed parenthesis', () =>
    expect(labels('因公出国（境）费支出0万元')).toEqual(['因公出国(境)费支出']));
});

describe('the phase that a label names', () => {
  it.each([
    ['年初预算数', 'initial'],
    ['全年预算数', 'adjusted'],
    ['支出决算数', 'final'],
    ['上年度会议费支出', 'prior'],
    ['与上年相比增加', 'unknown'],
    ['一般公共预算财政拨款支出', 'unknown'],
    ['目标任务', 'plan'],
  ])('%s is %s', (label, phase) => expect(phaseOf(label)).toBe(phase));
});

describe('the year of a figure', () => {
  it('is the last one named before it, bases of comparison aside', () => {
    const text = '2023年支出100万元,与2022年度相比增加5万元';
    expect([
      yearBefore(yearsNamed(text), text.indexOf('100'), 2024),
      yearBefore(yearsNamed(text), text.indexOf('5万'), 2024),
    ]).toEqual([2023, 2023]);
  });
  it('is the report’s own where none is named', () =>
    expect(yearBefore(yearsNamed('支出100万元'), 2, 2024)).toBe(2024));
});
