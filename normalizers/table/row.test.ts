import { describe, expect, it } from 'vitest';
import { makeTable } from '../../fixtures/tables/make.ts';
import { readTable } from './read.ts';

const labelsOf = (last: string) => {
  const table = makeTable(
    `
人员经费\t<\t<\t公用经费\t<\t<\t公用经费\t<\t<
科目编码\t科目名称\t决算数\t科目编码\t科目名称\t决算数\t科目编码\t科目名称\t决算数
301\t工资福利支出\t30.00\t302\t商品和服务支出\t8.00\t310\t资本性支出\t2.00
30101\t基本工资\t30.00\t30201\t办公费\t8.00\t31002\t办公设备购置\t2.00
${last}`,
    { title: '一般公共预算财政拨款基本支出决算明细表', unitLine: '单位：万元', headerRows: 2 },
  );
  return readTable(table, { fallbackUnit: null, documentYear: 2024 })
    .rows.at(-1)
    ?.labels.map(({ name }) => name);
};

describe('the labels of a row with several blocks', () => {
  it('take the words of a total that stand over the amounts of the block before', () => {
    expect(labelsOf('人员经费合计\t<\t30.00\t\t\t公用经费合计\t\t\t10.00')).toEqual([
      '人员经费合计',
      '',
      '公用经费合计',
    ]);
  });

  it('take no other words, and none over a figure that stands between', () => {
    expect(labelsOf('人员经费合计\t<\t30.00\t\t\t见说明\t\t\t10.00')).toEqual(['人员经费合计', '', '']);
    expect(labelsOf('人员经费合计\t<\t30.00\t\t\t10.00\t\t\t10.00')?.[2]).toBe('');
  });
});
