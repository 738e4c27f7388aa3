import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedOverText } from './centred.ts';
import type { Span } from './grid.ts';
import { glyphsOf } from './testing.ts';

const xs = [0, 100, 200, 300, 400];
const row = (n: number): readonly Span[] =>
  [0, 1, 2, 3].map((column) => ({ row: n, column, rowSpan: 1, columnSpan: 1 }));
const shapeOf = (spans: readonly Span[]): readonly string[] =>
  spans.map((s) => `${s.row}:${s.column}+${s.columnSpan}`);

describe('joinedOverText', () => {
  it('joins the cells over which a text is centred or runs', () => {
    const grid = { xs, ys: [0, 20], spans: row(0) };
    const glyphs = [...glyphsOf('项目', 5, 14), ...glyphsOf('预算数', 185, 14)];
    expect(shapeOf(joinedOverText(grid, glyphs).spans)).toEqual(['0:0+1', '0:1+2', '0:3+1']);
    const over = [...glyphsOf('项目', 5, 14), ...glyphsOf('本年支出合计数', 265, 14)];
    expect(shapeOf(joinedOverText(grid, over).spans)).toEqual(['0:0+1', '0:1+1', '0:2+2']);
  });
  it('keeps texts that fit one column apart', () => {
    const grid = { xs, ys: [0, 20], spans: row(0) };
    const glyphs = [0, 100, 200, 300].flatMap((x) => glyphsOf('数', x + 3, 14));
    expect(joinedOverText(grid, glyphs).spans).toHaveLength(4);
  });
  it('gives a text the columns of the cell above where the rest is blank', () => {
    const grid = { xs, ys: [0, 20, 40], spans: [...row(0), ...row(1)] };
    const glyphs = [...glyphsOf('指标内容', 180, 14), ...glyphsOf('补贴', 105, 34)];
    const shape = shapeOf(joinedOverText(grid, glyphs).spans);
    expect(shape).toContain('0:0+4');
    expect(shape.filter((s) => s.startsWith('0:'))).toHaveLength(1);
  });
  it('tiles the grid whatever is printed', () => {
    const text = fc.record({
      x: fc.integer({ min: 0, max: 380 }),
      y: fc.integer({ min: 10, max: 58 }),
      text: fc.stringMatching(/^[一-龥0-9]{1,9}$/),
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 10 }), (texts) => {
        const grid = { xs, ys: [0, 20, 40, 60], spans: [...row(0), ...row(1), ...row(2)] };
        const { spans } = joinedOverText(
          grid,
          texts.flatMap((t) => glyphsOf(t.text, t.x, t.y)),
        );
        const slots = spans.flatMap((s) =>
          Array.from({ length: s.columnSpan }, (_, i) => `${s.row},${s.column + i}`),
        );
        expect(slots).toHaveLength(12);
        expect(new Set(slots).size).toBe(12);
      }),
    );
  });
});
