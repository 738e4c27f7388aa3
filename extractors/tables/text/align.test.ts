import { describe, expect, it } from 'vitest';
import { alignRows } from './align.ts';
import { alignHomeless } from './homeless.ts';
import { alignPages } from './pages.ts';
import { rowsOf, textsOf } from './testing.ts';

const LEVELS = new Map([
  [0, 'first'],
  [1, 'second'],
] as const);

describe('alignRows', () => {
  it('puts rows that were shifted right back under their columns', () => {
    const rows = rowsOf(
      '产出指标\t数量指标\t培训人数\t≥20人\t100%',
      '\t\t宣传次数\t≥3次\t100%',
      '\t\t\t\t\t质量指标\t\t合格的比率\t95%\t100%',
      '\t\t入户次数\t≥3次\t100%',
    );
    expect(alignRows(rows, 5, LEVELS).map(textsOf)[2]).toEqual(['', '质量指标', '合格的比率', '95%', '100%']);
  });
  it('leaves rows inside the grid alone outside indicator grids', () => {
    const rows = rowsOf('水费\t1.00\t备注', '2.00\t电费\t');
    expect(alignRows(rows, 3, new Map())).toEqual(rows);
  });
});

describe('alignPages', () => {
  it('moves a page right whose first column vanished, and the figures of a last sum to the right edge', () => {
    const body = rowsOf(
      '目标\t指标一:供水\t1. 新增供水用户数 1900 户。',
      '\t\t2. 改造老旧水表的户数 1700 户。',
    );
    const next = rowsOf('\t3. 特困家庭减免户数 120 户。', '指标二:管网\t1. 全年完成检漏公里数 640 公里。');
    const rows = [...body, ...next.map((row, index) => ({ ...row, gap: index === 0 }))];
    expect(alignPages(rows, 3).map(textsOf)[3]).toEqual([
      '',
      '指标二:管网',
      '1. 全年完成检漏公里数 640 公里。',
    ]);
    const sum = [...rowsOf('甲\t乙\t1\t2\t3'), ...rowsOf('总分\t99').map((row) => ({ ...row, gap: true }))];
    expect(alignPages(sum, 5).map(textsOf)[1]).toEqual(['总分', '', '', '', '99']);
  });
});

describe('alignHomeless', () => {
  it('moves a text without a head to the next column that has one', () => {
    const header = rowsOf('项目\t内容\t\t完成');
    const rows = rowsOf('甲\t开展\t\t是', '乙\t实施\t\t是', '丙\t推进\t否\t');
    expect(alignHomeless(rows, header).map(textsOf)[2]).toEqual(['丙', '推进', '', '否']);
  });
});
