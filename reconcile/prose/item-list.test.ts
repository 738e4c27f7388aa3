import { describe, expect, it } from 'vitest';
import { readingOf } from '../../fixtures/prose.ts';
import { listedItems } from './item-list.ts';

function itemsOf(report: string) {
  return listedItems(readingOf(report)).map(({ division, name, code, amount }) => [
    division,
    name,
    code,
    amount?.fact.quantity.raw,
  ]);
}

describe('the items that a report explains one by one', () => {
  it('take the final amount of a final account, however far behind the name it stands', () => {
    const text =
      '某县水利局2024年度部门决算\n1、农林水支出（类）水利（款）行政运行（项）。主要用于：人员支出。全年预算为52.00万元，支出决算为51.32万元，完成全年预算数的98.69%。';
    expect(itemsOf(text)).toEqual([['水利', '行政运行', null, '51.32']]);
  });
  it("take this year's amount of a budget, not what was executed the year before", () => {
    const text =
      '某县水利局2024年部门预算\n1.“农林水支出（类）水利（款）计划管理（项）”25.77万元。2023年当年预算执行数为60.13万元，2024年预算安排25.77万元。\n2.“农林水支出（类）水利（款）防汛（项）”，2023年预算执行数为60.13万元。';
    expect(itemsOf(text)).toEqual([['水利', '计划管理', null, '25.77']]);
  });
  it('are read with or without class and code, parentheses in their names included', () => {
    const text =
      '某县水利局2024年度部门决算\n3．政府办公厅（室）及相关机构事务（款）专项业务（项）支出14.00万元。\n2.社会保障和就业支出(类)抚恤(款)死亡抚恤(项)(2080801)支出决算数为82.69万元,完成预算100%。';
    expect(itemsOf(text)).toEqual([
      ['政府办公厅(室)及相关机构事务', '专项业务', null, '14.00'],
      ['抚恤', '死亡抚恤', '2080801', '82.69'],
    ]);
  });
});
