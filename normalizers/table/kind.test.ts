import { describe, expect, it } from 'vitest';
import { makeTable, type TableText } from '../../fixtures/tables/make.ts';
import { readTable } from './read.ts';

const kind = (text: string, about: TableText = {}) =>
  readTable(makeTable(text, about), { fallbackUnit: null }).kind;

describe('table kinds', () => {
  it.each([
    ['income', '科目名称\t本年收入合计\t财政拨款收入\t上级补助收入\t事业收入\n教育支出\t1\t1\t0\t0', ''],
    [
      'expenditure',
      '科目名称\t合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\n教育支出\t1\t1\t0\t0\t0',
      '',
    ],
    ['general-budget', '科目编码\t科目名称\t合计\t基本支出\t项目支出\n205\t教育支出\t1\t1\t0', ''],
    [
      'state-capital',
      '科目编码\t科目名称\t合计\t基本支出\t项目支出\n223\t国有资本\t1\t1\t0',
      '国有资本经营预算支出表',
    ],
    ['basic', '科目编码\t科目名称\t金额\n301\t工资\t3\n30101\t基本工资\t2\n302\t商品\t1', ''],
    [
      'basic',
      '科目编码\t科目名称\t金额\n301\t工资\t3\n302\t商品\t2\n30217\t公务接待费\t1\n30231\t公务用车运行维护费\t1\n303\t补助\t1',
      '',
    ],
    [
      'running-costs',
      '科目编码\t科目名称\t金额\n302\t商品\t3\n30201\t办公费\t2\n30202\t印刷费\t1',
      '机关运行经费支出预算表',
    ],
    [
      'three-public',
      '项目\t预算数\t决算数\n因公出国（境）费\t0\t0\n公务用车购置及运行费\t2\t1\n公务接待费\t1\t1',
      '',
    ],
    ['project', '序号\t项目名称\t年初预算数\t决算数\t执行率\n1\t堤防\t2\t1\t50%', ''],
    ['assets', '资产类别\t账面原值\t利用率\n家具\t2\t50%', ''],
    ['procurement', '采购项目\t金额\n货物\t2', '政府采购预算表'],
    ['contents', '一、概况\t3', '目 录'],
    ['other', '姓名\t签字\n张三\t', ''],
  ] as const)('%s', (expected, text, title) => {
    expect(kind(text, title === '' ? {} : { title })).toBe(expected);
  });

  it('trusts the header over a wrong caption', () => {
    const text = '项目(按功能分类)\t调整预算数\t预算执行数\t偏离度\n教育支出\t5.00\t2.94\t-41.20%';
    expect(kind(text, { title: '重点履职项目绩效目标完成情况表' })).toBe('budget-final-comparison');
  });
});
