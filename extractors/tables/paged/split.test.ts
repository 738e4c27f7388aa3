import { describe, expect, it } from 'vitest';
import { layoutPages } from './layout.ts';
import { glyphsOf, gridRulings, pageOf } from './testing.ts';

const XS = [50, 150, 250, 350];

describe('splitRows', () => {
  it('parts one drawn row into the rows that its figures tell, also around wrapped labels', () => {
    const glyphs = [
      ...glyphsOf('项目', 52, 112),
      ...glyphsOf('预算数', 152, 112),
      ...glyphsOf('决算数', 252, 112),
      ...glyphsOf('财政拨款收入', 52, 135),
      ...glyphsOf('5.50', 152, 135),
      ...glyphsOf('4.50', 252, 135),
      ...glyphsOf('附属单位', 52, 155),
      ...glyphsOf('上缴收入', 52, 167),
      ...glyphsOf('0.50', 152, 161),
      ...glyphsOf('0.40', 252, 161),
    ];
    const { tables } = layoutPages([pageOf(1, glyphs, gridRulings(XS, [100, 120, 180]))]);
    expect(tables[0]).toMatchObject({ rows: 3, columns: 3 });
    expect(tables[0]?.cells.map((cell) => cell.text)).toEqual([
      '项目',
      '预算数',
      '决算数',
      '财政拨款收入',
      '5.50',
      '4.50',
      '附属单位上缴收入',
      '0.50',
      '0.40',
    ]);
  });

  it('leaves a drawn row whole whose texts only wrap', () => {
    const glyphs = [
      ...glyphsOf('绩效目标', 52, 112),
      ...glyphsOf('完成80%的', 152, 112),
      ...glyphsOf('任务', 152, 125),
      ...glyphsOf('已完成', 252, 112),
    ];
    const { tables } = layoutPages([pageOf(1, glyphs, gridRulings(XS, [100, 140, 160]))]);
    expect(tables[0]?.rows).toBe(2);
  });
});
