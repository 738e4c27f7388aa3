import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ruling } from '../../../model/document.ts';
import { layoutPages } from './layout.ts';
import { sheetsOf } from './sheets.ts';
import { glyphsOf, pageOf } from './testing.ts';

const XS = [50, 110, 210, 310, 410];

/** A line drawn as one stroke for each column from `first` on, or whole. */
const line = (y: number, first: number, apart: boolean): readonly Ruling[] =>
  apart
    ? XS.slice(first, -1).map((x0, i) => ({ x0, y0: y, x1: XS[first + i + 1] ?? x0, y1: y, width: 0.7 }))
    : [{ x0: XS[first] ?? 0, y0: y, x1: 410, y1: y, width: 0.7 }];

const ROWS = [
  ['类别', '指标', '指标值', '得分'],
  ['', '数量', '12场', '6.00'],
  ['产出', '质量', '95%', '5.50'],
  ['', '时效', '十二月底', '4.00'],
];

const page = (apart: boolean) =>
  pageOf(
    1,
    ROWS.flatMap((row, r) => row.flatMap((text, c) => glyphsOf(text, (XS[c] ?? 0) + 4, 114 + 20 * r))),
    [...[100, 120, 180].flatMap((y) => line(y, 0, apart)), ...[140, 160].flatMap((y) => line(y, 1, apart))],
  );

describe('lined', () => {
  it.each([true, false])(
    'reads rows between lines and merged cells beside short lines (strokes apart: %s)',
    (apart) => {
      const [sheet] = sheetsOf(page(apart));
      expect(sheet?.rows).toBe(4);
      expect(sheet?.columns).toBe(4);
      expect(sheet?.cells.find((cell) => cell.text === '产出')).toMatchObject({ row: 1, rowSpan: 3 });
      expect(sheet?.cells.find((cell) => cell.text === '5.50')).toMatchObject({ row: 2, column: 3 });
    },
  );

  it('keeps tables apart that a title parts', () => {
    const second = ROWS.slice(0, 3).flatMap((row, r) =>
      row.flatMap((text, c) => glyphsOf(text, (XS[c] ?? 0) + 4, 234 + 20 * r)),
    );
    const first = page(true);
    const both = pageOf(
      1,
      [...first.glyphs, ...glyphsOf('项目绩效自评表', 180, 205), ...second],
      [...first.rulings, ...[220, 240, 260, 280].flatMap((y) => line(y, 0, true))],
    );
    expect(sheetsOf(both).map((sheet) => sheet.rows)).toEqual([4, 3]);
  });

  it('puts every glyph inside the table into one cell', () => {
    const amount = fc.integer({ min: 0, max: 99_999 }).map((n) => (n / 100).toFixed(2));
    const row = fc.tuple(
      fc.constantFrom('产出', '效益', ''),
      fc.constantFrom('数量', '质量'),
      amount,
      amount,
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 8 }), fc.boolean(), (rows, apart) => {
        const glyphs = rows.flatMap((texts, r) =>
          texts.flatMap((text, c) => glyphsOf(text, (XS[c] ?? 0) + 4, 114 + 20 * r)),
        );
        const rulings = Array.from({ length: rows.length + 1 }, (_, r) =>
          line(100 + 20 * r, 0, apart),
        ).flat();
        const { tables } = layoutPages([pageOf(1, glyphs, rulings)]);
        const printed = tables.flatMap((table) => table.cells.map((cell) => cell.text)).join('');
        const sorted = (text: string): string => Array.from(text.replace(/\s/g, '')).toSorted().join('');
        expect(sorted(printed)).toBe(sorted(rows.flat().join('')));
      }),
      { numRuns: 60 },
    );
  });
});
