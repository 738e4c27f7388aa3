import { describe, expect, it } from 'vitest';
import type { Ruling } from '../../../model/document.ts';
import { layoutPages } from './layout.ts';
import { glyphsOf, gridRulings, pageOf } from './testing.ts';

const XS = [50, 150, 250, 350];
const band = (top: number): readonly Ruling[] =>
  gridRulings(XS, [top, top + 20]).map((ruling) => ({ ...ruling, width: 0 }));
const row = (baseline: number, ...texts: readonly string[]) =>
  texts.flatMap((text, c) => glyphsOf(text, (XS[c] ?? 0) + 2, baseline));

describe('shaded', () => {
  it('takes the plain rows between coloured bands, and the one below the last', () => {
    const glyphs = [
      ...row(114, '项目', '预算数', '决算数'),
      ...row(134, '水利', '5.50', '4.50'),
      ...row(154, '林业', '5.50', ''),
      ...row(174, '合计', '11.00', '4.50'),
    ];
    const { tables } = layoutPages([pageOf(1, glyphs, [...band(100), ...band(140)])]);
    expect(tables[0]).toMatchObject({ rows: 4, columns: 3, headerRows: 1 });
    expect(tables[0]?.cells.filter((cell) => cell.row === 3).map((cell) => cell.text)).toEqual([
      '合计',
      '11.00',
      '4.50',
    ]);
  });

  it('makes no table of a coloured heading', () => {
    const bar = gridRulings([50, 350], [100, 120]).map((ruling) => ({ ...ruling, width: 0 }));
    expect(layoutPages([pageOf(1, row(114, '第一部分概况'), bar)]).tables).toEqual([]);
  });
});
