import { describe, expect, it } from 'vitest';
import { makeTable } from '../../fixtures/tables/make.ts';
import { cellsOfRow, isAnchor, resolveGrid, textAt } from './grid.ts';

const table = makeTable('项 目\t<\t合计\n编码\t名称\t^\n208\t社会保障\t5.00');
const grid = resolveGrid(table);

describe('the grid', () => {
  it('covers every position of a merged cell', () => {
    expect(textAt(grid, 0, 0)).toBe('项目');
    expect(textAt(grid, 0, 1)).toBe('项目');
    expect(textAt(grid, 1, 2)).toBe('合计');
  });

  it('knows where a cell begins', () => {
    const merged = grid[1]?.[2];
    expect(merged && isAnchor(merged, 1, 2)).toBe(false);
    expect(merged && isAnchor(merged, 0, 2)).toBe(true);
  });

  it('lists the cells of a row once, those from above included', () => {
    expect(cellsOfRow(grid, 0).map((cell) => cell.text)).toEqual(['项 目', '合计']);
    expect(cellsOfRow(grid, 1).map((cell) => cell.text)).toEqual(['编码', '名称', '合计']);
  });

  it('has nothing where a ragged table ends', () => {
    expect(textAt(resolveGrid(makeTable('a\tb\nc')), 5, 5)).toBe('');
  });
});
