import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePdf } from '../../../fixtures/pdf/make.ts';
import { BROKEN_BY_PAGES } from '../../../fixtures/pdf/reports.ts';
import type { Table } from '../../../model/layout.ts';
import { pdfFormat } from '../../formats/pdf/format.ts';
import { layoutDocument } from '../../layout.ts';
import { layoutPages } from './layout.ts';
import { glyphsOf, gridRulings, pageOf, tablePage } from './testing.ts';

const HEADER = ['科目', '合计', '其中'] as const;
const rowsOf = (table: Table | undefined): readonly string[] =>
  Array.from({ length: table?.rows ?? 0 }, (_, r) =>
    (table?.cells ?? [])
      .filter((cell) => cell.row === r)
      .toSorted((a, b) => a.column - b.column)
      .map((cell) => cell.text)
      .join('|'),
  );
const partRows = (table: Table): number =>
  table.parts.reduce(
    (sum, part) =>
      'cells' in part ? sum + Math.max(...part.cells.map((cell) => cell.row + cell.rowSpan)) : sum,
    0,
  );

describe('layoutPages', () => {
  it('reads a ruled table with its title, unit line and header', () => {
    const page = tablePage(
      1,
      200,
      [HEADER, ['213', '80.5', '1'], ['合计', '80.5', '']],
      [
        ['支出决算表', 180, 150],
        ['部门：某站', 50, 180],
        ['单位：万元', 300, 180],
      ],
    );
    const { tables, paragraphs } = layoutPages([page]);
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ title: { text: '支出决算表' }, headerRows: 1, rows: 3, columns: 3 });
    expect(tables[0]?.unitLines.map((line) => line.text)).toEqual(['单位：万元']);
    expect(rowsOf(tables[0])).toEqual(['科目|合计|其中', '213|80.5|1', '合计|80.5|']);
    expect(paragraphs.every((paragraph) => paragraph.before === 't1')).toBe(true);
  });

  it('joins a table over pages with a repeated header, without one, and with empty columns', () => {
    const { tables } = layoutPages([
      tablePage(1, 600, [HEADER, ['213', '80.5', '']], [['支出决算表', 180, 580]]),
      tablePage(2, 40, [HEADER, ['214', '', '']]),
      tablePage(3, 40, [['215', '5.5', '']], [['后文如下。', 50, 300]]),
    ]);
    expect(tables).toHaveLength(1);
    expect(rowsOf(tables[0])).toEqual(['科目|合计|其中', '213|80.5|', '214||', '215|5.5|']);
    expect(tables[0]?.parts).toHaveLength(3);
  });

  it('does not join tables with a title, text or other columns between', () => {
    const first = tablePage(1, 600, [HEADER, ['213', '80.5', '']]);
    const titled = tablePage(2, 100, [HEADER, ['214', '1.5', '']], [['收入决算表', 180, 80]]);
    const after = tablePage(2, 100, [HEADER, ['214', '1.5', '']], [['以下为另一张报表的情况说明。', 50, 80]]);
    const wider = tablePage(2, 100, [
      ['214', '1.5', '', '4'],
      ['215', '1', '1', '1'],
    ]);
    const headed = tablePage(2, 40, [
      ['项目', '预算', '决算'],
      ['216', '1', '1'],
    ]);
    for (const second of [titled, after, wider, headed])
      expect(layoutPages([first, second]).tables).toHaveLength(2);
  });

  it('keeps rows: those of the table are those of its parts without repeated headers', () => {
    const figure = fc.integer({ min: 0, max: 99_999 }).map((n) => (n / 100).toFixed(2));
    const row = fc.tuple(fc.constantFrom('213', '21301', '合计'), figure, fc.oneof(figure, fc.constant('')));
    const part = fc.record({ repeats: fc.boolean(), rows: fc.array(row, { minLength: 2, maxLength: 6 }) });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const pages = parts.map(({ repeats, rows }, i) =>
          tablePage(i + 1, 40, i === 0 || repeats ? [HEADER, ...rows] : rows),
        );
        const { tables } = layoutPages(pages);
        const [table] = tables;
        expect(tables).toHaveLength(1);
        const repeated = parts.slice(1).filter(({ repeats }) => repeats).length;
        expect(table?.rows).toBe(table === undefined ? 0 : partRows(table) - repeated * table.headerRows);
        expect(rowsOf(table)).toEqual(
          [HEADER, ...parts.flatMap(({ rows }) => rows)].map((texts) => texts.join('|')),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('loses no glyph: each is in a cell, in a paragraph, or in a running line', () => {
    const word = fc.stringMatching(/^[一-龥a-z0-9]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const lines = words.map((text, i) => [text, 60, 200 + 30 * i] as const);
        const page = tablePage(1, 100, [HEADER, ['213', '1.0', '']], lines);
        const { tables, paragraphs } = layoutPages([page]);
        const out = [...tables.flatMap((t) => t.cells.map((c) => c.text)), ...paragraphs.map((p) => p.text)];
        const sorted = (text: string): string => Array.from(text.replace(/\s/g, '')).toSorted().join('');
        expect(sorted(out.join(''))).toBe(sorted(page.glyphs.map((glyph) => glyph.text).join('')));
      }),
      { numRuns: 50 },
    );
  });

  it('makes no table of prose, frames and underlines', () => {
    const prose = glyphsOf('本年收入合计80.5万元，其中财政拨款收入80.5万元。', 50, 100);
    const underline = { x0: 50, y0: 102, x1: 300, y1: 102, width: 0.5 };
    const frame = [
      { x0: 20, y0: 20, x1: 580, y1: 20, width: 2 },
      { x0: 20, y0: 780, x1: 580, y1: 780, width: 2 },
      { x0: 20, y0: 20, x1: 20, y1: 780, width: 2 },
      { x0: 580, y0: 20, x1: 580, y1: 780, width: 2 },
    ];
    const { tables, paragraphs } = layoutPages([pageOf(1, prose, [underline, ...frame])]);
    expect(tables).toEqual([]);
    expect(paragraphs).toHaveLength(1);
  });

  it.each([0.5, 0])('makes no table of 2,000 × 2,000 crossing lines %d wide, and keeps the text', (width) => {
    const at = Array.from({ length: 2000 }, (_, i) => 50 + 5 * i);
    const texts = ['本年收入合计80.5万元，其中财政拨款收入80.5万元。', '名词解释从略。'];
    const glyphs = texts.flatMap((text, i) => glyphsOf(text, 60, 100 + 300 * i));
    const rulings = gridRulings(at, at).map((ruling) => ({ ...ruling, width }));
    const page = { ...pageOf(1, glyphs, rulings), width: 12_000, height: 12_000 };
    const { tables, paragraphs } = layoutPages([page]);
    expect(tables).toEqual([]);
    expect(paragraphs.map((paragraph) => paragraph.text)).toEqual(texts);
  });

  it('is empty for no pages', () => {
    expect(layoutPages([])).toEqual({ tables: [], paragraphs: [] });
  });
});

