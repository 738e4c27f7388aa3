import { describe, expect, it } from 'vitest';
import { layoutPages } from './layout.ts';
import { glyphsOf, gridRulings, pageOf } from './testing.ts';

const LEFT = [
  ['项目', '预算数', '决算数'],
  ['基本支出', '77.30', '80.50'],
  ['项目支出', '7.30', '8.50'],
  ['合计', '84.60', '89.00'],
];
const RIGHT = [
  ['人员', '编制数', '实有数'],
  ['在职', '77', '80'],
  ['离休', '7', '8'],
  ['合计', '84', '88'],
];
const WIDTHS = [0, 110, 165, 220];
const TOP = 100;
const HEIGHT = 22;

const texts = (left: number, rows: readonly (readonly string[])[]) =>
  rows.flatMap((row, r) =>
    row.flatMap((text, c) => glyphsOf(text, left + (WIDTHS[c] ?? 0) + 3, TOP + HEIGHT * r + 15)),
  );
const rulings = (left: number) =>
  gridRulings(
    WIDTHS.map((x) => left + x),
    [0, 1, 2, 3, 4].map((i) => TOP + HEIGHT * i),
  );
const glyphs = [
  ...texts(50, LEFT),
  ...texts(310, RIGHT),
  ...glyphsOf('表1 支出情况表', 60, 90),
  ...glyphsOf('表2 人员情况表', 320, 90),
];
const both = [...rulings(50), ...rulings(310)];

describe('two tables side by side', () => {
  it.each([
    ['ruled', both],
    ['with horizontal lines only', both.filter(({ y0, y1 }) => y0 === y1)],
    ['without lines', []],
  ])('%s are two, each with its own title', (_, lines) => {
    const { tables, paragraphs } = layoutPages([pageOf(1, glyphs, lines)]);
    const rowsOf = (index: number) =>
      [...Map.groupBy(tables[index]?.cells ?? [], ({ row }) => row).values()].map((cells) =>
        cells.map(({ text }) => text),
      );
    expect(tables).toHaveLength(2);
    expect([rowsOf(0), rowsOf(1)]).toEqual([LEFT, RIGHT]);
    expect(paragraphs.map(({ text }) => text)).toEqual(['表1支出情况表', '表2人员情况表']);
    expect(tables.map(({ title, caption }) => (title ?? caption)?.text)).toEqual([
      '表1支出情况表',
      '表2人员情况表',
    ]);
  });
});
