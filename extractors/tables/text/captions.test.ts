import { describe, expect, it } from 'vitest';
import { isCaption, isOnlyUnit, isUnitLine, namesTable } from './captions.ts';
import { layoutText } from './layout.ts';
import { pageOf } from './testing.ts';

const TABLE = '项目\t预算数\n水费\t1.00\n电费\t2.00';

describe('captions and units', () => {
  it('tells captions, unit lines and titles', () => {
    expect(['表 3-1: 收入表', '附表1：支出', '表7: 资产'].every(isCaption)).toBe(true);
    expect(isCaption('表明收入增加')).toBe(false);
    expect(isUnitLine('单位：万元') && isOnlyUnit('金额单位: 元')).toBe(true);
    expect(isUnitLine('单位负责人')).toBe(false);
    expect(['收入支出决算总表', '预、决算差异情况:', '项目支出绩效自评表（2024年）'].every(namesTable)).toBe(
      true,
    );
    expect(namesTable('本年度收入合计 5.00 万元。')).toBe(false);
  });
  it('keeps captions below with their table, and for the parts of one table alike', () => {
    const { tables, paragraphs } = layoutText(
      pageOf(`说明如下。\n${TABLE}\n\n${TABLE}\n\n表 1: 费用表\n\n后文。\n\n${TABLE}\n\n表 2: 其他\n`),
    );
    expect(tables.map(({ caption }) => caption?.text)).toEqual([
      '表 1: 费用表',
      '表 1: 费用表',
      '表 2: 其他',
    ]);
    expect(paragraphs.map(({ text }) => text)).toEqual(['说明如下。', '后文。']);
  });
  it('takes captions above as titles', () => {
    const { tables } = layoutText(pageOf(`表 1: 费用表\n单位：元\n${TABLE}\n\n表 2: 其他\n${TABLE}\n`));
    expect(tables.map(({ title, caption }) => [title?.text, caption])).toEqual([
      ['表 1: 费用表', null],
      ['表 2: 其他', null],
    ]);
    expect(tables[0]?.unitLines.map(({ text }) => text)).toEqual(['单位：元']);
  });
});