describe('a report that pages break', () => {
  const laidOut = async () => {
    const bytes = makePdf(BROKEN_BY_PAGES);
    const document = await pdfFormat.read(
      { name: 'a.pdf', path: 'a.pdf', sha256: '', bytes },
      { maxLineBytes: 1, maxPages: 9 },
    );
    if (!document.ok) throw new Error(document.reason.message);
    return layoutDocument(document.value);
  };

  it('has one table over two pages, its header once', async () => {
    const { tables } = await laidOut();
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ title: { text: '支出决算表' }, headerRows: 1, rows: 6, columns: 5 });
    expect(rowsOf(tables[0])[3]).toBe('2130104|事业运行|60.50|60.50|');
  });

  it('has one paragraph over the page break, without running head and page number', async () => {
    const { paragraphs } = await laidOut();
    const prose = paragraphs.filter((paragraph) => paragraph.before === null);
    expect(prose.map((paragraph) => paragraph.text)).toEqual([
      '本年支出合计80.50万元，其中基本支出60.50万元，项目支出20.00万元。与上年相比，支出合计增加5.50万元，增长7.33%，主要原因是推广服务项目增加。',
      '名词解释从略。',
    ]);
    expect(prose[0]?.segments.map((segment) => ('page' in segment ? segment.page : 0))).toEqual([2, 2, 3]);
  });

  it('gives every character of a paragraph its edges', async () => {
    const { paragraphs } = await laidOut();
    for (const { text, segments } of paragraphs) {
      expect(segments.reduce((sum, segment) => sum + segment.length, 0)).toBe(text.length);
      for (const segment of segments)
        expect('edges' in segment ? segment.edges.length : 0).toBe(segment.length + 1);
    }
  });
});
