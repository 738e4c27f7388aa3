import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../../model/document.ts';
import { aligned } from './aligned.ts';
import { edgesOf } from './edges.ts';
import { STRATEGIES } from './registry.ts';
import { sheetOf } from './sheet.ts';
import { glyphsOf, pageOf } from './testing.ts';

type Printed = readonly [string, number];
const line = (baseline: number, ...pieces: readonly Printed[]): readonly Glyph[] =>
  pieces.flatMap(([text, x]) => glyphsOf(text, x, baseline));

function tables(...lines: readonly (readonly Glyph[])[]): readonly (readonly string[])[] {
  const page = pageOf(1, lines.flat());
  const none = edgesOf([]);
  return aligned.find({ page, edges: none, sides: none }).map((grid) => {
    const sheet = sheetOf(page, grid, page.glyphs);
    return Array.from({ length: sheet.rows }, (_, r) =>
      sheet.cells
        .filter((cell) => cell.row === r)
        .toSorted((a, b) => a.column - b.column)
        .map(
          ({ text, rowSpan, columnSpan }) =>
            `${text}${rowSpan * columnSpan > 1 ? `<${rowSpan}x${columnSpan}>` : ''}`,
        )
        .join('|'),
    );
  });
}

describe('aligned', () => {
  it('reads columns by gaps and rows by figures, with empty cells', () => {
    expect(
      tables(
        line(100, ['科目编码', 50], ['科目名称', 130], ['基本支出', 240], ['项目支出', 330]),
        line(120, ['213', 50], ['农林水支出', 130], ['60.50', 255], ['20.00', 345]),
        line(140, ['21301', 50], ['农业农村', 130], ['60.50', 255]),
        line(160, ['21302', 50], ['林业', 130], ['20.00', 345]),
      ),
    ).toEqual([
      [
        '科目编码|科目名称|基本支出|项目支出',
        '213|农林水支出|60.50|20.00',
        '21301|农业农村|60.50|',
        '21302|林业||20.00',
      ],
    ]);
  });

  it('keeps amounts apart from the codes that are printed over their decimals', () => {
    const row = (y: number, amount: string, code: string): readonly Glyph[] =>
      line(y, ['30101', 50], ['基本工资', 90], [amount, 150], [code, 198], ['办公费', 240], ['80.50', 300]);
    expect(
      tables(
        line(100, ['编码', 50], ['名称', 90], ['决算数', 150], ['编码', 200], ['名称', 240], ['决算数', 300]),
        row(120, '1, 382. 12', '30201'),
        row(140, '21, 415. 24', '302'),
        line(160, ['合计', 90], ['823, 530. 04', 150]),
      ),
    ).toEqual([
      [
        '编码|名称|决算数|编码|名称|决算数',
        '30101|基本工资|1, 382. 12|30201|办公费|80.50',
        '30101|基本工资|21, 415. 24|302|办公费|80.50',
        '|合计|823, 530. 04|||',
      ],
    ]);
  });

  it('knows heads that stand over several columns, and a total over the first two', () => {
    expect(
      tables(
        line(100, ['本年支出', 285]),
        line(107, ['科目编码', 50], ['科目名称', 130]),
        line(114, ['基本支出', 240], ['项目支出', 330]),
        line(134, ['合计', 105], ['60.50', 255], ['20.00', 345]),
        line(154, ['213', 50], ['农林水支出', 130], ['60.50', 255], ['20.00', 345]),
        line(174, ['21301', 50], ['农业农村', 130], ['60.50', 255], ['20.00', 345]),
      )[0],
    ).toEqual([
      '科目编码<2x1>|科目名称<2x1>|本年支出<1x2>',
      '基本支出|项目支出',
      '合计<1x2>|60.50|20.00',
      '213|农林水支出|60.50|20.00',
      '21301|农业农村|60.50|20.00',
    ]);
  });

  it('keeps a wrapped label in its row', () => {
    expect(
      tables(
        line(100, ['项目', 50], ['预算数', 150], ['决算数', 250]),
        line(125, ['水利', 50], ['5.50', 160], ['4.50', 260]),
        line(150, ['科技转化与', 50]),
        line(156, ['7.50', 160], ['6.50', 260]),
        line(162, ['推广服务', 50]),
        line(187, ['其他', 50], ['1.00', 160], ['1.00', 260]),
      )[0],
    ).toEqual(['项目|预算数|决算数', '水利|5.50|4.50', '科技转化与推广服务|7.50|6.50', '其他|1.00|1.00']);
  });

  it('puts a centred column number and the right-aligned figures below it in one column', () => {
    const [table] = tables(
      line(100, ['科目名称', 50], ['上级补助收入合计', 150], ['其他收入合计数额', 260]),
      line(120, ['栏次', 60], ['1', 187], ['2', 297]),
      line(140, ['水利', 50], ['0.00', 205], ['5.50', 315]),
      line(160, ['林业', 50], ['0.00', 205], ['5.50', 315]),
    );
    expect(table?.[1]).toBe('栏次|1|2');
    expect(table?.[2]).toBe('水利|0.00|5.50');
  });

  it('parts tables at a title', () => {
    const rows = (top: number): readonly (readonly Glyph[])[] => [
      line(top, ['项目', 50], ['预算数', 150], ['决算数', 250]),
      line(top + 20, ['水利', 50], ['5.50', 160], ['4.50', 260]),
      line(top + 40, ['林业', 50], ['5.50', 160], ['4.50', 260]),
    ];
    expect(tables(...rows(100), line(165, ['项目支出决算表', 120]), ...rows(190))).toHaveLength(2);
  });

  it('makes no table of prose, of lists and of a table of contents', () => {
    expect(
      tables(
        line(100, ['本年收入80.5万元，比上年增加5.5万元，', 50]),
        line(120, ['增长7.33%。', 50]),
        line(140, ['1.', 50], ['行政单位', 70]),
        line(160, ['2.', 50], ['事业单位', 70]),
        line(180, ['一、概况………………', 50], ['1', 300]),
        line(200, ['二、决算表………………', 50], ['3', 300]),
        line(220, ['三、说明………………', 50], ['9', 300]),
      ),
    ).toEqual([]);
  });
});

describe('STRATEGIES', () => {
  it('have different names and find nothing on an empty page', () => {
    expect(new Set(STRATEGIES.map((strategy) => strategy.id)).size).toBe(STRATEGIES.length);
    const none = edgesOf([]);
    for (const strategy of STRATEGIES)
      expect(strategy.find({ page: pageOf(1, []), edges: none, sides: none })).toEqual([]);
  });
});
