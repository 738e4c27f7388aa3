import { describe, expect, it } from 'vitest';
import type { Table } from '../../../model/layout.ts';
import { layoutPages } from './layout.ts';
import { tablePage } from './testing.ts';

/** The right edge of a table of two columns where that of one of three is. */
const stretched = (x: number): number => (x === 250 ? 350 : x);

const HEADER = ['科目', '合计', '其中'];
const textsOf = (table: Table | undefined): readonly string[] =>
  (table?.cells ?? []).map((cell) => cell.text);

describe('stitching', () => {
  it('goes on over a note below a part where the header repeats, and stops at one where it does not', () => {
    const first = tablePage(1, 600, [HEADER, ['213', '80.5', '']], [['注：本表反映支出情况。', 50, 660]]);
    const repeated = tablePage(2, 40, [HEADER, ['214', '1.5', '']]);
    const bare = tablePage(2, 40, [['214', '1.5', '']]);
    expect(layoutPages([first, repeated]).tables).toHaveLength(1);
    expect(layoutPages([first, bare]).tables).toHaveLength(2);
  });

  it('stops at a title with its unit in brackets', () => {
    const first = tablePage(1, 600, [HEADER, ['213', '80.5', '']], [['支出决算表（单位：万元）', 120, 580]]);
    const second = tablePage(2, 100, [HEADER, ['214', '1.5', '']], [['收入决算表（单位：万元）', 120, 80]]);
    const { tables } = layoutPages([first, second]);
    expect(tables.map((table) => table.title?.text)).toEqual([
      '支出决算表（单位：万元）',
      '收入决算表（单位：万元）',
    ]);
  });

  it('goes on with a form whose next page begins with heads of its own', () => {
    const form = (number: number, rows: readonly (readonly string[])[]) => tablePage(number, 40, rows);
    const pages = [
      form(1, [
        ['项目名称', '甲', '单位', '乙', '丙'],
        ['资金', '1.00', '2.00', '3.00', '4.00'],
      ]),
      form(2, [
        ['一级指标', '二级指标', '指标值', '完成值', '得分'],
        ['产出', '数量', '3.00', '3.00', '5.00'],
        ['总分', '', '', '', '5.00'],
      ]),
      form(3, [
        ['项目名称', '丁', '单位', '乙', '丙'],
        ['资金', '1.00', '2.00', '3.00', '4.00'],
      ]),
    ];
    const { tables } = layoutPages(pages);
    expect(tables.map((table) => table.rows)).toEqual([5, 2]);
    expect(textsOf(tables[0])).toContain('一级指标');
  });

  it('gives the title of a form to its piece with other columns on the next page, that of a table to none', () => {
    const titles = (title: string) => {
      const first = tablePage(1, 100, [HEADER, ['资金', '80.5', '1.0']], [[title, 100, 70]]);
      const second = tablePage(2, 60, [
        ['指标', '指标值'],
        ['数量', '3.0'],
      ]);
      const wide = second.rulings.map((r) => ({ ...r, x0: stretched(r.x0), x1: stretched(r.x1) }));
      const { tables } = layoutPages([first, { ...second, rulings: wide }]);
      return tables.map((table) => table.title?.text);
    };
    expect(titles('部门整体支出绩效自评表')).toEqual(['部门整体支出绩效自评表', '部门整体支出绩效自评表']);
    expect(titles('收入支出决算总表')).toEqual(['收入支出决算总表', undefined]);
  });

  it('gives the title and the unit of a form to the piece that adjoins it below, not to a table further down', () => {
    const first = tablePage(
      1,
      100,
      [HEADER, ['资金', '80.5', '1.0']],
      [
        ['项目支出绩效自评表', 100, 70],
        ['单位：万元', 240, 90],
      ],
    );
    const below = (top: number) => {
      const second = tablePage(1, top, [
        ['指标', '指标值', '得分'],
        ['数量', '3.0', '5.0'],
      ]);
      const page = {
        ...first,
        glyphs: [...first.glyphs, ...second.glyphs],
        rulings: [...first.rulings, ...second.rulings],
      };
      const { tables } = layoutPages([page]);
      return tables.map(({ title, unitLines }) => [title?.text, unitLines.map((line) => line.text)]);
    };
    const titled = ['项目支出绩效自评表', ['单位：万元']];
    expect(below(145)).toEqual([titled, titled]);
    expect(below(190)).toEqual([titled, [undefined, []]]);
  });

  it.each([3, 300])('makes one table of %d pages: every row once, in order, the header once', (count) => {
    const rowsOf = (page: number): readonly (readonly string[])[] => [
      ['支出', `${page}.10`, ''],
      ['其他', `${page}.20`, '1.00'],
    ];
    const pages = Array.from({ length: count }, (_, i) =>
      tablePage(i + 1, 40, i % 2 === 0 ? [HEADER, ...rowsOf(i + 1)] : rowsOf(i + 1)),
    );
    const { tables, paragraphs } = layoutPages(pages);
    expect(tables).toHaveLength(1);
    expect(paragraphs).toEqual([]);
    const [table] = tables;
    expect(table).toMatchObject({ headerRows: 1, rows: 1 + 2 * count, columns: 3 });
    expect(table?.parts).toHaveLength(count);
    const expected = [HEADER, ...pages.flatMap((page) => rowsOf(page.number))];
    expect(table?.cells.map(({ row, column, text }) => [row, column, text])).toEqual(
      expected.flatMap((texts, row) => texts.map((text, column) => [row, column, text])),
    );
  });
});
