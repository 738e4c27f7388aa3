import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextPage } from '../../../model/document.ts';
import { layoutText } from './layout.ts';
import { fixturePage, gridOf, pageOf } from './testing.ts';

/** Every line that some part of the layout accounts for. */
function linesCovered(page: TextPage): ReadonlySet<number> {
  const { tables, paragraphs } = layoutText(page);
  const covered = new Set<number>();
  for (const { parts, title, caption, unitLines } of tables) {
    for (const part of parts)
      if ('lines' in part) for (let line = part.lines[0]; line <= part.lines[1]; line++) covered.add(line);
    for (const line of [title, caption, ...unitLines])
      if (line !== null && 'line' in line.place) covered.add(line.place.line);
  }
  for (const { segments } of paragraphs)
    for (const segment of segments) if ('line' in segment) covered.add(segment.line);
  return covered;
}

const PIECES = [
  '项目',
  '一级指标',
  '数量指标',
  '12.50',
  '100%',
  '≥3次',
  '\t',
  '\t\t',
  ' ',
  '  ',
  '|',
  '| --- |',
  '。',
  '表 1: 甲',
  '单位：万元',
  '合计',
  '- 1.',
  '**',
  '<u> </u>',
  '\u3000',
  '年度',
];
const report = fc
  .array(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((parts) => parts.join('')),
    { maxLength: 40 },
  )
  .map((lines) => lines.join('\n'));

