import { describe, expect, it } from 'vitest';
import { goesOn, undress } from './prose.ts';

const line = (text: string) => undress({ number: 1, text });

describe('undress', () => {
  it('takes Markdown marks off and keeps every character in place', () => {
    expect(line('- 1. **接待费** 3 万元')).toMatchObject({
      text: '1. 接待费 3 万元',
      item: true,
      segments: [
        { start: 0, length: 3, line: 1, column: 3 },
        { start: 3, length: 3, line: 1, column: 8 },
        { start: 6, length: 5, line: 1, column: 13 },
      ],
    });
  });
});

describe('goesOn', () => {
  it.each([
    ['占 71.30%; 农林水支出(类)', '48.15 万元, 占 6.07%。', true],
    ['5. 住房公积金(项)', '(2210201) 支出决算数为 24 万元。', true],
    ['一、收入情况', '本年收入合计为 12 万元。', false],
    ['部门整体支出绩效自评报告', '本部门负责供水。', false],
    ['本年收入合计为 12 万元。', '支出合计为 12 万元。', false],
    ['检修频次增加所致,设备老化,费用较高', '其中:购置支出 0 万元。', false],
    ['(图1: 收入决算结构图)', '二级预算单位包括以下各家', false],
    ['配合上级单位开展节水评价,编写相应导则、定额和指南', '并负责推广。', true],
  ])('%s + %s: %s', (first, second, joined) => {
    expect(goesOn(line(first), line(second))).toBe(joined);
  });
});
