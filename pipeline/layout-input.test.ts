import { describe, expect, it } from 'vitest';
import { columnLetters, layoutFrom, layoutsFrom } from './layout-input.ts';

const layout = (value: unknown) => {
  const result = layoutFrom(value);
  if (!result.ok) throw new Error(result.reason.message);
  return result.value;
};

describe('columnLetters', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i is %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });
});

describe('layoutFrom', () => {
  const cells = [
    { row: 0, column: 0, text: '项目' },
    { row: 0, column: 1, text: '金额' },
    { row: 1, column: 0, text: '合计' },
    { row: 1, column: 1, text: '1,234.50' },
  ];

  it('fills in what was not given', () => {
    const { source, status, tables } = layout({ source: { name: 'a' }, tables: [{ unit: '万元', cells }] });
    expect(source).toEqual({ name: 'a', sha256: '', mediaType: 'application/json', pages: 0 });
    expect(status).toBe('ok');
    const [table] = tables;
    expect(table).toMatchObject({ id: 't1', title: null, headerRows: 1, rows: 2, columns: 2, parts: [] });
    expect(table?.unitLines[0]?.text).toBe('单位：万元');
    expect(table?.cells[3]).toMatchObject({ rowSpan: 1, place: { sheet: 't1', cell: 'B2' } });
  });

  it('puts paragraphs with printed places before the table that follows', () => {
    const placed = cells.map((cell) => ({ ...cell, place: { line: 5 + cell.row, column: 1 } }));
    const paragraphs = [
      { text: '上文', place: { line: 3, column: 1 } },
      { text: '下文', place: { line: 9, column: 1 } },
      { text: '无处' },
    ];
    const found = layout({ source: { name: 'a' }, tables: [{ cells: placed }], paragraphs }).paragraphs;
    expect(found.map(({ before }) => before)).toEqual(['t1', null, null]);
    expect(found[0]?.segments).toEqual([{ start: 0, length: 2, line: 3, column: 1 }]);
  });

  it('spreads the characters of a paragraph over its box', () => {
    const paragraphs = [{ text: '四个字吧', place: { page: 2, box: [10, 20, 50, 30] } }];
    const [paragraph] = layout({ source: { name: 'a' }, tables: [], paragraphs }).paragraphs;
    expect(paragraph?.segments[0]).toMatchObject({ page: 2, edges: [10, 20, 30, 40, 50] });
  });

  it('refuses grids that no table has', () => {
    const huge = [{ row: 1e9, column: 0, text: '' }];
    const result = layoutFrom({ source: { name: 'a' }, tables: [{ cells: huge }] });
    expect(result).toMatchObject({ ok: false, reason: { code: 'invalid-layout' } });
  });
});

describe('layoutsFrom', () => {
  it('takes one object or an array, with or without a byte order mark', () => {
    const one = JSON.stringify({ source: { name: 'a' }, tables: [] });
    expect(layoutsFrom(`\uFEFF${one}`).map(({ ok }) => ok)).toEqual([true]);
    expect(layoutsFrom(`[${one},{}]`).map(({ ok }) => ok)).toEqual([true, false]);
    expect(layoutsFrom('').map(({ ok }) => ok)).toEqual([false]);
  });
});