describe('layoutText', () => {
  it('loses no line with text', () => {
    fc.assert(
      fc.property(report, (text) => {
        const page = pageOf(text);
        const covered = linesCovered(page);
        const lost = page.lines.filter((line) => line.text.trim() !== '' && !covered.has(line.number));
        expect(lost).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('maps every character of a paragraph to its place', () => {
    fc.assert(
      fc.property(report, (text) => {
        const page = pageOf(text);
        for (const paragraph of layoutText(page).paragraphs)
          for (const segment of paragraph.segments) {
            if (!('line' in segment)) continue;
            const line = page.lines[segment.line - 1]?.text ?? '';
            const printed = line.slice(segment.column - 1, segment.column - 1 + segment.length);
            expect(paragraph.text.slice(segment.start, segment.start + segment.length)).toBe(printed);
          }
      }),
      { numRuns: 300 },
    );
  });

  it('never puts two cells on one grid position', () => {
    fc.assert(
      fc.property(report, (text) => {
        for (const table of layoutText(pageOf(text)).tables) {
          const taken = new Set<string>();
          for (const cell of table.cells)
            for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
              for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
                expect(taken.has(`${row},${column}`), `${row},${column} of ${text}`).toBe(false);
                taken.add(`${row},${column}`);
              }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('mends an indicator grid that was torn into lines', () => {
    const [table] = layoutText(fixturePage('torn-indicators.txt')).tables;
    expect(gridOf(table)).toEqual([
      ['年度目标', '一级指标', '二级指标', '三级指标', '绩效指标值', '实际完成指标值', '完成率'],
      [
        '水源地保护',
        '产出指标',
        '数量指标',
        '全年维护供水管道里程和阀门井座数',
        '≥120公里',
        '131 公里',
        '109.17%',
      ],
      ['', '产出指标', '数量指标', '新装远传计量表', '≥800只', '812 只', '101.50%'],
      ['', '产出指标', '数量指标', '组织节水宣传进社区活动场次', '≥6场', '6 场', '100%'],
      ['', '产出指标', '质量指标', '维护工程验收合格率', '100%', '100%', '100%'],
      ['', '效益指标', '社会效益指标', '供水保证率', '≥97%', '98%', '100%'],
      ['', '效益指标', '社会效益指标', '用户投诉办结率', '≥95%', '96%', '100%'],
      ['', '满意度指标', '服务对象满意度指标', '用水户满意度', '≥90%', '93%', '100%'],
    ]);
    expect(table?.caption?.text).toBe('表 2-1: 项目绩效目标完成情况表');
    expect(table?.unitLines.map(({ text }) => text)).toEqual(['单位：万元']);
  });

  it('cuts a form into its sections, with two header levels where they are', () => {
    const { tables } = layoutText(fixturePage('form-in-sections.txt'));
    expect(tables.map(({ headerRows, rows, columns }) => [headerRows, rows, columns])).toEqual([
      [2, 5, 9],
      [1, 2, 3],
      [1, 7, 8],
    ]);
    const [tasks, goals, indicators] = tables;
    expect(tasks?.cells.find((cell) => cell.text.startsWith('全年预算数'))).toMatchObject({
      row: 0,
      column: 2,
      columnSpan: 3,
    });
    expect(tasks?.cells.find((cell) => cell.text === '任务名称')).toMatchObject({ rowSpan: 2 });
    expect(gridOf(goals)[1]).toEqual([
      '',
      '改造老旧管网，保障县城供水安全，做到没有中断',
      '改造老旧管网十二公里，县城供水没有中断，居民满意',
    ]);
    expect(gridOf(indicators)[6]).toEqual(['总分', '', '', '', '', '', '100', '96']);
    expect(new Set(tables.map(({ title }) => title?.text))).toEqual(new Set(['一、部门整体支出绩效自评表']));
  });

  it('reads tables aligned by spaces', () => {
    const { tables, paragraphs } = layoutText(fixturePage('aligned-by-spaces.txt'));
    expect(tables.length).toBe(1);
    expect(gridOf(tables[0])[2]).toEqual(['其中：一般公共预算', '650.00', '681.25', '104.81%']);
    expect(gridOf(tables[0])[6]).toEqual(['合　计', '760.00', '812.40', '106.89%']);
    expect(tables[0]?.cells.find((cell) => cell.text === '681.25')?.place).toEqual({ line: 13, column: 32 });
    expect(tables[0]?.title?.text).toBe('表一 收入决算表');
    expect(paragraphs.at(-1)?.segments.length).toBe(2);
  });

  it('reads wide tables aligned by spaces, with two header levels', () => {
    const { tables } = layoutText(fixturePage('wide-by-spaces.txt'));
    expect(tables.map(({ headerRows, rows, columns }) => [headerRows, rows, columns])).toEqual([[2, 8, 7]]);
    const grid = gridOf(tables[0]);
    expect(grid[1]).toEqual([
      '功能分类科目编码',
      '科目名称',
      '本年支出合计',
      '人员经费',
      '公用经费',
      '项目支出',
      '经营支出',
    ]);
    expect(grid[0]?.slice(3, 5)).toEqual(['基本支出', '基本支出']);
    expect(grid[6]).toEqual(['2130304', '水利行业业务管理', '950.25', '741.10', '209.15', '0.00', '0.00']);
    expect(tables[0]?.unitLines.length).toBe(1);
  });

  it('reads Markdown tables and takes their separator as the end of the header', () => {
    const [table] = layoutText(fixturePage('markdown-pipes.txt')).tables;
    expect(table?.headerRows).toBe(1);
    expect(gridOf(table).slice(1)).toEqual([
      ['213', '农林水支出', '1,200,000.00', '1,180,500.50', ''],
      ['21303', '水利', '1,200,000.00', '1,180,500.50', '含上年结转 20,500.50 元'],
      ['', '合计', '1,200,000.00', '1,180,500.50', 'a|b'],
    ]);
    expect(table?.title).toEqual({ text: '二、部门支出决算表', place: { line: 1, column: 4 } });
  });

  it('reads a table of contents as titles and page numbers', () => {
    const [table] = layoutText(fixturePage('contents.txt')).tables;
    expect(table?.headerRows).toBe(0);
    expect(gridOf(table)[1]).toEqual(['一、主要职责', '1 -']);
    expect(gridOf(table)[2]).toEqual(['二、机构设置', '']);
  });

  it('joins paragraphs over page breaks and names the table that follows', () => {
    const texts = layoutText(fixturePage('joined-paragraphs.txt')).paragraphs.map(({ text }) => text);
    expect(texts).toContain(
      '1. 本站负责全县供水调度、水源地保护和节水宣传工作,承担县城及六个乡镇的供水任务。',
    );
    expect(texts).toContain('2. 年末在职人员 41 人,其中专业技术人员 17 人;');
    expect(texts).toContain('2031年度公用经费支出 32.10 万元,比上年减少1.25 万元, 下降 3.75%。');
    expect(texts).toContain(
      '5. 住房保障支出(类)住房改革支出(款)住房公积金(项)(2210201) 支出决算数为 24.60 万元。',
    );
    const { paragraphs } = layoutText(fixturePage('contents.txt'));
    expect(paragraphs.at(-1)).toMatchObject({ text: '目  录', before: 't1' });
  });

  it('stays linear on tabs without end', () => {
    const started = performance.now();
    layoutText(pageOf('\t'.repeat(1_000_000)));
    layoutText(pageOf('项目名称\t1.00\t2.00\n'.repeat(20_000)));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
