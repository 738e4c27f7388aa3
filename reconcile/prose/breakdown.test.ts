import { describe, expect, it } from 'vitest';
import { readingOf } from '../../fixtures/prose.ts';
import { breakdownsIn } from './breakdown.ts';

const HEAD = '某县文化馆2024年度部门决算\n';
const listsOf = (text: string): readonly string[] =>
  breakdownsIn(readingOf(HEAD + text)).map(
    ({ total, parts, closed, identity }) =>
      `${total.fact.quantity.raw}=${parts.map((part) => part.fact.quantity.raw).join('+')} ${identity} ${closed ? 'closed' : 'open'}`,
  );

const TOTAL = '2024年度“三公”经费财政拨款支出预算为9.00万元，支出决算为8.00万元，完成预算的88.89%。';
const ITEMS =
  '其中：因公出国（境）费支出决算0.00万元；公务用车购置及运行维护费支出决算5.00万元；公务接待费支出决算3.00万元。';

describe('a total and its parts', () => {
  it('are closed where the printed shares of the parts make 100 %', () => {
    const list = (first: string, second: string) =>
      `收入总额40.00万元，其中：补助30.00万元，占${first}%；捐赠10.00万元，占${second}%。`;
    expect(listsOf(list('75.00', '25.00'))).toEqual(['40.00=30.00+10.00 null closed']);
    expect(listsOf(list('66.67', '33.33'))).toEqual(['40.00=30.00+10.00 null closed']);
    expect(listsOf(list('75.00', '15.00'))).toEqual(['40.00=30.00+10.00 null open']);
    expect(listsOf('收入40.00万元，其中：补助30.00万元，占预算的60%；捐赠10.00万元，占预算的40%。')).toEqual([
      '40.00=30.00+10.00 null open',
    ]);
  });

  it('are closed where a list of income goes down to other income', () => {
    const list = (last: string) =>
      `本年收入合计40.00万元，其中：财政拨款收入30.00万元；事业收入6.00万元；${last}收入4.00万元。`;
    expect(listsOf(list('其他'))).toEqual(['40.00=30.00+6.00+4.00 income closed']);
    expect(listsOf(list('捐赠'))).toEqual(['40.00=30.00+6.00+4.00 null open']);
  });

  it('may stand in two sentences or paragraphs where they are the three public expenses', () => {
    const found = ['8.00=0.00+5.00+3.00 three-public closed'];
    expect(listsOf(TOTAL + ITEMS)).toEqual(found);
    expect(listsOf(`${TOTAL}\n${ITEMS}`)).toEqual(found);
    expect(listsOf(`${TOTAL}\n第 6 页\n${ITEMS}`)).toEqual(found);
  });

  it('are not sought beyond a heading, for other totals, or of another phase', () => {
    expect(listsOf(`${TOTAL}\n（二）具体情况\n${ITEMS}`)).toEqual([]);
    expect(listsOf(TOTAL.replace('“三公”', '会议') + ITEMS)).toEqual([]);
    expect(
      listsOf(TOTAL + ITEMS.replaceAll('支出决算', '预算执行数')).filter((l) => l.startsWith('9.00')),
    ).toEqual([]);
    expect(listsOf(TOTAL + ITEMS.replace('公务接待费支出决算3.00', '公务接待费年初预算4.00'))).toEqual([]);
  });
});
