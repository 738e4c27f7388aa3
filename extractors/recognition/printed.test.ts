import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asPrinted } from './printed.ts';

const printed = (text: string): string => asPrinted([...text]).join('');

describe('asPrinted', () => {
  it.each([
    ['单位，元', '单位：元'],
    ['职工，元', '职工，元'],
    ['三国防〈类〉', '三国防（类）'],
    ['二.外交支出', '二、外交支出'],
    ['十九丶住房', '十九、住房'],
    ['同比增加一.', '同比增加一.'],
    ['支出《类)', '支出（类)'],
    ['【款》', '（款）'],
    ['《预算法》', '《预算法》'],
    ['(项)', '(项)'],
    ['(项》', '(项）'],
    ['预算为〇万元，完成', '预算为0万元，完成'],
    ['占25.38%;项目', '占25.38%；项目'],
    ['（项）7:66万元', '（项）7.66万元'],
    ['自8:30起', '自8:30起'],
    ['增加3.958.98万元', '增加3,958.98万元'],
    ['用车O辆', '用车0辆'],
    ['二〇〇元', '二〇〇元'],
    ['支出5，573万元', '支出5,573万元'],
    ['2024，573人', '2024，573人'],
    ['，点25.38%。', '，占25.38%。'],
    ['提高3个百分点，25.38%', '提高3个百分点，25.38%'],
    ['主要川于群众体育，主要用丁其他', '主要用于群众体育，主要用于其他'],
    ['2023年当午预算支山经费增川', '2023年当年预算支出经费增加'],
    ['其他收人', '其他收入'],
    ['征收人员上午收款', '征收人员上午收款'],
  ])('%s is printed %s', (text, right) => expect(printed(text)).toBe(right));

  it('gives back as many characters as it was given, and of digits the very same', () => {
    const characters = fc.array(fc.constantFrom(...'一单位部门，.·〈〉《类款项》)([]丶12.'));
    fc.assert(
      fc.property(characters, (all) => {
        const right = asPrinted(all);
        expect(right).toHaveLength(all.length);
        expect(right.filter((one) => /\d/u.test(one))).toEqual(all.filter((one) => /\d/u.test(one)));
      }),
    );
  });
});
