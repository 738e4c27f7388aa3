import { describe, expect, it } from 'vitest';
import { pageOf, textsOf } from '../testing.ts';
import { findPipeRuns } from './pipes.ts';
import { findRuns, TABLE_FORMS } from './registry.ts';
import { findSpacedRuns } from './spaces.ts';
import { findTabRuns, tabCells } from './tabs.ts';

const linesOf = (text: string) => pageOf(text).lines;

describe('tab-separated rows', () => {
  it('keep the column of every cell, and blank out HTML leftovers', () => {
    const cells = tabCells({ number: 7, text: '4 m\t<u> </u>\t  收入 \t' });
    expect(cells).toEqual([
      { text: '4 m', line: 7, column: 1 },
      null,
      { text: '收入', line: 7, column: 16 },
      null,
    ]);
  });
  it('run over blank lines but not over prose', () => {
    const runs = findTabRuns(linesOf('甲\t1\n\n乙\t2\n说明文字。\n丙\t3'));
    expect(runs.map(({ first, last, rows }) => [first, last, rows.map(({ gap }) => gap)])).toEqual([
      [1, 3, [false, true]],
      [5, 5, [false]],
    ]);
  });
});

describe('Markdown rows', () => {
  it('end the header at the row of dashes', () => {
    const [run] = findPipeRuns(linesOf('| 项目 | 金额 |\n|---|:--:|\n| 水费 | 1.00 |'));
    expect(run?.headerRows).toBe(1);
    expect(run?.rows.map(textsOf)).toEqual([
      ['项目', '金额'],
      ['水费', '1.00'],
    ]);
  });
  it('are not found in prose with a bar', () => {
    expect(findPipeRuns(linesOf('甲|乙\n说明文字'))).toEqual([]);
  });
});

describe('rows aligned by spaces', () => {
  it('put figures under their heads, though the widths differ', () => {
    const [run] = findSpacedRuns(
      linesOf(
        '项目            预算数        决算数\n水费              1.00    1,200.50\n　电费（照明）    2.00',
      ),
    );
    expect(run?.rows.map(textsOf)).toEqual([
      ['项目', '预算数', '决算数'],
      ['水费', '1.00', '1,200.50'],
      ['电费（照明）', '2.00', ''],
    ]);
  });
  it('are not found in prose with double spaces or in signatures', () => {
    expect(findSpacedRuns(linesOf('本年收入  合计为 12.00 万元。\n与上年相比  增加 1.00 万元。'))).toEqual(
      [],
    );
    expect(
      findSpacedRuns(linesOf('单位负责人：甲某    经办人：乙某\n联系电话：见公告    日期：见公告')),
    ).toEqual([]);
  });
});

describe('findRuns', () => {
  it('gives the runs of all forms in the order of the file, no line twice', () => {
    const text =
      '| 项目 | 金额 |\n|---|---|\n| 水费 | 1.00 |\n\n甲\t1\n乙\t2\n\n项目      预算数\n水费        1.00\n电费        2.00';
    const runs = findRuns(linesOf(text));
    expect(runs.map(({ first, last }) => [first, last])).toEqual([
      [1, 3],
      [5, 6],
      [8, 10],
    ]);
    expect(new Set(TABLE_FORMS.map(({ id }) => id)).size).toBe(TABLE_FORMS.length);
  });
});
