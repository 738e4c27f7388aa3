import { describe, expect, it } from 'vitest';
import { contentOf, roleOfColumn } from './column-role.ts';

const role = (header: string, texts: readonly string[], seen = false) =>
  roleOfColumn(header === '' ? [] : header.split('>'), contentOf(texts), seen);

describe('column roles', () => {
  it.each([
    ['行次', ['1', '2', '3'], 'ordinal'],
    ['功能分类科目编码', ['208', '20805', '2080505'], 'code'],
    ['科目编码>款', ['05', '5', ''], 'code'],
    ['科目名称', ['教育支出', '水利'], 'label'],
    ['年初预算数', ['12.00', '3.50'], 'amount'],
    ['预算执行情况', ['10.00%', '79.40%', '-'], 'rate'],
    ['增减%', ['0.45', '33.89'], 'rate'],
    ['编制内实有人数', ['215', '215'], 'count'],
    ['分值', ['10', '—'], 'weight'],
    ['自评得分', ['9', '10'], 'score'],
    ['年度指标值', ['≥95%', '优'], 'target'],
    ['实际完成值', ['96%', '优'], 'actual'],
    ['实完据标值', ['2次', '3次'], 'actual'],
    ['指标性质', ['≥', '定性'], 'relation'],
    ['度量单位', ['个', '%'], 'unit'],
    ['偏差原因分析及改进措施', ['无'], 'text'],
    ['', ['1.00', '2.00'], 'amount'],
    ['', ['甲', '乙'], 'label'],
  ] as const)('%s', (header, texts, expected) => {
    expect(role(header, texts, expected === 'text')).toBe(expected);
  });

  it('keeps the words of a garbled percentage header', () => {
    expect(role('增减%>—', ['-14.82'])).toBe('rate');
  });

  it('takes the years of a stub column for labels', () => {
    expect(role('年度', ['2024', '2023'])).toBe('label');
  });

  it('takes the upright label of a form for no figure', () => {
    expect(role('年度绩效指标完成情况', ['(50分)', '(30分)'])).toBe('label');
  });
});
